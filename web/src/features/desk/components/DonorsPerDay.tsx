import { useQuery } from '@tanstack/react-query'
import { ChartTable } from '../../../charts/ChartTable.tsx'
import StrokeChart from '../../../charts/StrokeChart.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatCount } from '../../../lib/formatAmount.ts'
import { formatDate } from '../../../lib/formatTime.ts'
import { getGifts } from '../api/requests.ts'

export default function DonorsPerDay({ address }: { address: string }) {
  const { code, t } = useLanguage()
  const { data, error, refetch } = useQuery(getGifts(address))
  if (error && !data) return <Problem error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="skeleton mt-6 h-80" />
  if (data.days.length === 0) return <p className="mt-4 text-ink-2">{t.campaign.chart.none}</p>
  const day = (iso: string) => formatDate(Date.parse(iso), code, 'UTC')
  const best = data.days.reduce((top, one) => (one.donors_count > top.donors_count ? one : top))
  const returning = data.days.reduce((sum, one) => sum + one.donors_count - one.new_donors_count, 0)
  return (
    <>
      <p className="mt-2 max-w-2xl text-ink-2">
        {t.desk.perDaySummary(data.days.length, day(best.start), formatCount(best.donors_count, code))}{' '}
        {t.desk.returning(returning, formatCount(returning, code))}
      </p>
      <div className="mt-6">
        <StrokeChart
          points={data.days.map(({ start, donors_count }) => ({ start, value: String(donors_count) }))}
          label={t.desk.perDay}
          whole
        />
      </div>
      <ChartTable
        head={[t.campaign.chart.day, t.stats.metrics.donors, t.desk.newDonors, t.campaign.chart.count]}
        rows={data.days.map((one) => [
          day(one.start),
          formatCount(one.donors_count, code),
          formatCount(one.new_donors_count, code),
          formatCount(one.donations_count, code),
        ])}
      />
    </>
  )
}
