import { useQuery } from '@tanstack/react-query'
import { getCreatorStats } from '../../../api/queries.ts'
import type { CampaignDetail } from '../../../api/types.ts'
import { AddressLabel } from '../../../components/AddressLabel.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { Picture } from '../../../components/Picture.tsx'
import { StatusLabel } from '../../../components/StatusLabel.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { Link } from '../../../routing/Link.tsx'

export function CampaignIntro({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages()
  const { metadata, address, status } = campaign
  return (
    <header className="max-w-5xl">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2">
        {status !== 'ACTIVE' && <StatusLabel status={status} />}
        {metadata?.category && (
          <Link
            to={`/explore?category=${metadata.category}`}
            className="font-semibold hover:underline underline-offset-4"
          >
            {t.categoryName(metadata.category)}
          </Link>
        )}
        {metadata?.location && (
          <span className="inline-flex items-center gap-1.5">
            <Icon name="place" className="size-4 text-ink-3" /> {metadata.location}
          </span>
        )}
      </p>
      <h1 className="mt-3 text-3xl font-extrabold">{metadata?.name ?? t.campaign.unnamed(shortAddress(address))}</h1>
      {metadata?.short_description && <p className="mt-4 max-w-3xl text-lg text-ink-2">{metadata.short_description}</p>}
      <Creator campaign={campaign} />
    </header>
  )
}

function Creator({ campaign: { metadata, creator_address: creator } }: { campaign: CampaignDetail }) {
  const t = useMessages()
  const { data } = useQuery(getCreatorStats(creator))
  const met = data ? data.successful_campaigns + data.withdrawn_campaigns : 0
  return (
    <div className="mt-5 flex items-center gap-3">
      <div className="size-12 shrink-0 overflow-hidden rounded-full">
        <Picture
          url={metadata?.creator_avatar_url}
          alt=""
          seed={creator}
          ratio={[1, 1]}
          widths={[160]}
          sizes="3rem"
          first
        />
      </div>
      <div className="min-w-0 text-sm">
        <p>
          {t.campaign.by} <AddressLabel address={creator} to={`/profiles/${creator}`} name={metadata?.creator_name} />
        </p>
        <p className="min-h-[1.5em] text-ink-3">
          {data && t.campaign.record({ open: data.active_campaigns, met, missed: data.failed_campaigns })}
        </p>
      </div>
    </div>
  )
}
