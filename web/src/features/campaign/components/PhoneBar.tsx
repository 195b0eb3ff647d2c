import type { CampaignDetail } from '../../../api/types.ts'
import { buttonClasses } from '../../../components/Button.tsx'
import { Tally } from '../../../components/Tally.tsx'
import { TimeLeftLabel } from '../../../components/TimeLeftLabel.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatPercent } from '../../../lib/formatAmount.ts'

/** On a phone the way to give stays at hand. */
export function PhoneBar({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  if (!campaign.accepts_donations) return null
  return (
    <div className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-ground/95 px-4 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] backdrop-blur lg:hidden">
      <div className="flex items-center gap-4">
        <div className="min-w-0 grow">
          <Tally percent={campaign.progress_percent} height={9} />
          <p className="mt-1.5 truncate text-xs text-ink-2">
            <strong className="figures font-semibold text-ink">{formatPercent(campaign.progress_percent, code)}</strong>
            , <TimeLeftLabel campaign={campaign} />
          </p>
        </div>
        <a href="#donate" className={buttonClasses('ember')}>
          {t.campaign.backThis}
        </a>
      </div>
    </div>
  )
}
