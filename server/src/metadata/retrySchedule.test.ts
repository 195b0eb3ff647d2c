import { expect, test } from 'vitest'
import { retryDelayMs } from './retrySchedule.ts'

const HOUR = 3_600_000
const middle = () => 0.5

test('retries back off for a week and are daily from then on', () => {
  const delays = Array.from({ length: 36 }, (_, i) => retryDelayMs(i + 1, middle))
  expect(delays.slice(0, 6)).toEqual([2_000, 6_000, 18_000, 54_000, 162_000, 486_000])
  expect(delays).toEqual(delays.toSorted((a, b) => a - b))
  const week = delays.reduce((sum, delay) => sum + delay, 0)
  expect(week / HOUR).toBeGreaterThan(6.9 * 24)
  expect(week / HOUR).toBeLessThan(7.1 * 24)
  expect(retryDelayMs(37, middle)).toBe(24 * HOUR)
  expect(retryDelayMs(100_000, middle)).toBe(24 * HOUR)
})

test('retries are spread by a quarter to either side', () => {
  expect(retryDelayMs(1, () => 0)).toBe(1_500)
  expect(retryDelayMs(1, () => 1)).toBe(2_500)
})
