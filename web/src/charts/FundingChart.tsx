import { useQuery } from '@tanstack/react-query'
import { AxisBottom, AxisLeft } from '@visx/axis'
import { scaleLinear, scaleUtc } from '@visx/scale'
import { getTimeseries } from '../api/queries.ts'
import type { CampaignDetail } from '../api/types.ts'
import { Problem } from '../components/Problem.tsx'
import { useLanguage } from '../i18n/messages.ts'
import { formatAmount, formatCount, formatPercent } from '../lib/formatAmount.ts'
import { formatDate } from '../lib/formatTime.ts'
import { dateFormat, numberFormat } from '../lib/intl.ts'
import { useSiteConfig } from '../lib/siteConfig.ts'
import { useWidth } from '../lib/useWidth.ts'
import { ChartTable } from './ChartTable.tsx'
import { ticksApart } from './ticksApart.ts'

const HEIGHT = 340
const MARGIN = { top: 24, right: 12, bottom: 34, left: 52 }

/** What came together against the goal, with the same in a sentence and in a table. */
export default function FundingChart({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const { data, error, refetch } = useQuery(getTimeseries(campaign.address))
  const c = t.campaign.chart
  if (error) return <Problem error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="skeleton h-80" />
  if (data.results.length === 0) return <p className="text-lg text-ink-2">{c.none}</p>
  const eth = (amount: string) => `${formatAmount(amount, code)} ${nativeSymbol}`
  const best = data.results.reduce((top, day) => (BigInt(day.raised_wei) > BigInt(top.raised_wei) ? day : top))
  const percent = formatPercent(campaign.progress_percent, code)
  return (
    <>
      <h2 className="text-2xl">{c.title}</h2>
      <p className="mt-2 max-w-2xl text-ink-2">
        {c.summary(eth(campaign.total_raised_eth), eth(campaign.goal_eth), percent, data.results.length)}{' '}
        {c.best(formatDate(Date.parse(best.start), code, 'UTC'), eth(best.raised_eth))}
      </p>
      <Curve
        campaign={campaign}
        days={data.results}
        label={c.title}
        goalLabel={`${c.goal} ${eth(campaign.goal_eth)}`}
        locale={code}
      />
      <ChartTable
        head={[c.day, c.count, c.amount, c.total]}
        rows={data.results.map((day) => [
          formatDate(Date.parse(day.start), code, 'UTC'),
          formatCount(day.donations_count, code),
          formatAmount(day.raised_eth, code),
          formatAmount(day.total_raised_eth, code),
        ])}
      />
    </>
  )
}

interface CurveProps {
  campaign: CampaignDetail
  days: { start: string; total_raised_eth: string; donations_count: number }[]
  label: string
  goalLabel: string
  locale: string
}

function Curve({ campaign, days, label, goalLabel, locale }: CurveProps) {
  const [box, width] = useWidth(640)
  const from = Date.parse(campaign.created_at)
  const end = campaign.deadline_iso ? Date.parse(campaign.deadline_iso) : Date.parse(campaign.updated_at)
  const x = scaleUtc({ domain: [from, Math.max(end, from + 1)], range: [MARGIN.left, width - MARGIN.right] })
  const goal = Number(campaign.goal_eth)
  const top = Math.max(goal, Number(campaign.total_raised_eth)) * 1.08
  const y = scaleLinear({ domain: [0, top], range: [HEIGHT - MARGIN.bottom, MARGIN.top] })
  const last = Math.min(Date.parse(campaign.updated_at), end)
  // A day stands at its noon; today's not later than now.
  const at = (iso: string) => x(Math.min(Math.max(from, Date.parse(iso) + 43_200_000), Math.max(last, from)))
  // Steps: between two days with donations nothing came.
  const line = `M${x(from)},${y(0)}${days.map((day) => `H${at(day.start)}V${y(Number(day.total_raised_eth))}`).join('')}H${x(last)}`
  const tick = { fill: 'var(--ink-3)', fontSize: 12, fontFamily: 'var(--font-sans)' }
  return (
    <div ref={box} className="mt-6">
      <svg width={width} height={HEIGHT} className="block overflow-visible" role="img" aria-label={label}>
        <path d={`${line}V${y(0)}H${x(from)}Z`} fill="var(--ember-wash)" />
        <line
          x1={MARGIN.left}
          x2={width - MARGIN.right}
          y1={y(goal)}
          y2={y(goal)}
          stroke="var(--ink)"
          strokeWidth="1.5"
          strokeDasharray="2 4"
        />
        <text
          x={width - MARGIN.right}
          y={y(goal) - 7}
          textAnchor="end"
          fill="var(--ink)"
          fontSize="13"
          fontWeight="600"
        >
          {goalLabel}
        </text>
        <path d={line} fill="none" stroke="var(--ember)" strokeWidth="3" />
        {days.map((day) => (
          <path
            key={day.start}
            d={`M${at(day.start)},${y(0)}v-${Math.min(4 + day.donations_count * 3, 22)}`}
            stroke="var(--ember)"
            strokeWidth="2.5"
          />
        ))}
        <AxisBottom
          scale={x}
          top={HEIGHT - MARGIN.bottom}
          tickValues={ticksApart(x.ticks(width < 480 ? 3 : 6), x)}
          stroke="var(--line-strong)"
          tickStroke="var(--line-strong)"
          tickFormat={(value) =>
            dateFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(value as Date)
          }
          tickLabelProps={() => ({ ...tick, textAnchor: 'middle' })}
        />
        <AxisLeft
          scale={y}
          left={MARGIN.left}
          numTicks={4}
          hideAxisLine
          hideTicks
          tickFormat={(value) => numberFormat(locale, { notation: 'compact' }).format(Number(value))}
          tickLabelProps={() => ({ ...tick, textAnchor: 'end', dx: '-0.4em', dy: '0.3em' })}
        />
      </svg>
    </div>
  )
}
