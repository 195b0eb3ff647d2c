import { useQuery } from '@tanstack/react-query'
import { getSyncState } from '../api/queries.ts'
import { useLanguage } from '../i18n/messages.ts'
import { formatCount } from '../lib/formatAmount.ts'
import { formatRelative } from '../lib/formatTime.ts'
import { useSiteConfig } from '../lib/siteConfig.ts'
import { useNow } from '../lib/useNow.ts'

const POLL_MS = 10_000

export const useSyncState = () => {
  const { chainId } = useSiteConfig()
  return useQuery({ ...getSyncState(chainId), refetchInterval: POLL_MS, staleTime: POLL_MS / 2 })
}

/** At which block everything on the page was read, and when the indexer was last heard. */
export function FreshnessLabel() {
  const { code, t } = useLanguage()
  const now = useNow()
  const { data, isError } = useSyncState()
  if (!data || data.last_block === null) return <span className="text-ink-3">{t.freshness.unknown}</span>
  const fine = data.state === 'live' && !isError
  const heard = Date.parse(data.updated_at)
  return (
    <span className="inline-flex items-center gap-2 text-ink-2">
      <span className={`size-2 rounded-full ${fine ? 'bg-moss' : 'bg-flame'}`} />
      <span className="figures" suppressHydrationWarning>
        {t.freshness.block(formatCount(data.last_block, code))}, {formatRelative(Math.min(heard, now), now, code)}
      </span>
    </span>
  )
}
