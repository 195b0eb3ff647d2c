import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { getCampaign } from '../../../api/queries.ts'
import type { CampaignList, ChainEvent } from '../../../api/types.ts'
import { Amount } from '../../../components/Amount.tsx'
import { TimeAgo } from '../../../components/TimeAgo.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { classes } from '../../../lib/classes.ts'
import { formatCount } from '../../../lib/formatAmount.ts'
import { formatWei } from '../../../lib/formatWei.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { Link } from '../../../routing/Link.tsx'
import { listLatestDonations } from '../api/listLatestDonations.ts'

/** The newest lines of the ledger, as the chain has them. */
export function LedgerFeed() {
  const { t } = useLanguage()
  const { data } = useQuery(listLatestDonations())
  const [atFirst] = useState(() => new Set(data?.results.map(({ id }) => id)))
  return (
    <section aria-labelledby="ledger" className="later flex flex-col [--tall:38rem]">
      <h2 id="ledger" className="flex items-center gap-2.5 border-b-2 border-ink pb-3 text-xl">
        <span className="size-2.5 animate-pulse rounded-full bg-ember" aria-hidden="true" />
        {t.home.ledger}
      </h2>
      <ol className="min-h-[26rem] grow">
        {data?.results.map((event) => (
          <LedgerLine key={event.id} event={event} isNew={!atFirst.has(event.id)} />
        ))}
        {!data && Array.from({ length: 8 }, (_, index) => <li key={index} className="skeleton mt-3 h-14" />)}
      </ol>
      <p className="pt-3 text-xs text-ink-3">{t.home.ledgerNote}</p>
    </section>
  )
}

function LedgerLine({ event, isNew }: { event: ChainEvent; isNew: boolean }) {
  const { code, t } = useLanguage()
  const name = useCampaignName(event.address)
  const parsed = event.event_data_parsed as { donor?: string; amount?: string }
  return (
    <li
      className={classes(
        'grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2.5',
        isNew && 'animate-[arrive_2.5s_ease-out]',
      )}
    >
      <Link
        to={`/campaigns/${event.address}`}
        className="truncate text-sm font-semibold hover:underline underline-offset-4"
      >
        {name ?? shortAddress(event.address)}
      </Link>
      <Amount eth={formatWei(parsed.amount ?? '0')} className="text-right text-sm font-semibold text-ember-ink" />
      <span className="truncate text-xs text-ink-3">
        {t.home.from} <span className="font-mono">{shortAddress(parsed.donor ?? '')}</span>,{' '}
        {t.freshness.block(formatCount(event.block_number, code))}
      </span>
      <TimeAgo iso={event.created_at} className="text-right text-xs text-ink-3" />
    </li>
  )
}

const LISTS = ['/api/v1/campaigns/', '/api/v1/stats/trending/']

/** From any list that is here already; only a campaign that none of them holds is asked for. */
function useCampaignName(address: string): string | null | undefined {
  const client = useQueryClient()
  const lists = LISTS.flatMap((path) =>
    client.getQueriesData<Pick<CampaignList, 'results'>>({ queryKey: ['api', path] }),
  )
  const known = lists.flatMap(([, list]) => list?.results ?? []).find((campaign) => campaign.address === address)
  const { data } = useQuery({
    ...getCampaign(address),
    enabled: known === undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (known ?? data)?.metadata?.name
}
