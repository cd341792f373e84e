import { alpha, type ThemeOptions } from '@mui/material/styles'
import type { Look } from './look.ts'

/** How MUI's parts look with us. Everything is said in tokens; a ripple, a raised paper and capitals do not occur. */
export function components(look: Look): NonNullable<ThemeOptions['components']> {
  const ring = { outline: `2px solid ${look.accent}`, outlineOffset: 2 }
  const hairline = `1px solid ${look.hairline}`
  return {
    MuiCssBaseline: { styleOverrides: base(look, ring) },
    MuiButtonBase: {
      defaultProps: { disableRipple: true, disableTouchRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': ring } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'medium' },
      styleOverrides: {
        root: {
          minWidth: 0,
          minHeight: look.row - 4,
          padding: '0 14px',
          whiteSpace: 'nowrap',
          transition: `background-color ${look.quick}`,
          '&.MuiButton-containedPrimary:hover': { backgroundColor: alpha(look.accent, 0.88) },
          '&.MuiButton-outlined': {
            borderColor: look.hairline,
            color: look.ink,
            backgroundColor: look.surface,
          },
          '&.MuiButton-outlined:hover': { borderColor: look.ink2, backgroundColor: look.surface },
          '&.MuiButton-outlinedError': { color: look.moods.late.text },
          '&.MuiButton-sizeSmall': { minHeight: 28, padding: '0 10px', fontSize: look.size.small },
          '&.MuiButton-sizeLarge': { minHeight: 48, padding: '0 20px', fontSize: look.size.lead },
          '&.Mui-disabled': { color: alpha(look.ink2, 0.8) },
          '& .MuiButton-startIcon': { marginLeft: -2, marginRight: 6 },
          '@media (pointer: coarse)': { '&, &.MuiButton-sizeSmall': { minHeight: 44 } },
        },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: {
          borderRadius: look.corner,
          padding: 6,
          color: look.ink2,
          '&:hover': { backgroundColor: alpha(look.ink, 0.06), color: look.ink },
          '@media (pointer: coarse)': { minWidth: 44, minHeight: 44 },
        },
      },
    },
    MuiSvgIcon: { styleOverrides: { root: { fontSize: 18 }, fontSizeSmall: { fontSize: 16 } } },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' }, outlined: { border: hairline } },
    },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiMenu: { styleOverrides: { paper: floating(look), list: { padding: 4 } } },
    MuiPopover: { styleOverrides: { paper: floating(look) } },
    MuiAutocomplete: { styleOverrides: { paper: floating(look), option: { fontSize: look.size.body } } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          borderRadius: look.corner - 2,
          minHeight: look.row - 4,
          fontSize: look.size.body,
          padding: '4px 10px',
        },
      },
    },
    MuiBackdrop: {
      styleOverrides: {
        root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: alpha(look.ink, 0.28) } },
      },
    },
    MuiDialog: { styleOverrides: { paper: floating(look) } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: look.size.lead, padding: '16px 20px 8px' } } },
    MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px' } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '12px 20px 16px' } } },
    MuiDrawer: { styleOverrides: { paper: { border: 0, borderLeft: hairline, backgroundImage: 'none' } } },
    MuiTooltip: {
      defaultProps: { enterDelay: 350 },
      styleOverrides: {
        tooltip: {
          backgroundColor: look.ink,
          color: look.paper,
          fontSize: look.size.tiny,
          borderRadius: look.corner - 2,
        },
      },
    },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', fullWidth: true, margin: 'none' } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          backgroundColor: look.surface,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: look.hairline, top: 0 },
          '& .MuiOutlinedInput-notchedOutline legend': { display: 'none' },
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: look.ink2 },
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: look.accent, borderWidth: 2 },
        },
        input: { '&.MuiInputBase-inputSizeSmall': { paddingTop: 8, paddingBottom: 8, height: 22 } },
        multiline: { paddingTop: 8, paddingBottom: 8 },
      },
    },
    // The label stands above its field and does not move.
    MuiInputLabel: {
      defaultProps: { shrink: true },
      styleOverrides: {
        root: {
          position: 'static',
          transform: 'none',
          maxWidth: '100%',
          marginBottom: 4,
          fontSize: look.size.small,
          fontWeight: look.weight.medium,
          lineHeight: 1.3,
          color: look.ink2,
          pointerEvents: 'auto',
          '&.Mui-focused': { color: look.ink2 },
        },
        asterisk: { color: look.ink2 },
      },
    },
    MuiFormHelperText: {
      styleOverrides: {
        // react-admin keeps an empty line under each field; ours appears when there is something to say.
        root: { marginLeft: 2, '&:not(.Mui-error):has(> span:only-child)': { display: 'none' } },
      },
    },
    MuiChip: {
      styleOverrides: {
        root: { height: 22, fontSize: look.size.tiny, fontWeight: look.weight.medium, borderRadius: 999 },
      },
    },
    MuiTabs: { styleOverrides: { root: { minHeight: 36 }, indicator: { height: 2 } } },
    MuiTab: {
      styleOverrides: {
        root: { minHeight: 36, minWidth: 0, padding: '0 12px', '&.Mui-selected': { color: look.ink } },
      },
    },
    MuiSkeleton: { styleOverrides: { root: { backgroundColor: alpha(look.ink, 0.07), transform: 'none' } } },
    ...tableParts(look, hairline),
  }
}

const floating = (look: Look) => ({
  border: `1px solid ${look.hairline}`,
  borderRadius: look.corner + 2,
  backgroundColor: look.raised,
  boxShadow: look.shadow,
  backgroundImage: 'none',
})

function tableParts(look: Look, hairline: string): NonNullable<ThemeOptions['components']> {
  return {
    MuiTableCell: {
      styleOverrides: {
        root: {
          height: look.row,
          padding: '0 12px',
          borderBottom: hairline,
          fontSize: look.size.body,
          lineHeight: 1.2,
          fontFeatureSettings: '"tnum"',
        },
        head: {
          height: 34,
          color: look.ink2,
          fontSize: look.size.tiny,
          fontWeight: look.weight.medium,
          backgroundColor: look.surface,
          whiteSpace: 'nowrap',
        },
      },
    },
    MuiTableRow: {
      styleOverrides: {
        root: {
          '&.MuiTableRow-hover:hover': { backgroundColor: look.hover },
          '&:last-child td': { borderBottom: 0 },
        },
      },
    },
    MuiTableSortLabel: { styleOverrides: { icon: { fontSize: 14 } } },
  }
}

function base(look: Look, ring: object) {
  return {
    body: {
      backgroundColor: look.paper,
      fontVariantNumeric: 'proportional-nums',
      WebkitFontSmoothing: 'antialiased',
      overflowWrap: 'break-word',
    },
    a: { color: look.accent, textDecorationColor: alpha(look.accent, 0.35), textUnderlineOffset: 3 },
    ':focus-visible': ring,
    '::selection': { backgroundColor: alpha(look.accent, 0.22) },
    '@media (prefers-reduced-motion: reduce)': {
      '*, *::before, *::after': { animationDuration: '1ms !important', transitionDuration: '1ms !important' },
    },
  }
}
