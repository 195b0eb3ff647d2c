import type { DonorContribution } from '../../../api/types.ts'
import { Amount } from '../../../components/Amount.tsx'
import { Picture } from '../../../components/Picture.tsx'
import { StatusLabel } from '../../../components/StatusLabel.tsx'
import { TimeAgo } from '../../../components/TimeAgo.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { Link } from '../../../routing/Link.tsx'

export function BackedList({ contributions }: { contributions: DonorContribution[] }) {
  const t = useMessages()
  return (
    <ul className="mt-4">
      {contributions.map(({ id, campaign, contributed_eth, refunded_eth, refunded_wei, updated_at }) => (
        <li
          key={id}
          className="group relative grid grid-cols-[5.5rem_1fr_auto] items-center gap-x-5 border-b border-line py-3.5"
        >
          <Picture
            url={campaign.metadata?.image_url}
            alt=""
            seed={campaign.address}
            ratio={[3, 2]}
            widths={[160, 320]}
            sizes="5.5rem"
            className="rounded-sm"
          />
          <div className="min-w-0">
            <h3 className="truncate text-lg">
              <Link
                to={`/campaigns/${campaign.address}`}
                className="after:absolute after:inset-0 group-hover:underline underline-offset-4"
              >
                {campaign.metadata?.name ?? shortAddress(campaign.address)}
              </Link>
            </h3>
            <p className="mt-1 flex flex-wrap items-center gap-x-3 text-xs text-ink-3">
              <StatusLabel status={campaign.status} /> <TimeAgo iso={updated_at} />
            </p>
          </div>
          <p className="text-right text-sm">
            <Amount eth={contributed_eth} className="font-semibold" />
            {refunded_wei !== '0' && (
              <span className="block text-xs text-ink-3">
                <Amount eth={refunded_eth} /> {t.profile.refunded}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
