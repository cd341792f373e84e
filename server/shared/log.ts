import { type Logger, pino } from 'pino'

/** JSON lines to stdout; what a person typed or is called never gets in. */
export const createLog = (part: string, level: string): Logger =>
  pino({
    level,
    base: { part },
    redact: {
      paths: [
        'password',
        '*.password',
        'cookie',
        '*.cookie',
        'authorization',
        '*.authorization',
        '*.inn',
        '*.phone',
        '*.email',
      ],
      censor: '…',
    },
  })
