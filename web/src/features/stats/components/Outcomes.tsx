import type { PlatformStats } from '../../../api/types.ts'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatCount } from '../../../lib/formatAmount.ts'

/** Every campaign is a stroke, in the colour of how it stands. */
export function Outcomes({ stats }: { stats: PlatformStats | undefined }) {
  const { code, t } = useLanguage()
  const parts = [
    { key: 'WITHDRAWN', count: stats?.withdrawn_campaigns ?? 0, colour: 'bg-moss' },
    { key: 'SUCCESS', count: stats?.successful_campaigns ?? 0, colour: 'bg-flame' },
    { key: 'ACTIVE', count: stats?.active_campaigns ?? 0, colour: 'bg-ember' },
    { key: 'FAILED', count: stats?.failed_campaigns ?? 0, colour: 'bg-line-strong' },
  ] as const
  const total = stats?.total_campaigns ?? 0
  return (
    <section className="mt-16" aria-labelledby="outcomes">
      <h2 id="outcomes" className="border-t-2 border-ink pt-4 text-2xl">
        {t.stats.outcomes}
      </h2>
      {/* Past a few hundred, a stroke each would be a hair. */}
      <div className={`mt-5 flex h-12 ${total > 200 ? 'gap-0' : 'gap-[clamp(1px,0.5%,6px)]'}`} aria-hidden="true">
        {parts.flatMap(({ key, count, colour }) =>
          total > 200
            ? [<span key={key} className={colour} style={{ flexGrow: count }} />]
            : Array.from({ length: count }, (_, index) => (
                <span key={`${key} ${index}`} className={`grow ${colour}`} />
              )),
        )}
      </div>
      <dl className="mt-4 flex flex-wrap gap-x-10 gap-y-3">
        {parts.map(({ key, count, colour }) => (
          <div key={key} className="flex items-baseline gap-2.5">
            <span className={`h-4 w-1.5 self-center ${colour}`} aria-hidden="true" />
            <dt className="text-sm text-ink-2">{t.status[key]}</dt>
            <dd className="figures font-display text-xl font-bold">{formatCount(count, code)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
