/**
 * The look as data: the one place where a colour, a size or a shadow is written. Feeds the screens' theme,
 * the papers' CSS and the client's pages. Contrasts are held by the test beside.
 */

/** Colours of one theme. Every `text` has at least 4.5:1 on paper, on surface and on its own `soft`. */
export interface Palette {
  paper: string
  surface: string
  /** A surface raised over the surface: menus, dialogs. */
  raised: string
  hairline: string
  ink: string
  /** Second ink: captions, hints. */
  second: string
  /** Links and primary buttons. */
  accent: string
  accentSoft: string
  /** Text on a fill of `accent`. */
  onAccent: string
  focus: string
  /** What the pointer is over, and what is chosen. */
  hover: string
  chosen: string
  /** The one shadow, for what floats. */
  shadow: string
  states: Record<StateTone, { text: string; soft: string }>
}

/** What a colour of state says: yours amber, failed brick, done green, theirs slate. Never colour alone. */
export type StateTone = 'yours' | 'failed' | 'done' | 'theirs'

export const light: Palette = {
  paper: '#FBFAF7',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  hairline: '#E4E1DA',
  ink: '#1D2328',
  second: '#5C666F',
  accent: '#0F6B5C',
  accentSoft: '#E3F0ED',
  onAccent: '#FFFFFF',
  focus: '#0F6B5C',
  hover: '#F4F2EC',
  chosen: '#E9F1EE',
  shadow: '0 8px 24px rgba(29, 35, 40, 0.16)',
  states: {
    yours: { text: '#8A5A00', soft: '#FBF0D9' },
    failed: { text: '#A63A24', soft: '#FBE9E4' },
    done: { text: '#1F6B3A', soft: '#E5F2E9' },
    theirs: { text: '#4D5B6A', soft: '#EBEEF1' },
  },
}

export const dark: Palette = {
  paper: '#14181B',
  surface: '#1B2024',
  raised: '#232A2F',
  hairline: '#2C3338',
  ink: '#E8EAEA',
  second: '#9AA5AD',
  accent: '#4FBFA8',
  accentSoft: '#1D332F',
  onAccent: '#14181B',
  focus: '#4FBFA8',
  hover: '#20262A',
  chosen: '#1E2F2C',
  shadow: '0 8px 24px rgba(0, 0, 0, 0.48)',
  states: {
    yours: { text: '#E3B25C', soft: '#332A18' },
    failed: { text: '#F08E79', soft: '#3A211C' },
    done: { text: '#74C58F', soft: '#1B3023' },
    theirs: { text: '#A3B1BF', soft: '#262E36' },
  },
}

export const palettes = { light, dark } as const
export type Theme = keyof typeof palettes

/**
 * Eight quiet hues for stages, by the `hue` 0–7 of a funnel's stage. `line` marks (bar, dot, edge: 3:1 on the
 * surface), `soft` fills under ink. Kept apart for protanopia, deuteranopia and tritanopia as well.
 */
export const stageHues = [
  { name: 'blue', light: { line: '#154D8C', soft: '#E3EAF1' }, dark: { line: '#7C8DD6', soft: '#2E3648' } },
  { name: 'teal', light: { line: '#0D9299', soft: '#E2F2F3' }, dark: { line: '#A0E5EF', soft: '#36474D' } },
  { name: 'iris', light: { line: '#5A6AA9', soft: '#EBEDF5' }, dark: { line: '#A9B2F1', soft: '#373D4D' } },
  { name: 'moss', light: { line: '#284700', soft: '#E5E9E0' }, dark: { line: '#50803E', soft: '#263329' } },
  { name: 'plum', light: { line: '#542C51', soft: '#EAE6EA' }, dark: { line: '#915A96', soft: '#332C3B' } },
  { name: 'olive', light: { line: '#685F02', soft: '#EDECE1' }, dark: { line: '#F3D580', soft: '#464436' } },
  { name: 'clay', light: { line: '#BF7D54', soft: '#F7EFEA' }, dark: { line: '#AF8784', soft: '#393537' } },
  { name: 'rose', light: { line: '#A84D5F', soft: '#F5EAEC' }, dark: { line: '#E1A79F', soft: '#433B3D' } },
] as const

/** Type: families, sizes and heights; sizes in px on screens. */
export const type = {
  family: "'Golos Text Variable', 'Golos Text', system-ui, sans-serif",
  /** Family inside PDFs, where static files are embedded. */
  paperFamily: "'Golos Text'",
  /** Turn on where digits stand in columns. */
  tabular: '"tnum" 1',
  sizes: { caption: 12, small: 13, body: 14, lead: 16, title: 20, display: 26 },
  weights: { regular: 400, medium: 500, strong: 650 },
  lineHeights: { text: 1.4, row: 1.2 },
} as const

/** Sizes of papers in pt and mm. */
export const paperSizes = {
  body: '10pt',
  table: '9.5pt',
  title: '16pt',
  lead: '11pt',
  small: '8.5pt',
  margins: { top: '15mm', right: '15mm', bottom: '18mm', left: '20mm' },
  logoHeight: '18mm',
  qr: '30mm',
  /** Papers are black on white, with these for lines and captions. */
  ink: '#000000',
  second: '#4A4A4A',
  hairline: '#B8B8B8',
  shade: '#F3F3F1',
  draft: '#D9D9D9',
} as const

/** Space, px, on a grid of four. */
export const space = { unit: 4, card: 16, gutter: 24, gutterPhone: 12 } as const

export const rows = { comfortable: 40, dense: 32, warehouse: 48 } as const

export const corners = { base: 6, chip: 999 } as const

/** Motion, ms; none with prefers-reduced-motion. */
export const motion = { quick: 120, usual: 150, slow: 180, easing: 'cubic-bezier(0.2, 0, 0, 1)' } as const

/** The frame, px. */
export const frame = {
  rail: 216,
  railFolded: 56,
  top: 56,
  bottomBar: 56,
  touch: 44,
  sideFrom: 1280,
  phoneTo: 720,
} as const
