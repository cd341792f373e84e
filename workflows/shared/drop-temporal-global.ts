/**
 * Takes the JS `Temporal` global away from workflow code: on newer Node it shows the real clock inside the
 * sandbox, which would break replay. Must be the first import of every workflow's wiring.
 */
Reflect.deleteProperty(globalThis, 'Temporal')

export {}
