import type { Campaign } from '../../../api/types.ts'
import { Amount } from '../../../components/Amount.tsx'
import { buttonClasses } from '../../../components/Button.tsx'
import { Later } from '../../../components/Later.tsx'
import { Picture } from '../../../components/Picture.tsx'
import { Tally } from '../../../components/Tally.tsx'
import { TimeLeftLabel } from '../../../components/TimeLeftLabel.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatCount, formatPercent } from '../../../lib/formatAmount.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'
import { Link } from '../../../routing/Link.tsx'
import { LedgerFeed } from './LedgerFeed.tsx'
import { PlatformFigures } from './PlatformFigures.tsx'

export const LEAD_SIZES = '(min-width: 82rem) 48rem, (min-width: 64rem) 62vw, 94vw'
export const LEAD_WIDTHS = [640, 960, 1280, 1920] as const

/** Two of them stand in one line wherever the page has room for it. */
const BESIDE = 'max-sm:grow max-sm:px-3.5 max-sm:text-sm lg:max-[90rem]:px-4 lg:max-[90rem]:text-sm'

export function Hero({ lead }: { lead: Campaign | undefined }) {
  const { t } = useLanguage()
  return (
    <section className="page pt-9 md:pt-14">
      <div className="grid items-end gap-x-12 gap-y-6 lg:grid-cols-[1.75fr_1fr]">
        <h1 className="text-4xl font-extrabold tracking-[-0.028em]">
          {t.home.title1} <span className="whitespace-nowrap text-ember-ink">{t.home.title2}</span>
        </h1>
        <div className="pb-1">
          <p className="max-w-[34rem] text-base text-ink-2">{t.home.lead}</p>
          <p className="mt-5 flex flex-wrap gap-2.5 sm:gap-3">
            <Link to="/explore" className={buttonClasses('ember', 'lg', BESIDE)}>
              {t.home.explore}
            </Link>
            <Link to="/create" className={buttonClasses('outline', 'lg', BESIDE)}>
              {t.nav.create}
            </Link>
          </p>
        </div>
      </div>
      <div className="mt-10 grid gap-x-12 gap-y-12 lg:grid-cols-[1.75fr_1fr]">
        {lead ? <Lead campaign={lead} /> : <div className="skeleton aspect-3/2 rounded-lg" />}
        <Later>
          <LedgerFeed />
        </Later>
      </div>
      <Later>
        <PlatformFigures />
      </Later>
    </section>
  )
}

function Lead({ campaign }: { campaign: Campaign }) {
  const { code, t } = useLanguage()
  const { metadata, address, progress_percent: percent } = campaign
  return (
    <article className="group relative">
      <div className="overflow-hidden rounded-lg">
        <Picture
          url={metadata?.image_url}
          alt=""
          seed={address}
          ratio={[16, 9]}
          widths={LEAD_WIDTHS}
          sizes={LEAD_SIZES}
          first
          className="transition-transform duration-1000 ease-out group-hover:scale-[1.02]"
        />
      </div>
      <Tally percent={percent} height={20} className="mt-4" />
      <div className="mt-4 grid gap-x-8 gap-y-3 sm:grid-cols-[1fr_auto]">
        <div>
          <h2 className="text-2xl">
            <Link
              to={`/campaigns/${address}`}
              className="decoration-2 underline-offset-4 after:absolute after:inset-0 group-hover:underline"
            >
              {metadata?.name ?? t.campaign.unnamed(shortAddress(address))}
            </Link>
          </h2>
          <p className="mt-2 max-w-xl text-ink-2">{metadata?.short_description}</p>
        </div>
        <p className="text-sm text-ink-2 sm:text-right">
          <strong className="figures block font-display text-2xl font-bold text-ink">
            {formatPercent(percent, code)}
          </strong>
          {t.card.of} <Amount eth={campaign.goal_eth} />
          <br />
          {t.card.donors(campaign.donors_count, formatCount(campaign.donors_count, code))} ·{' '}
          <TimeLeftLabel campaign={campaign} />
        </p>
      </div>
    </article>
  )
}
