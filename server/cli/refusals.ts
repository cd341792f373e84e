/** The command was written wrongly: exit code 2, and the message says how it is written. */
export class WrongUse extends Error {}

/** The command was understood, and what it was given is refused: exit code 1, and the message is the sentence. */
export class InputRefused extends Error {}
