import { Box } from '@mui/material'

type Tone = 'good' | 'bad' | 'warn' | 'busy' | 'plain'

const TONES: Record<string, Tone> = {
  active: 'busy',
  success: 'good',
  failed: 'bad',
  withdrawn: 'plain',
  resolved: 'good',
  pending: 'warn',
  live: 'good',
  backfilling: 'busy',
  stalled: 'bad',
  halted: 'bad',
  up: 'good',
  healthy: 'good',
  down: 'bad',
  unhealthy: 'bad',
  resting: 'warn',
  open: 'warn',
  upheld: 'bad',
  dismissed: 'plain',
  queued: 'warn',
  running: 'busy',
  done: 'good',
  succeeded: 'good',
  completed: 'good',
  clean: 'good',
  different: 'bad',
  cancelled: 'plain',
  hidden: 'bad',
  featured: 'warn',
  removed: 'bad',
  admin: 'warn',
  staff: 'busy',
  user: 'plain',
}

const COLORS: Record<Tone, [ink: string, wash: string]> = {
  good: ['var(--moss)', 'var(--moss-wash)'],
  bad: ['var(--alarm)', 'var(--alarm-wash)'],
  warn: ['var(--flame-ink)', 'var(--flame-wash)'],
  busy: ['var(--ember-ink)', 'var(--ember-wash)'],
  plain: ['var(--ink-2)', 'var(--sunken)'],
}

/** A state in one word. The word says it; the colour only helps to find it. */
export function StateChip({ state, tone, label }: { state: string; tone?: Tone; label?: string }) {
  const [ink, wash] = COLORS[tone ?? TONES[state.toLowerCase()] ?? 'plain']
  const words = label ?? state.replaceAll('_', ' ').toLowerCase()
  return (
    <Box
      component="span"
      data-state={state}
      sx={{
        display: 'inline-block',
        px: 1,
        py: 0.125,
        borderRadius: '5px',
        color: ink,
        background: wash,
        fontSize: '0.8125rem',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        '&::first-letter': { textTransform: 'uppercase' },
      }}
    >
      {words}
    </Box>
  )
}
