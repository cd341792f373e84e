/**
 * A sentence in the language of the installation: Russian unless VORONKA_LOCALE says `en`.
 * @param {string} russian
 * @param {string} english
 * @returns {string}
 */
export const say = (russian, english) => (process.env.VORONKA_LOCALE === 'en' ? english : russian)

/** A reason to stop that is told as a sentence, without a stack: the reader can do something about it. */
export class SetupRefusal extends Error {}
