import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { ChartTable } from '../../../charts/ChartTable.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatAmount, formatCount } from '../../../lib/formatAmount.ts'
import { formatDate } from '../../../lib/formatTime.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { useHydrated } from '../../../lib/useHydrated.ts'
import { getPlatformTimeseries } from '../api/requests.ts'
import { INTERVALS, METRICS, RANGES, type StatsSearch, statsHref } from '../statsSearch.ts'
import { Switch } from './Switch.tsx'

const StrokeChart = lazy(() => import('../../../charts/StrokeChart.tsx'))

export interface Point {
  start: string
  value: string
  total: string
}

export function Series({ choice }: { choice: StatsSearch }) {
  const { code, t } = useLanguage()
  const { nativeSymbol, now } = useSiteConfig()
  const hydrated = useHydrated()
  const { data, error, refetch } = useQuery({
    ...getPlatformTimeseries(choice.metric, choice.interval),
    placeholderData: keepPreviousData,
  })
  const s = t.stats
  const all: Point[] =
    data?.results.map((row) =>
      'value_eth' in row
        ? { start: row.start, value: row.value_eth, total: row.total_eth }
        : { start: row.start, value: String(row.value), total: String(row.total) },
    ) ?? []
  const since = choice.days === 0 ? 0 : now - choice.days * 86_400_000
  const points = all.filter((point) => Date.parse(point.start) >= since)
  const show = (value: string) =>
    choice.metric === 'raised' ? `${formatAmount(value, code)} ${nativeSymbol}` : formatCount(Number(value), code)
  const day = (iso: string) => formatDate(Date.parse(iso), code, 'UTC')
  const peak = points.reduce<Point | undefined>(
    (top, point) => (top === undefined || Number(point.value) > Number(top.value) ? point : top),
    undefined,
  )
  const sum = points.reduce((total, point) => total + Number(point.value), 0)
  return (
    <section className="mt-8" aria-labelledby="series">
      <h2 id="series" className="sr-only">
        {s.metrics[choice.metric]}
      </h2>
      <div className="flex flex-wrap gap-3">
        <Switch
          label={s.metric}
          current={choice.metric}
          options={METRICS.map((metric) => ({
            value: metric,
            label: s.metrics[metric],
            to: statsHref({ ...choice, metric }),
          }))}
        />
        <Switch
          label={s.range}
          current={choice.days}
          options={RANGES.map((days) => ({ value: days, label: s.ranges[days], to: statsHref({ ...choice, days }) }))}
        />
        <Switch
          label={s.interval}
          current={choice.interval}
          options={INTERVALS.map((interval) => ({
            value: interval,
            label: s.intervals[interval],
            to: statsHref({ ...choice, interval }),
          }))}
        />
      </div>
      {error && !data ? (
        <Problem error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <div className="mt-6 h-[340px]">
            <Suspense fallback={<div className="skeleton h-full" />}>
              {hydrated && points.length > 0 ? (
                <StrokeChart points={points} label={s.metrics[choice.metric]} whole={choice.metric !== 'raised'} />
              ) : (
                <div className="skeleton h-full" />
              )}
            </Suspense>
          </div>
          {peak && points.length > 0 && (
            <p className="mt-3 text-ink-2">
              {s.summary(show(sum.toFixed(6)), day(points[0]?.start ?? ''), day(points.at(-1)?.start ?? ''))}{' '}
              {s.peak(day(peak.start), show(peak.value))}
            </p>
          )}
          <ChartTable
            head={[s.when, s.value, s.total]}
            rows={points.map((point) => [day(point.start), show(point.value), show(point.total)])}
          />
        </>
      )}
    </section>
  )
}
