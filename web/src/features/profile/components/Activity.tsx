import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getCampaign } from '../../../api/queries.ts'
import type { ChainEvent } from '../../../api/types.ts'
import { TransactionLabel } from '../../../components/AddressLabel.tsx'
import { Amount } from '../../../components/Amount.tsx'
import { Button } from '../../../components/Button.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { TimeAgo } from '../../../components/TimeAgo.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatCount } from '../../../lib/formatAmount.ts'
import { formatWei } from '../../../lib/formatWei.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { Link } from '../../../routing/Link.tsx'
import { listActivityPages } from '../api/requests.ts'

interface EventData {
  campaign?: string
  amount?: string
}

/** What the address did, event by event, as the chain has it. `names` spares asking for campaigns that are on the page. */
export function Activity({ address, names }: { address: string; names: ReadonlyMap<string, string> }) {
  const { code, t } = useLanguage()
  const list = useInfiniteQuery(listActivityPages(address))
  const events = list.data?.pages.flatMap((page) => page.results) ?? []
  const count = list.data?.pages[0]?.count
  return (
    <section className="mt-14" aria-labelledby="activity">
      <h2 id="activity" className="border-t-2 border-ink pt-4 text-2xl">
        {t.profile.activity}{' '}
        <span className="figures text-lg text-ink-3">{count !== undefined && formatCount(count, code)}</span>
      </h2>
      {list.isError && events.length === 0 && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {count === 0 && <p className="mt-4 text-ink-2">{t.profile.noActivity}</p>}
      {list.isPending && <div className="skeleton mt-4 h-40" />}
      <ol className="mt-4">
        {events.map((event) => (
          <Line key={event.id} event={event} names={names} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button className="mt-6" onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
          {t.profile.moreActivity}
        </Button>
      )}
    </section>
  )
}

function Line({ event, names }: { event: ChainEvent; names: ReadonlyMap<string, string> }) {
  const { code, t } = useLanguage()
  const { campaign: written, amount } = event.event_data_parsed as EventData
  const campaign = (written ?? event.address).toLowerCase()
  const known = names.get(campaign)
  const { data } = useQuery({ ...getCampaign(campaign), enabled: known === undefined, staleTime: 300_000 })
  const name = known ?? data?.metadata?.name ?? shortAddress(campaign)
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-0.5 border-b border-line py-3">
      <span className="min-w-0 text-sm">
        <Link to={`/campaigns/${campaign}`} className="font-semibold hover:underline underline-offset-4">
          {t.profile.did[event.event_name](name)}
        </Link>
      </span>
      <span className="text-right text-sm font-semibold">{amount && <Amount eth={formatWei(amount)} />}</span>
      <span className="flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
        {t.freshness.block(formatCount(event.block_number, code))} <TransactionLabel hash={event.tx_hash} />
      </span>
      <TimeAgo iso={event.created_at} className="text-right text-xs text-ink-3" />
    </li>
  )
}
