import { type Address, encodeFunctionData, maxUint256, parseEventLogs } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignAbi, campaignFactoryAbi } from '../src/index.ts'
import { type DeployedFactory, deployFactory, exampleCid } from './deployFactory.ts'
import { startTestChain, type TestChain } from './startTestChain.ts'

let chain: TestChain
let kindling: DeployedFactory
let alice: Address
let bob: Address

beforeAll(async () => {
  chain = await startTestChain()
  ;[, alice, bob] = chain.accounts as [Address, Address, Address]
}, 30_000)
beforeAll(async () => {
  kindling = await deployFactory(chain)
})
afterAll(() => chain?.stop())

const contractOf = ({ factory }: DeployedFactory) => ({ address: factory, abi: campaignFactoryAbi }) as const

test('creating a campaign is announced with its terms', async () => {
  const terms = { goal: 7n, deadline: chain.now() + 50n, cid: exampleCid }
  const outcome = await kindling.tryCreateCampaign(alice, terms)
  const [event, ...more] = parseEventLogs({ abi: campaignFactoryAbi, logs: outcome.receipt.logs })
  expect(outcome.receipt.logs).toHaveLength(1)
  expect(more).toEqual([])
  expect(event).toMatchObject({
    address: kindling.factory.toLowerCase(),
    eventName: 'CampaignCreated',
    args: { factory: kindling.factory, creator: alice, ...terms },
  })
  const campaign = event?.args && 'campaign' in event.args ? (event.args.campaign as Address) : '0x'
  expect(await kindling.getSummary(campaign)).toMatchObject({
    creator: alice,
    ...terms,
    totalRaised: 0n,
    balance: 0n,
    withdrawn: false,
  })
})

test('the lists hold all campaigns, and those of each creator, oldest first', async () => {
  const fresh = await deployFactory(chain)
  const created = [
    await fresh.createCampaign(alice),
    await fresh.createCampaign(bob),
    await fresh.createCampaign(alice),
  ] as const
  const contract = contractOf(fresh)
  const { client } = chain
  expect(await client.readContract({ ...contract, functionName: 'getCampaigns' })).toEqual(created)
  expect(await client.readContract({ ...contract, functionName: 'getCampaignCount' })).toBe(3n)
  expect(await client.readContract({ ...contract, functionName: 'campaigns', args: [1n] })).toBe(created[1])
  const ofAlice = await client.readContract({ ...contract, functionName: 'getCampaignsByCreator', args: [alice] })
  expect(ofAlice).toEqual([created[0], created[2]])
  expect(await client.readContract({ ...contract, functionName: 'campaignsByCreator', args: [alice, 1n] })).toBe(
    created[2],
  )
  await expect(client.readContract({ ...contract, functionName: 'campaigns', args: [3n] })).rejects.toThrow('reverted')
})

test('a goal of 0 reverts with InvalidGoal', async () => {
  expect((await kindling.tryCreateCampaign(alice, { goal: 0n })).revertedWith).toBe('InvalidGoal')
})

test('a deadline at or before the block reverts with InvalidDeadline, one second later is taken', async () => {
  const at = chain.now() + 10n
  expect((await kindling.tryCreateCampaign(alice, { deadline: at }, at)).revertedWith).toBe('InvalidDeadline')
  expect((await kindling.tryCreateCampaign(alice, { deadline: 0n })).revertedWith).toBe('InvalidDeadline')
  const later = chain.now() + 10n
  expect((await kindling.tryCreateCampaign(alice, { deadline: later + 1n }, later)).revertedWith).toBeUndefined()
})

test('an empty CID reverts with InvalidCID', async () => {
  expect((await kindling.tryCreateCampaign(alice, { cid: '' })).revertedWith).toBe('InvalidCID')
})

test('a goal and a deadline of 2^256 - 1 are taken', async () => {
  const campaign = await kindling.createCampaign(alice, { goal: maxUint256, deadline: maxUint256 })
  expect(await kindling.getSummary(campaign)).toMatchObject({ goal: maxUint256, deadline: maxUint256, active: true })
})

test.each([
  ['one character', 'x'],
  ['the bytes of a NUL and of an emoji', 'a\u0000b🔥'],
  ['10 KB', 'c'.repeat(10_240)],
])('a CID of %s is kept as it is', async (_, cid) => {
  const campaign = await kindling.createCampaign(alice, { cid })
  expect((await kindling.getSummary(campaign)).cid).toBe(cid)
  expect((await kindling.donate(bob, campaign, { value: 1n })).revertedWith).toBeUndefined()
})

test('a CID that fits into no contract reverts with CloneArgumentsTooLong', async () => {
  expect((await kindling.tryCreateCampaign(alice, { cid: 'c'.repeat(30_000) })).revertedWith).toBe(
    'CloneArgumentsTooLong',
  )
})

test('a failed creation leaves no trace in the lists', async () => {
  const fresh = await deployFactory(chain)
  await fresh.tryCreateCampaign(alice, { goal: 0n })
  await fresh.tryCreateCampaign(alice, { cid: 'c'.repeat(30_000) })
  expect(await chain.client.readContract({ ...contractOf(fresh), functionName: 'getCampaigns' })).toEqual([])
})

test('a campaign is an EIP-1167 proxy of the implementation', async () => {
  const campaign = await kindling.createCampaign(alice)
  const implementation = await chain.client.readContract({ ...contractOf(kindling), functionName: 'implementation' })
  const code = await chain.client.getCode({ address: campaign })
  const proxy = `0x363d3d373d3d3d363d73${implementation.slice(2).toLowerCase()}5af43d82803e903d91602b57fd5bf3`
  expect(code?.slice(0, proxy.length)).toBe(proxy)
})

test('the implementation is locked: it takes no money, answers no question and has no initializer', async () => {
  const implementation = await chain.client.readContract({ ...contractOf(kindling), functionName: 'implementation' })
  expect((await kindling.donate(alice, implementation, { value: 1n })).revertedWith).toBe('NotACampaign')
  expect((await kindling.withdraw(alice, implementation)).revertedWith).toBe('NotACampaign')
  expect((await kindling.refund(alice, implementation)).revertedWith).toBe('NotACampaign')
  await expect(kindling.getSummary(implementation)).rejects.toThrow('NotACampaign')
  expect((await chain.send({ from: alice, to: implementation, value: 1n })).receipt.status).toBe('reverted')

  const changing = campaignAbi.filter((item) => item.type === 'function' && item.stateMutability !== 'view')
  expect(changing.map((item) => 'name' in item && item.name).sort()).toEqual(['donate', 'refund', 'withdraw'])
})

test('no call initializes a campaign again', async () => {
  const campaign = await kindling.createCampaign(alice)
  const inputs = [{ type: 'address' }, { type: 'uint256' }, { type: 'uint256' }, { type: 'string' }] as const
  const abi = [{ type: 'function', name: 'initialize', inputs, outputs: [], stateMutability: 'nonpayable' }] as const
  const data = encodeFunctionData({ abi, args: [bob, 1n, maxUint256, exampleCid] })
  expect((await chain.send({ from: bob, to: campaign, data })).receipt.status).toBe('reverted')
  expect((await kindling.getSummary(campaign)).creator).toBe(alice)
})

test('equal terms give two campaigns', async () => {
  const terms = { goal: 1n, deadline: maxUint256, cid: exampleCid }
  expect(await kindling.createCampaign(alice, terms)).not.toBe(await kindling.createCampaign(alice, terms))
})

test('a campaign created again after a reorg, behind another one, has the same address', async () => {
  const terms = { goal: 5n, deadline: maxUint256, cid: exampleCid }
  const snapshot = await chain.client.snapshot()
  const first = await kindling.createCampaign(alice, terms)
  const others = await kindling.createCampaign(bob)
  await chain.client.revert({ id: snapshot })
  expect(await kindling.createCampaign(bob)).not.toBe(first)
  expect(await kindling.createCampaign(alice, terms)).toBe(first)
  expect(others).not.toBe(first)
})
