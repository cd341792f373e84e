'use strict'
// CommonJS, since the engine's SDK loads it by path, in the process and inside the workflows' sandbox alike.
const { DefaultFailureConverter } = require('@temporalio/common')

/** Messages and stacks of failures go through the codec too. */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true })
