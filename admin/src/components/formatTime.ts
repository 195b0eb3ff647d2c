const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'long' })
const absolute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

/** "3 minutes ago", "in 2 days". */
export function formatRelative(ms: number, now: number): string {
  const seconds = Math.round((ms - now) / 1000)
  // Clocks differ by seconds; what has just happened is not "in 2 seconds".
  if (Math.abs(seconds) < 10) return 'just now'
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const)
  return relative.format(Math.trunc(seconds / size), unit)
}

export const formatAbsolute = (ms: number): string => `${absolute.format(ms)} UTC`

/** "2 d 4 h", "3 m 12 s", "0 s": the two largest units. */
export function formatDuration(seconds: number): string {
  const s = Math.max(0, Math.round(seconds))
  if (s >= 86_400) return `${Math.floor(s / 86_400)} d ${Math.floor((s % 86_400) / 3600)} h`
  if (s >= 3600) return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} m`
  if (s >= 60) return `${Math.floor(s / 60)} m ${s % 60} s`
  return `${s} s`
}
