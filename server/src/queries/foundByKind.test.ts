import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wayOf } from './foundByKind.ts'

test('what does not fit into the memory of a statement is not looked for among what was found', () => {
  const size = fc.integer({ min: 0, max: 10_000_000 })
  fc.assert(
    fc.property(size, size, fc.integer({ min: 1, max: 1_000_000 }), (passing, others, needed) => {
      const way = wayOf('-created_at', passing, passing + others, needed)
      expect(way === 'amongFound' && passing > 50_000).toBe(false)
    }),
  )
  expect(wayOf('-created_at', 40_000, 100_000, 2_000)).toBe('amongFound')
  expect(wayOf('-created_at', 120_000, 200_000, 80_000)).toBe('byKey')
})
