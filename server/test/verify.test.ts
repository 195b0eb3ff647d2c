import { parseEther } from 'viem'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createRpc } from '../src/chain/rpc.ts'
import { verifyChain } from '../src/desk/verifyChain.ts'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
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
    chain: { partitions: 2 },
  })
  const [, creator, donor] = chain.accounts
  const funded = await chain.createCampaign({ creator: creator!, goalWei: parseEther('1') })
  await chain.donate({ campaign: funded.address, donor: donor!, amountWei: parseEther('2') })
  await chain.withdraw({ campaign: funded.address })
  const failed = await chain.createCampaign({ creator: creator!, goalWei: parseEther('9'), durationSeconds: 3600 })
  await chain.donate({ campaign: failed.address, donor: donor!, amountWei: parseEther('1') })
  await chain.increaseTime(4000)
  await chain.refund({ campaign: failed.address, donor: donor! })
  await chain.createCampaign({ creator: donor! })
  await pipeline.startConsumer()
  pipeline.startProducer()
  await waitForHead(pipeline.pool, (await chain.client.getBlock()) as { number: bigint; hash: string }, 2)
  await pipeline.stopProducer()
})

afterAll(async () => {
  await pipeline?.stop()
  await database?.drop()
  await chain?.stop()
})

let mend: string | undefined
afterEach(async () => {
  if (mend) await pipeline.pool.query(mend)
  mend = undefined
})

const verify = (sample?: number) =>
  verifyChain(
    pipeline.pool,
    createRpc([chain.rpcUrl], { chainId: chain.chainId }),
    { chainId: chain.chainId, factoryAddresses: [chain.factoryAddress.toLowerCase()] },
    { sample, signal: new AbortController().signal },
  )

test('tables that are right agree with the events and with the contracts', async () => {
  expect(await verify()).toMatchObject({
    campaigns_checked: 3,
    campaigns_total: 3,
    table_differences: [],
    contract_differences: [],
  })
})

test('a sample checks so many campaigns', async () => {
  expect(await verify(1)).toMatchObject({ campaigns_checked: 1, table_differences: [], contract_differences: [] })
})

test('an amount that is not what was given shows against the events and against the contract', async () => {
  await pipeline.pool.query('update campaigns set total_raised_wei = total_raised_wei + 1 where withdrawn')
  mend = 'update campaigns set total_raised_wei = total_raised_wei - 1 where withdrawn'
  const { table_differences, contract_differences } = await verify()
  expect(new Set(table_differences.map(({ table }) => table))).toContain('campaigns')
  expect(contract_differences.map(({ field }) => field)).toContain('total_raised_wei')
})

test('an event that was lost with all it made shows against the contract alone', async () => {
  const { rows } = await pipeline.pool.query(
    'select address from campaigns where not withdrawn and total_raised_wei > 0',
  )
  await pipeline.pool.query('update campaigns set withdrawn = true where address = $1', [rows[0].address])
  mend = `update campaigns set withdrawn = false where address = '${rows[0].address}'`
  const { contract_differences } = await verify()
  expect(contract_differences).toEqual([
    { address: rows[0].address, field: 'withdrawn', stored: 'true', contract: 'false' },
  ])
})

test.each([
  ['donors', 'contributed_wei'],
  ['creators', 'raised_wei'],
  ['platform_days', 'raised_wei'],
  ['platform_totals', 'raised_wei'],
  ['campaign_hours', 'raised_wei'],
  ['contributions', 'contributed_wei'],
  ['counted_campaigns', 'goal'],
  ['campaign_counts', 'campaigns_count'],
])('a wrong sum in %s is found', async (table, column) => {
  await pipeline.pool.query(`update ${table} set ${column} = ${column} + 1`)
  mend = `update ${table} set ${column} = ${column} - 1`
  const { table_differences } = await verify()
  expect(new Set(table_differences.map((difference) => difference.table))).toEqual(new Set([table]))
})

test('money that was sent to a contract beside donations is a surplus, not a fault', async () => {
  const { rows } = await pipeline.pool.query('select address from campaigns where withdrawn')
  const balance = await chain.client.getBalance({ address: rows[0].address })
  await chain.client.setBalance({ address: rows[0].address, value: balance + 5n })
  await chain.mine(1)
  pipeline.startProducer()
  await waitForHead(pipeline.pool, (await chain.client.getBlock()) as { number: bigint; hash: string }, 2)
  expect(await verify()).toMatchObject({ surplus: 1, contract_differences: [] })
})
