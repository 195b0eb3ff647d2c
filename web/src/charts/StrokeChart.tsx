import { AxisBottom, AxisLeft } from '@visx/axis'
import { scaleLinear, scaleUtc } from '@visx/scale'
import { useLanguage } from '../i18n/messages.ts'
import { dateFormat, numberFormat } from '../lib/intl.ts'
import { useWidth } from '../lib/useWidth.ts'
import { ticksApart } from './ticksApart.ts'

const HEIGHT = 340
const MARGIN = { top: 12, right: 12, bottom: 34, left: 52 }
/** Half a stroke at its widest: the first and the last stand within the axis. */
const EDGE = 8

interface StrokeChartProps {
  /** `start` in ISO 8601, `value` a decimal string. */
  points: { start: string; value: string }[]
  label: string
  /** Counts of something: no ticks between whole numbers. */
  whole?: boolean
}

/** One stroke an interval, as everything here is counted in strokes. */
export default function StrokeChart({ points, label, whole = false }: StrokeChartProps) {
  const { code } = useLanguage()
  const [box, width] = useWidth(900)
  const from = Date.parse(points[0]?.start ?? '')
  const to = Date.parse(points.at(-1)?.start ?? '')
  const x = scaleUtc({
    domain: [from, Math.max(to, from + 86_400_000)],
    range: [MARGIN.left + EDGE, width - MARGIN.right - EDGE],
  })
  const top = Math.max(...points.map((point) => Number(point.value)), whole ? 1 : 1e-9)
  const isShown = (value: number) => !whole || Number.isInteger(value)
  const y = scaleLinear({ domain: [0, top], range: [HEIGHT - MARGIN.bottom, MARGIN.top], nice: true })
  const stroke = Math.max(3, Math.min(14, ((width - 80) / Math.max(points.length, 1)) * 0.55))
  const tick = { fill: 'var(--ink-3)', fontSize: 12, fontFamily: 'var(--font-sans)' }
  return (
    <div ref={box}>
      <svg width={width} height={HEIGHT} className="block" role="img" aria-label={label}>
        {y
          .ticks(4)
          .filter(isShown)
          .map((value) => (
            <line
              key={value}
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y(value)}
              y2={y(value)}
              stroke="var(--line)"
            />
          ))}
        {points.map((point) => (
          <path
            key={point.start}
            d={`M${x(Date.parse(point.start))},${y(0)}V${y(Number(point.value))}`}
            stroke="var(--ember)"
            strokeWidth={stroke}
          />
        ))}
        <AxisBottom
          scale={x}
          top={HEIGHT - MARGIN.bottom}
          rangePadding={EDGE}
          tickValues={ticksApart(x.ticks(width < 480 ? 3 : 7), x)}
          stroke="var(--line-strong)"
          tickStroke="var(--line-strong)"
          tickFormat={(value) =>
            dateFormat(code, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(value as Date)
          }
          tickLabelProps={() => ({ ...tick, textAnchor: 'middle' })}
        />
        <AxisLeft
          scale={y}
          left={MARGIN.left}
          tickValues={y.ticks(4).filter(isShown)}
          hideAxisLine
          hideTicks
          tickFormat={(value) => numberFormat(code, { notation: 'compact' }).format(Number(value))}
          tickLabelProps={() => ({ ...tick, textAnchor: 'end', dx: '-0.4em', dy: '0.3em' })}
        />
      </svg>
    </div>
  )
}
