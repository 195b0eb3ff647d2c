import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { Address } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createReadiness } from '../src/bin/readiness.ts'
import { readConfig } from '../src/lib/config.ts'
import { createPool } from '../src/lib/database.ts'
import { type KeptProcess, keepRunning } from './simulation/keepRunning.ts'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { findRabbitmqServer, type PrivateRabbitmq, startPrivateRabbitmq } from './support/privateRabbitmq.ts'
import { projectionRows } from './support/projectionRows.ts'
import { runKindling } from './support/runKindling.ts'
import { startPipeline } from './support/startPipeline.ts'
import { waitFor } from './support/waitFor.ts'
import { waitForHead } from './support/waitForHead.ts'

const missing = findRabbitmqServer() === null
describe.skipIf(missing)(
  `the commands over RabbitMQ${missing ? ' (no rabbitmq-server is installed here)' : ''}`,
  () => {
    let rabbitmq: PrivateRabbitmq
    let nextChainId = 50_000
    let chains: TestChain[]
    let database: TestDatabase
    let pool: pg.Pool
    let processes: KeptProcess[]
    let said: string[]

    beforeAll(async () => {
      rabbitmq = await startPrivateRabbitmq()
    }, 300_000)
    afterAll(() => rabbitmq?.stop())
    beforeEach(async () => {
      database = await createTestDatabase()
      pool = createPool(database.url)
      chains = []
      processes = []
      said = []
    })
    afterEach(async () => {
      await Promise.all(processes.map((process) => process.stop()))
      await pool.end()
      for (const chain of chains) await chain.stop()
      await database.drop()
    })

    async function openChain(): Promise<TestChain> {
      // The queues of the tests before are none of the next one's business.
      const chain = await createTestChain({ chainId: nextChainId++ })
      chains.push(chain)
      return chain
    }

    const environment = (chain: TestChain, over: Record<string, string> = {}) => ({
      DATABASE_URL: database.url,
      RABBITMQ_URL: rabbitmq.url,
      RPC_URL: chain.rpcUrl,
      CHAIN_ID: String(chain.chainId),
      FACTORY_ADDRESS: chain.factoryAddress,
      POLL_INTERVAL_SECONDS: '0.1',
      LOG_LEVEL: 'fatal',
      ...over,
    })

    function start(env: Record<string, string>, ...args: string[]): KeptProcess {
      const process = keepRunning(args, env, (text) => said.push(text))
      processes.push(process)
      return process
    }

    const runs = (what: string) => waitFor(`"${what}"`, () => said.some((text) => text.includes(what)), 60_000)

    const settled = async (chain: TestChain, partitions = 1) =>
      waitForHead(pool, (await chain.client.getBlock()) as { number: bigint; hash: string }, partitions, 60_000)

    /** Chains whose histories begin alike have campaigns at the same addresses. */
    const donationsOf = async ({ chainId }: TestChain, address: Address) =>
      (
        await pool.query('select donations_count from campaigns where chain_id = $1 and address = $2', [
          chainId,
          address.toLowerCase(),
        ])
      ).rows[0]?.donations_count

    test('a killed consumer’s lanes go to the standby, and a killed producer’s chain to the other one', async () => {
      const chain = await openChain()
      const env = environment(chain, { CONSUMER_PARTITIONS: '2' })
      const [active] = [start(env, 'consumer', 'run')]
      await runs('Consumer runs')
      const producer = start(env, 'producer', 'run')
      const { address } = await chain.createCampaign()
      await settled(chain, 2)
      said = []
      start(env, 'consumer', 'run')
      await runs('Consumer runs')
      await active!.killForGood()
      await chain.donate({ campaign: address, donor: chain.accounts[3]!, amountWei: 1n })
      await settled(chain, 2)

      said = []
      start(env, 'producer', 'run')
      await runs('Producer follows')
      const epoch = async () => (await pool.query('select epoch from sync_state')).rows[0].epoch
      // Two of them, and one at work: the second has begun nothing.
      expect(await epoch()).toBe(1)
      await producer.killForGood()
      await chain.donate({ campaign: address, donor: chain.accounts[4]!, amountWei: 1n })
      await settled(chain, 2)
      expect(await epoch()).toBe(2)
      expect(await donationsOf(chain, address)).toBe(2)
    }, 180_000)

    test('lanes are divided anew by one command while gifts go on, and none is lost or counted twice', async () => {
      const chain = await openChain()
      const one = environment(chain)
      start(one, 'producer', 'run')
      start(one, 'consumer', 'run')
      const campaigns: Address[] = []
      for (let i = 0; i < 4; i++) campaigns.push((await chain.createCampaign({ creator: chain.accounts[i]! })).address)
      await settled(chain)

      let given = 0
      let stopGiving = false
      const giving = (async () => {
        for (; !stopGiving; given++) {
          const donor = chain.accounts[given % chain.accounts.length]!
          await chain.donate({ campaign: campaigns[given % campaigns.length]!, donor, amountWei: 1n })
        }
      })()
      try {
        const command = await runKindling(['broker', 'repartition', '--partitions', '3'], one)
        expect(command).toMatchObject({ code: 0, text: expect.stringContaining('1 lanes before, 3 now') })
        await Promise.all(processes.splice(0).map((process) => process.stop()))
        const three = environment(chain, { CONSUMER_PARTITIONS: '3' })
        start(three, 'producer', 'run')
        start(three, 'consumer', 'run', '--partitions', '0,1')
        start(three, 'consumer', 'run', '--partitions', '2')
        const before = given
        await waitFor('gifts went on meanwhile', () => given > before + 10)
      } finally {
        stopGiving = true
        await giving
      }
      await settled(chain, 3)
      const totals = await pool.query('select donations_count, raised_wei from platform_totals')
      expect(totals.rows).toEqual([{ donations_count: given, raised_wei: String(given) }])
      const verified = await runKindling(['verify', '--json'], environment(chain, { CONSUMER_PARTITIONS: '3' }))
      expect([verified.code, verified.stderr]).toEqual([0, ''])
    }, 240_000)

    test('of several chains one’s dead node leaves the others live, and both facts are told', async () => {
      const [well, ill] = [await openChain(), await openChain()]
      const folder = mkdtempSync(join(tmpdir(), 'kindling-chains-'))
      const file = join(folder, 'chains.json')
      const entry = (chain: TestChain) => ({
        chain_id: chain.chainId,
        name: `Chain ${chain.chainId}`,
        rpc_urls: [chain.rpcUrl],
        factory_addresses: [chain.factoryAddress],
      })
      writeFileSync(file, JSON.stringify([entry(well), entry(ill)]))
      const { DATABASE_URL, RABBITMQ_URL, POLL_INTERVAL_SECONDS, LOG_LEVEL } = environment(well)
      const env = { DATABASE_URL, RABBITMQ_URL, POLL_INTERVAL_SECONDS, LOG_LEVEL, KINDLING_CHAINS_FILE: file }
      const status = async () => JSON.parse((await runKindling(['producer', 'status', '--json'], env)).text).chains
      try {
        start(env, 'producer', 'run')
        start(env, 'consumer', 'run')
        const { address } = await well.createCampaign()
        await ill.createCampaign()
        const campaigns = async () => (await pool.query('select count(*) as count from campaigns')).rows[0].count
        await waitFor('both are indexed', async () => (await campaigns()) === 2, 60_000)
        await ill.stop()
        await waitFor('the failure is told', async () => (await status())[1].reason !== null, 60_000)
        await well.donate({ campaign: address, donor: well.accounts[3]!, amountWei: 1n })
        await waitFor('the other one goes on', async () => (await donationsOf(well, address)) === 1, 60_000)
        const [first, second] = await status()
        expect(first).toMatchObject({ chain_id: well.chainId, state: 'live', reason: null })
        expect(first.rpc_endpoints).toMatchObject([{ state: 'healthy', last_error: null }])
        expect(second.reason).toMatch(/did not answer/)
        expect(second.rpc_endpoints).toMatchObject([{ position: 0, state: 'failing' }])
        // As it will be once it has failed for 45 s.
        await pool.query(
          `update sync_state set failing_since = now() - interval '1 minute' where failing_since is not null`,
        )
        const { ready, checks } = await createReadiness(readConfig({}), pool)()
        expect(ready).toBe(false)
        expect([checks[`chain ${well.chainId}`]!.ok, checks[`chain ${ill.chainId}`]!.ok]).toEqual([true, false])
      } finally {
        rmSync(folder, { recursive: true })
      }
    }, 180_000)

    test('a reorg deeper than the limit stops the chain, which says why; resync repairs it, and the producer goes on', async () => {
      const chain = await openChain()
      const env = environment(chain, { MAX_REORG_DEPTH: '5' })
      start(env, 'producer', 'run')
      start(env, 'consumer', 'run')
      for (let i = 0; i < 4; i++) {
        const { address } = await chain.createCampaign({ creator: chain.accounts[i]! })
        await chain.donate({ campaign: address, donor: chain.accounts[9]!, amountWei: 1n })
      }
      await settled(chain)
      await chain.reorg(8)
      await chain.mine(2)
      const halted = async () => (await pool.query('select halted_reason from sync_state')).rows[0].halted_reason
      await waitFor('it stops', async () => (await halted()) !== null, 60_000)
      const { ready, checks } = await createReadiness(readConfig({}), pool)()
      expect(ready).toBe(false)
      expect(checks[`chain ${chain.chainId}`]!.detail).toMatch(/^halted: .* reorganised more than 5 blocks .*resync/)

      const repair = await runKindling(['producer', 'resync', '--from-block', '1'], env)
      expect([repair.code, repair.stderr]).toEqual([0, ''])
      const { address } = await chain.createCampaign()
      await settled(chain)
      expect(await halted()).toBeNull()
      expect(await donationsOf(chain, address)).toBe(0)
      const fresh = await createTestDatabase()
      const pipeline = await startPipeline({
        databaseUrl: fresh.url,
        rpcUrls: [chain.rpcUrl],
        chainId: chain.chainId,
        factoryAddresses: [chain.factoryAddress],
      })
      await pipeline.startConsumer()
      pipeline.startProducer()
      await waitForHead(pipeline.pool, (await chain.client.getBlock()) as { number: bigint; hash: string })
      expect(await projectionRows(pool)).toEqual(await projectionRows(pipeline.pool))
      await pipeline.stop()
      await fresh.drop()
    }, 180_000)
  },
)
