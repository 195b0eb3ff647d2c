import { parseEther } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { projectionRows } from './support/projectionRows.ts'
import { type Pipeline, startPipeline } from './support/startPipeline.ts'
import { waitForHead } from './support/waitForHead.ts'

let chain: TestChain
let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  chain = await createTestChain()
  database = await createTestDatabase()
  pipeline = await startPipeline({
    databaseUrl: database.url,
    rpcUrls: [chain.rpcUrl],
    chainId: chain.chainId,
    factoryAddresses: [chain.factoryAddress],
  })
  await pipeline.startConsumer()
  pipeline.startProducer()
})

afterAll(async () => {
  await pipeline?.stop()
  await database?.drop()
  await chain?.stop()
})

async function settled() {
  await waitForHead(pipeline.pool, (await chain.client.getBlock()) as { number: bigint; hash: string })
}

test('a donation is in every table that tells of it', async () => {
  const [, creator, donor] = chain.accounts
  const { address } = await chain.createCampaign({ creator: creator!, goalWei: parseEther('3') })
  await chain.donate({ campaign: address, donor: donor!, amountWei: parseEther('1') })
  await chain.donate({ campaign: address, donor: donor!, amountWei: parseEther('2') })
  await settled()
  const { rows } = await pipeline.pool.query('select * from campaigns where address = $1', [address.toLowerCase()])
  expect(rows[0]).toMatchObject({
    total_raised_wei: parseEther('3').toString(),
    progress_percent: '100.00',
    donors_count: 1,
    donations_count: 2,
    events_count: 3,
  })
  const totals = await pipeline.pool.query('select * from platform_totals')
  expect(totals.rows[0]).toMatchObject({ campaigns_count: 1, funded_count: 1, donors_count: 1, contributions_count: 1 })
})

test('a reorg takes back what it must, and a donation mined again counts once', async () => {
  const [, creator, donor] = chain.accounts
  const before = await projectionRows(pipeline.pool)
  const { address } = await chain.createCampaign({ creator: creator!, goalWei: parseEther('1') })
  await chain.donate({ campaign: address, donor: donor!, amountWei: parseEther('5') })
  await settled()
  await chain.reorg(2)
  await chain.mine(3)
  await settled()
  expect(await projectionRows(pipeline.pool)).toEqual(before)
  const { rows } = await pipeline.pool.query('select count(*) as removed from events where removed')
  expect(rows[0].removed).toBe(2)
})
