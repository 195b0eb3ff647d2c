import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findRabbitmqServer } from '../support/privateRabbitmq.ts'
import { type Ground, openGround } from './openGround.ts'
import { simulateDistributed } from './simulateDistributed.ts'

// More of them: npm run sim -- --distributed --seeds 100 --jobs 4
const SEEDS = 10
const STEPS = 30

const missing = findRabbitmqServer() === null
// A skipped test is counted, and where nothing may be skipped it fails the run.
describe.skipIf(missing)(`processes over RabbitMQ${missing ? ' (no rabbitmq-server is installed here)' : ''}`, () => {
  let ground: Ground

  beforeAll(async () => {
    ground = await openGround()
  }, 180_000)

  afterAll(() => ground?.close())

  // At once: most of a history's time is waiting for what was killed to come back.
  test.concurrent.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'seed %i: killed, wiped and restarted, the tables end equal to a fresh index',
    async (seed) => {
      const result = await simulateDistributed({ seed, steps: STEPS, ground })
      expect(result.differences).toEqual([])
      expect(result.rows).toBeGreaterThan(0)
    },
    600_000,
  )
})
