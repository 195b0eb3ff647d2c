import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoTime } from './isoTime.ts'

test('times are written as Date writes them', () => {
  const times = fc.oneof(
    fc.date({ noInvalidDate: true }),
    fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => new Date(ms)),
    ...[0, -1, 999, 8_640_000_000_000_000, -8_640_000_000_000_000, -62_167_219_200_000, 253_402_300_800_000].map((ms) =>
      fc.constant(new Date(ms)),
    ),
  )
  fc.assert(
    fc.property(times, (time) => {
      expect(isoTime(time)).toBe(time.toISOString())
    }),
    { numRuns: 2_000 },
  )
})

test('an invalid date is refused', () => {
  expect(() => isoTime(new Date(Number.NaN))).toThrow(RangeError)
})
