import { alpha, createTheme, type Theme } from '@mui/material/styles'
import { components } from './components.ts'
import { type Density, lookOf } from './look.ts'

/** MUI's theme made of our tokens: no shadow but what floats, no capitals, hairlines, 4 px grid. */
export function themeOf(mode: 'light' | 'dark', density: Density): Theme {
  const look = lookOf(mode, density)
  const { size, weight, moods } = look
  const text = (fontSize: number, fontWeight: number, lineHeight: number) => ({
    fontSize,
    fontWeight,
    lineHeight,
    letterSpacing: 0,
  })
  const plain = look.onAccent
  return createTheme({
    look,
    spacing: 4,
    shape: { borderRadius: look.corner },
    palette: {
      mode,
      primary: { main: look.accent, contrastText: plain },
      secondary: { main: moods.other.text, contrastText: plain },
      error: { main: moods.late.text, contrastText: plain },
      warning: { main: moods.you.text, contrastText: plain },
      success: { main: moods.done.text, contrastText: plain },
      info: { main: moods.other.text, contrastText: plain },
      background: { default: look.paper, paper: look.surface },
      text: { primary: look.ink, secondary: look.ink2, disabled: alpha(look.ink2, 0.7) },
      divider: look.hairline,
      action: { hover: look.hover, selected: look.chosen, active: look.ink2 },
    },
    typography: {
      fontFamily: look.family,
      htmlFontSize: size.body,
      fontSize: size.body,
      fontWeightRegular: weight.normal,
      fontWeightMedium: weight.medium,
      fontWeightBold: weight.strong,
      h1: text(size.figure, weight.strong, 1.2),
      h2: text(size.title, weight.strong, 1.2),
      h3: text(size.lead, weight.strong, 1.3),
      h4: text(size.lead, weight.strong, 1.3),
      h5: text(size.lead, weight.strong, 1.3),
      h6: text(size.body, weight.strong, 1.3),
      subtitle1: text(size.lead, weight.medium, 1.3),
      subtitle2: text(size.body, weight.medium, 1.3),
      body1: text(size.body, weight.normal, 1.4),
      body2: text(size.small, weight.normal, 1.4),
      caption: text(size.tiny, weight.normal, 1.3),
      overline: { ...text(size.tiny, weight.medium, 1.3), textTransform: 'none' },
      button: { ...text(size.body, weight.medium, 1.2), textTransform: 'none' },
    },
    components: components(look),
  })
}
