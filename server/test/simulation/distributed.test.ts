import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../support/createTestDatabase.ts'
import { findRabbitmqServer, type PrivateRabbitmq, startPrivateRabbitmq } from '../support/privateRabbitmq.ts'
import { type OpenTestCluster, openTestCluster } from '../support/testCluster.ts'
import { simulateDistributed } from './simulateDistributed.ts'

// More of them: npm run sim -- --distributed --seeds 100
const SEEDS = 3
const STEPS = 30

const missing = findRabbitmqServer() === null
// A skipped test is counted, and where nothing may be skipped it fails the run.
describe.skipIf(missing)(`processes over RabbitMQ${missing ? ' (no rabbitmq-server is installed here)' : ''}`, () => {
  // Of its own: the seeds restart both.
  let cluster: OpenTestCluster
  let rabbitmq: PrivateRabbitmq

  beforeAll(async () => {
    cluster = await openTestCluster()
    rabbitmq = await startPrivateRabbitmq()
  }, 180_000)

  afterAll(async () => {
    await rabbitmq?.stop()
    await cluster?.close()
  })

  test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'seed %i: killed, wiped and restarted, the tables end equal to a fresh index',
    async (seed) => {
      const result = await simulateDistributed({
        seed,
        steps: STEPS,
        rabbitmq,
        createDatabase: () => createTestDatabase(cluster),
        restartDatabase: () => cluster.restart(),
      })
      expect(result.differences).toEqual([])
      expect(result.rows).toBeGreaterThan(0)
    },
    240_000,
  )
})
