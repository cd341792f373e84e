import { corners, frame, motion, palettes, rows, space, stageHues, type } from '#domain/shared/look-tokens.ts'

/** What a state means to the person who looks; each colour means one thing in both themes. */
export type Mood = 'you' | 'late' | 'done' | 'other' | 'none'
export interface Tone {
  text: string
  soft: string
}

/** The shared tokens as screens read them: `theme.look`. Sizes in px. */
export interface Look {
  paper: string
  surface: string
  raised: string
  hairline: string
  ink: string
  ink2: string
  accent: string
  accentSoft: string
  onAccent: string
  focus: string
  hover: string
  chosen: string
  shadow: string
  moods: Record<Mood, Tone>
  /** Colours of stages, by the `hue` of the definition. */
  hues: readonly { line: string; soft: string }[]
  row: number
  bigRow: number
  gutter: number
  rail: number
  railFolded: number
  top: number
  bottomBar: number
  touch: number
  corner: number
  size: { tiny: number; small: number; body: number; lead: number; title: number; figure: number }
  weight: { normal: number; medium: number; strong: number }
  family: string
  quick: string
}

export type Density = 'comfortable' | 'dense'

export function lookOf(mode: 'light' | 'dark', density: Density): Look {
  const { second, states, ...colours } = palettes[mode]
  const { sizes, weights } = type
  return {
    ...colours,
    ink2: second,
    moods: {
      you: states.yours,
      late: states.failed,
      done: states.done,
      other: states.theirs,
      none: { text: second, soft: colours.hover },
    },
    hues: stageHues.map(hue => hue[mode]),
    row: rows[density],
    bigRow: rows.warehouse + 8,
    gutter: space.gutter,
    rail: frame.rail,
    railFolded: frame.railFolded,
    top: frame.top,
    bottomBar: frame.bottomBar,
    touch: frame.touch,
    corner: corners.base,
    size: {
      tiny: sizes.caption,
      small: sizes.small,
      body: sizes.body,
      lead: sizes.lead,
      title: sizes.title,
      figure: sizes.display,
    },
    weight: { normal: weights.regular, medium: weights.medium, strong: weights.strong },
    family: type.family,
    quick: `${motion.usual}ms ${motion.easing}`,
  }
}

declare module '@mui/material/styles' {
  interface Theme {
    look: Look
  }
  interface ThemeOptions {
    look?: Look
  }
}
