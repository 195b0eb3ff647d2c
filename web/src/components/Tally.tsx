import type { CSSProperties } from 'react'
import { useLanguage } from '../i18n/messages.ts'
import { formatPercent } from '../lib/formatAmount.ts'

interface TallyProps {
  percent: number
  /** In px. */
  height?: number
  /** A campaign that failed: nothing burns there any more. */
  muted?: boolean
  className?: string
}

/** Progress as strokes on a tally stick. Past the goal the stick grows: the notch moves left, gold follows the ember. */
export function Tally({ percent, height = 12, muted = false, className = '' }: TallyProps) {
  const { code, t } = useLanguage()
  const whole = Math.max(100, percent)
  const filled = Math.min(1, percent / whole)
  const style = {
    '--tally-height': `${height}px`,
    '--filled': filled,
    '--goal-at': 100 / whole,
    '--goal-in-fill': percent > 100 ? 100 / percent : 1,
  } as CSSProperties
  return (
    <div
      className={`tally ${className}`}
      style={style}
      data-muted={muted}
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={Math.round(whole)}
      aria-valuenow={Math.min(Math.round(percent), Math.round(whole))}
      aria-valuetext={t.campaign.ofGoal(formatPercent(percent, code))}
      aria-label={t.campaign.progress}
    >
      <div className="tally-strokes">
        <div className="tally-fill" />
      </div>
      {percent > 100 && <div className="tally-goal" />}
    </div>
  )
}
