import { describe, expect, it } from 'vitest'
import { formatAmount, formatPercent, formatTimeLeft } from './figures.ts'

describe('figures of a campaign', () => {
  it('are cut, never rounded up', () => {
    expect(formatAmount('0.99999', 'en')).toBe('0.9999')
    expect(formatPercent(99.999, 'en')).toBe('99%')
    expect(formatAmount('1234567.9', 'de')).toBe('1.234.567')
  })

  it('stay short however large they are', () => {
    expect(formatAmount(`${2n ** 256n}`, 'en').length).toBeLessThan(12)
    expect(formatPercent(1e60, 'en').length).toBeLessThan(12)
    expect(formatTimeLeft(1e60, 0, 'en')).toBe('> 100 years')
  })

  it('say how long is left in the largest whole unit', () => {
    expect(formatTimeLeft(3 * 86_400, 1000, 'en')).toBe('2 days')
    expect(formatTimeLeft(2 * 86_400, 1000, 'en')).toBe('47 hours')
    expect(formatTimeLeft(30, 0, 'de')).toBe('1 Minute')
    expect(formatTimeLeft(30, 30_000, 'en')).toBeNull()
  })
})
