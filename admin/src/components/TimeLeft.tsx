import { formatAbsolute, formatDuration, formatRelative } from './formatTime.ts'
import { useNow } from './useNow.ts'

const DAY_MS = 86_400_000

/** Counts down to a deadline; to the second on its last day. */
export function TimeLeft({ deadlineIso }: { deadlineIso: string | null }) {
  const now = useNow()
  if (deadlineIso === null) return <>past the year 9999</>
  const ms = Date.parse(deadlineIso)
  const left = ms - now
  const words =
    left <= 0
      ? `ended ${formatRelative(ms, now)}`
      : left > 3 * DAY_MS
        ? `${Math.floor(left / DAY_MS)} days left`
        : `${formatDuration(left / 1000)} left`
  return (
    <time dateTime={deadlineIso} title={formatAbsolute(ms)}>
      {words}
    </time>
  )
}
