import type { Campaign } from '../../../api/types.ts'
import { Amount } from '../../../components/Amount.tsx'
import { Picture } from '../../../components/Picture.tsx'
import { StatusLabel } from '../../../components/StatusLabel.tsx'
import { Tally } from '../../../components/Tally.tsx'
import { TimeLeftLabel } from '../../../components/TimeLeftLabel.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatCount, formatPercent } from '../../../lib/formatAmount.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { Link } from '../../../routing/Link.tsx'

export function DeskRow({ campaign }: { campaign: Campaign }) {
  const { code, t } = useLanguage()
  const { address, metadata, status, progress_percent: percent } = campaign
  return (
    <li className="group relative grid grid-cols-[6rem_1fr] items-center gap-x-5 gap-y-3 border-b border-line py-5 md:grid-cols-[9rem_1.4fr_1fr_auto] md:gap-x-8">
      <Picture
        url={metadata?.image_url}
        alt=""
        seed={address}
        ratio={[3, 2]}
        widths={[160, 320]}
        sizes="9rem"
        className="rounded-sm"
      />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3">
          <StatusLabel status={status} /> <TimeLeftLabel campaign={campaign} />
        </p>
        <h2 className="mt-1.5 text-xl">
          <Link
            to={`/desk/${address}`}
            className="decoration-2 underline-offset-4 after:absolute after:inset-0 group-hover:underline"
          >
            {metadata?.name ?? t.campaign.unnamed(shortAddress(address))}
          </Link>
        </h2>
      </div>
      <div className="max-md:col-span-2">
        <Tally percent={percent} height={14} muted={status === 'FAILED'} />
        <p className="mt-2 text-sm text-ink-2">
          <strong className="figures font-semibold text-ink">{formatPercent(percent, code)}</strong> {t.card.of}{' '}
          <Amount eth={campaign.goal_eth} />,{' '}
          {t.card.donors(campaign.donors_count, formatCount(campaign.donors_count, code))}
        </p>
      </div>
      <p className="text-sm font-semibold text-ember-ink max-md:col-span-2 md:w-40 md:text-right">
        {status === 'SUCCESS' ? t.desk.readyNow : t.desk.open}
      </p>
    </li>
  )
}
