import type { RaThemeOptions } from 'react-admin'

export type Mode = 'light' | 'dark'

const SANS = '"Instrument Sans", "Text Fallback", system-ui, sans-serif'
const DISPLAY = '"Bricolage Display", "Display Fallback", system-ui, sans-serif'
export const MONO = 'ui-monospace, "SF Mono", "Cascadia Code", "Liberation Mono", Menlo, monospace'

const heading = (fontSize: string) => ({
  fontFamily: DISPLAY,
  fontWeight: 700,
  letterSpacing: '-0.015em',
  lineHeight: 1.2,
  fontSize,
})

/** The component library in the web app's colours and faces. */
export function createDeskTheme(mode: Mode): RaThemeOptions {
  const t = __TOKENS__[mode] as Record<string, string>
  const color = (name: string): string => t[name] as string
  return {
    palette: {
      mode,
      primary: { main: color('ember-button'), dark: color('ember-ink'), contrastText: color('on-ember') },
      secondary: { main: color('ink'), contrastText: color('ground') },
      success: { main: color('moss'), contrastText: color('ground') },
      error: { main: color('alarm'), contrastText: color('ground') },
      warning: { main: color('flame-ink'), contrastText: color('ground') },
      info: { main: color('ink-2'), contrastText: color('ground') },
      background: { default: color('ground'), paper: color('raised') },
      text: { primary: color('ink'), secondary: color('ink-2'), disabled: color('ink-3') },
      divider: color('line'),
    },
    shape: { borderRadius: 9 },
    typography: {
      fontFamily: SANS,
      fontSize: 14.5,
      h1: heading('1.75rem'),
      h2: heading('1.2rem'),
      h3: heading('1.05rem'),
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: {
      MuiToggleButton: { styleOverrides: { root: { color: 'var(--ink-2)', borderColor: 'var(--line-strong)' } } },
      MuiButton: { defaultProps: { disableElevation: true } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { styleOverrides: { root: { border: '1px solid var(--line)' } } },
      MuiDialog: {
        styleOverrides: { paper: { border: '1px solid var(--line)', boxShadow: '0 12px 48px var(--shade)' } },
      },
      MuiPopover: {
        styleOverrides: { paper: { border: '1px solid var(--line)', boxShadow: '0 12px 32px var(--shade)' } },
      },
      MuiDialogTitle: { defaultProps: { variant: 'h2' } },
      MuiTooltip: {
        styleOverrides: { tooltip: { background: 'var(--ink)', color: 'var(--ground)', fontSize: '0.8rem' } },
      },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: 'var(--line)', fontVariantNumeric: 'tabular-nums lining-nums', fontSize: '0.9rem' },
          head: { color: 'var(--ink-2)', fontWeight: 600, whiteSpace: 'nowrap' },
        },
      },
      MuiTextField: { defaultProps: { size: 'small', variant: 'outlined' } },
      MuiFormControl: { defaultProps: { size: 'small', variant: 'outlined' } },
      MuiOutlinedInput: {
        styleOverrides: {
          root: { background: 'var(--raised)' },
          notchedOutline: { borderColor: 'var(--line-strong)' },
        },
      },
      MuiFormHelperText: { styleOverrides: { root: { color: 'var(--ink-2)' } } },
      MuiTableRow: {
        styleOverrides: { root: { '&.Mui-selected, &.Mui-selected:hover': { background: 'var(--ember-wash)' } } },
      },
      MuiLink: { styleOverrides: { root: { color: 'var(--ember-ink)', textUnderlineOffset: '0.2em' } } },
      MuiLinearProgress: { styleOverrides: { root: { borderRadius: 3, height: 6, background: 'var(--line)' } } },
    },
  }
}
