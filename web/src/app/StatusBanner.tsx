import { Icon } from '../components/Icon.tsx'
import { useLanguage } from '../i18n/messages.ts'
import { formatCount } from '../lib/formatAmount.ts'
import { useSyncState } from './FreshnessLabel.tsx'

/** Says when the figures are old or cannot be had, so that nobody takes the last ones for the newest. */
export function StatusBanner() {
  const { code, t } = useLanguage()
  const { data, isError, failureCount } = useSyncState()
  const text =
    isError || failureCount > 1
      ? t.banner.unreachable
      : data?.state === 'stalled'
        ? t.banner.stalled(formatCount(data.last_block ?? 0, code))
        : data?.state === 'backfilling'
          ? t.banner.backfilling(formatCount(data.lag_blocks ?? 0, code))
          : null
  return (
    <div role="status">
      {text && (
        <p className="border-b border-line bg-flame-wash text-flame-ink">
          <span className="page flex items-center gap-2.5 py-2.5 text-sm font-medium">
            <Icon name="alert" className="size-4.5" /> {text}
          </span>
        </p>
      )}
    </div>
  )
}
