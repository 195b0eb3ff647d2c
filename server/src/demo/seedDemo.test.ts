import { campaignAbi, campaignFactoryAbi } from '@kindling/contracts'
import { type Address, createPublicClient, type Hex, http, numberToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestChain, type TestChain } from '../../test/support/createTestChain.ts'
import { waitFor } from '../../test/support/waitFor.ts'
import { callRpc } from './callRpc.ts'
import { type DemoDonation, startDemoActivity } from './demoActivity.ts'
import { demoStatus } from './demoStatus.ts'
import { planDemo } from './planDemo.ts'
import { type SeededDemo, seedDemo } from './seedDemo.ts'

const plan = planDemo({ nowTs: Math.floor(Date.now() / 1000) })
const cids = new Map(plan.campaigns.map(({ slug }) => [slug, `cid-of-${slug}`]))
let chain: TestChain
let factoryAddress: Address
let seeded: SeededDemo

beforeAll(async () => {
  chain = await createTestChain({ timestamp: plan.startTs })
  factoryAddress = chain.factoryAddress
  seeded = await seedDemo({ rpcUrl: chain.rpcUrl, factoryAddress, plan, cids })
}, 180_000)

afterAll(() => chain?.stop())

const client = () => createPublicClient({ transport: http(chain.rpcUrl) })

test('the chain holds what the plan says, campaign by campaign', async () => {
  expect(seeded.transactions).toBe(plan.actions.length)
  for (const { slug, goalWei, deadlineTs } of plan.campaigns) {
    const address = seeded.campaigns.get(slug) as Address
    const summary = await client().readContract({ address, abi: campaignAbi, functionName: 'getSummary' })
    const { status, raisedWei } = demoStatus(plan, slug)
    expect(summary).toMatchObject({
      goal: goalWei,
      deadline: BigInt(deadlineTs),
      cid: `cid-of-${slug}`,
      totalRaised: raisedWei,
    })
    expect(summary.withdrawn, slug).toBe(status === 'WITHDRAWN')
    expect(summary.failed, slug).toBe(status === 'FAILED')
  }
})

test('the head is at the present, and transactions are mined at once again', async () => {
  const { timestamp, number } = await client().getBlock()
  expect(Number(timestamp)).toBeGreaterThanOrEqual(plan.nowTs)
  expect(Number(timestamp) - plan.nowTs).toBeLessThan(180)
  const [from] = await callRpc<Address[]>(chain.rpcUrl, 'eth_accounts', [])
  const hash = await callRpc<Hex>(chain.rpcUrl, 'eth_sendTransaction', [{ from, to: from, value: numberToHex(1n) }])
  const receipt = await client().waitForTransactionReceipt({ hash, pollingInterval: 20 })
  expect(receipt.blockNumber).toBe((number as bigint) + 1n)
})

test('a factory that has campaigns is refused', async () => {
  await expect(seedDemo({ rpcUrl: chain.rpcUrl, factoryAddress, plan, cids })).rejects.toThrow(
    `already has ${plan.campaigns.length} campaigns; the demo needs a fresh chain`,
  )
})

test('demo donors give though nobody listens', async () => {
  const stop = new AbortController()
  const before = await client().getBlockNumber({ cacheTime: 0 })
  const giving = startDemoActivity({ rpcUrl: chain.rpcUrl, factoryAddress, intervalMs: 1, signal: stop.signal })
  await waitFor('a donation', async () => (await client().getBlockNumber({ cacheTime: 0 })) > before)
  stop.abort()
  await giving
})

test('demo donors go on giving to open campaigns until they are stopped', async () => {
  const stop = new AbortController()
  const given: DemoDonation[] = []
  const errors: unknown[] = []
  await startDemoActivity({
    rpcUrl: chain.rpcUrl,
    factoryAddress,
    intervalMs: 1,
    signal: stop.signal,
    onDonation: (donation) => {
      if (given.push(donation) === 8) stop.abort()
    },
    onError: (error) => {
      errors.push(error)
      stop.abort()
    },
  })
  expect(errors).toEqual([])
  const addresses = await client().readContract({
    address: factoryAddress,
    abi: campaignFactoryAbi,
    functionName: 'getCampaigns',
  })
  for (const { campaign, txHash, amountWei } of given) {
    expect(addresses).toContain(campaign)
    expect(amountWei).toBeGreaterThan(0n)
    expect((await client().getTransactionReceipt({ hash: txHash })).status).toBe('success')
  }
})

test('activity on a dead chain reports and does not throw', async () => {
  const stop = new AbortController()
  const errors: unknown[] = []
  await startDemoActivity({
    rpcUrl: 'http://127.0.0.1:1',
    factoryAddress,
    intervalMs: 1,
    signal: stop.signal,
    onError: (error) => {
      if (errors.push(error) === 2) stop.abort()
    },
  })
  expect(errors).toHaveLength(2)
})

test('an action that the contract refuses is named, and automine is on afterwards', async () => {
  const other = await createTestChain({ timestamp: plan.startTs })
  try {
    const [first] = plan.actions
    const slug = first?.slug ?? ''
    const ts = (first?.ts ?? 0) + 6_000
    const broken = { ...plan, actions: [first, { kind: 'withdraw', ts, slug, accountIndex: 10 }] } as typeof plan
    const seeding = seedDemo({ rpcUrl: other.rpcUrl, factoryAddress: other.factoryAddress, plan: broken, cids })
    await expect(seeding).rejects.toThrow(`The demo could not withdraw "${slug}"`)
    expect(await callRpc(other.rpcUrl, 'anvil_getAutomine', [])).toBe(true)
  } finally {
    await other.stop()
  }
})
