import type { ReactNode } from 'react'
import type { Campaign } from '../api/types.ts'
import { useLanguage } from '../i18n/messages.ts'
import { formatCount, formatPercent } from '../lib/formatAmount.ts'
import { shortAddress } from '../lib/shortAddress.ts'
import { Link } from '../routing/Link.tsx'
import { Amount } from './Amount.tsx'
import { Picture } from './Picture.tsx'
import { StatusLabel } from './StatusLabel.tsx'
import { Tally } from './Tally.tsx'
import { TimeLeftLabel } from './TimeLeftLabel.tsx'

interface CampaignCardProps {
  campaign: Campaign
  /** Replaces the name, for marked search hits. */
  name?: ReactNode
  blurb?: ReactNode
  /** One line above the name: why it is shown here. */
  why?: ReactNode
  first?: boolean
  sizes?: string
  level?: 2 | 3
}

/** In a rail a card is narrower on a phone, which loads the smaller picture. */
export const RAIL_SIZES = '(min-width: 75rem) 25rem, (min-width: 40rem) 46vw, min(80vw, 20rem)'
const SIZES = '(min-width: 75rem) 25rem, (min-width: 40rem) 46vw, 92vw'

export function CampaignCard({
  campaign,
  name,
  blurb,
  why,
  first = false,
  sizes = SIZES,
  level = 3,
}: CampaignCardProps) {
  const { code, t } = useLanguage()
  const { metadata, address, status, progress_percent: percent } = campaign
  const Heading = `h${level}` as const
  return (
    <article className="group relative flex flex-col">
      <div className="relative overflow-hidden rounded-md">
        <Picture
          url={metadata?.image_url}
          alt=""
          seed={address}
          ratio={[3, 2]}
          widths={[320, 640, 960]}
          sizes={sizes}
          first={first}
          className="transition-transform duration-700 ease-out group-hover:scale-[1.03]"
        />
        {status !== 'ACTIVE' && <StatusLabel status={status} className="absolute top-3 left-3" />}
      </div>
      <Tally percent={percent} height={11} muted={status === 'FAILED'} className="mt-3" />
      <p className="mt-2 flex items-baseline justify-between gap-3 text-sm text-ink-2">
        <span>
          <strong className="figures font-semibold text-ink">{formatPercent(percent, code)}</strong> {t.card.of}{' '}
          <Amount eth={campaign.goal_eth} />
        </span>
        <TimeLeftLabel campaign={campaign} className="text-right" />
      </p>
      {why && <p className="mt-3 text-sm font-medium text-ember-ink">{why}</p>}
      <Heading className={`${why ? 'mt-1' : 'mt-3'} text-xl leading-[1.15]`}>
        <Link
          to={`/campaigns/${address}`}
          className="after:absolute after:inset-0 group-hover:underline decoration-2 underline-offset-4"
        >
          {name || metadata?.name || t.campaign.unnamed(shortAddress(address))}
        </Link>
      </Heading>
      {(blurb || metadata?.short_description) && (
        <p className="mt-2 line-clamp-2 text-sm text-ink-2">{blurb || metadata?.short_description}</p>
      )}
      <p className="mt-2 text-xs text-ink-3">
        {t.card.donors(campaign.donors_count, formatCount(campaign.donors_count, code))}
        {metadata?.category && <> · {t.categoryName(metadata.category)}</>}
        {' · '}
        {t.card.by} <span className="font-mono text-[0.92em]">{shortAddress(campaign.creator_address)}</span>
      </p>
    </article>
  )
}

export function CampaignCardSkeleton() {
  return (
    <div aria-hidden="true">
      <div className="skeleton aspect-3/2 w-full rounded-md" />
      <div className="skeleton mt-3 h-[11px]" />
      <div className="skeleton mt-3 h-4 w-2/5" />
      <div className="skeleton mt-4 h-6 w-4/5" />
      <div className="skeleton mt-3 h-4 w-full" />
      <div className="skeleton mt-2 h-4 w-3/5" />
    </div>
  )
}
