import { expect, test } from 'vitest'
import { createTestDatabase } from '../support/createTestDatabase.ts'
import { simulate } from './simulate.ts'

const SEEDS = 30
const STEPS = 60

test.each(Array.from({ length: SEEDS }, (_, i) => i + 1))(
  'history %i, with kills, faults and reorgs, ends as a fresh index of the final chain',
  async (seed) => {
    const result = await simulate({ seed, steps: STEPS, createDatabase: createTestDatabase })
    expect(result.differences).toEqual([])
  },
  120_000,
)
