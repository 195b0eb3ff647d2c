import {
  type Address,
  encodeDeployData,
  encodeErrorResult,
  encodeFunctionData,
  getAddress,
  type Hex,
  parseEther,
} from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CompiledContracts, type ContractName, compileContracts } from '../scripts/compileContracts.ts'
import { campaignAbi, campaignFactoryAbi } from '../src/index.ts'
import { type DeployedFactory, deployFactory, exampleCid } from './deployFactory.ts'
import { startTestChain, type TestChain } from './startTestChain.ts'

let contracts: CompiledContracts
let chain: TestChain
let kindling: DeployedFactory
let owner: Address
let donor: Address

beforeAll(async () => {
  contracts = await compileContracts()
  chain = await startTestChain()
  kindling = await deployFactory(chain)
  ;[, owner, donor] = chain.accounts as [Address, Address, Address]
}, 60_000)
afterAll(() => chain?.stop())

const eth = parseEther
const balanceOf = (address: Address) => chain.client.getBalance({ address })
const campaignCall = (functionName: 'donate' | 'withdraw' | 'refund') =>
  encodeFunctionData({ abi: campaignAbi, functionName })

/** Deploys one of the contracts in `src/testing`, and gives the calls to it. */
async function deploy(name: ContractName, { args = [], value = 0n }: { args?: unknown[]; value?: bigint } = {}) {
  const { abi, bytecode } = contracts[name]
  const { receipt } = await chain.send({ from: owner, data: encodeDeployData({ abi, bytecode, args }), value })
  const address = getAddress(receipt.contractAddress as Address)
  const send = (functionName: string, callArgs: unknown[], value = 0n) =>
    chain.send({ from: owner, to: address, value, data: encodeFunctionData({ abi, functionName, args: callArgs }) })
  return {
    address,
    send,
    /** Makes the contract call `target`. */
    execute: (target: Address, data: Hex, value = 0n) => send('execute', [target, data], value),
    read: (functionName: string) => chain.client.readContract({ address, abi, functionName }),
  }
}

/** A campaign that the contract at `creator` created. */
async function campaignOf(creator: Awaited<ReturnType<typeof deploy>>, goal: bigint): Promise<Address> {
  const args = [goal, chain.now() + 1_000n, exampleCid] as const
  const create = encodeFunctionData({ abi: campaignFactoryAbi, functionName: 'createCampaign', args })
  await creator.execute(kindling.factory, create)
  return chain.client.readContract({
    address: kindling.factory,
    abi: campaignFactoryAbi,
    functionName: 'campaignsByCreator',
    args: [creator.address, 0n],
  })
}

/** What a revert with this error carries. */
const revertWith = (errorName: 'CampaignClosed' | 'ReentrancyGuardReentrantCall') =>
  encodeErrorResult({ abi: campaignAbi, errorName })

describe('a malicious donor', () => {
  test.each([
    ['and takes the one refund that is due, if it lives with the failure', false],
    ['and gets nothing at all, if it insists', true],
  ])('calls refund from within its refund, %s', async (_, insists) => {
    const deadline = chain.now() + 1_000n
    const campaign = await kindling.createCampaign(owner, { deadline })
    const thief = await deploy('ReentrantAccount')
    await thief.execute(campaign, campaignCall('donate'), eth('1'))
    await kindling.donate(donor, campaign, { value: eth('5') })
    await thief.send('arm', [campaign, campaignCall('refund'), 0n, insists])
    await chain.mine(deadline)

    const outcome = await thief.execute(campaign, campaignCall('refund'))
    expect(outcome.revertedWith).toBe(insists ? 'TransferFailed' : undefined)
    expect(await balanceOf(thief.address)).toBe(insists ? 0n : eth('1'))
    expect(await balanceOf(campaign)).toBe(insists ? eth('6') : eth('5'))
    expect(await thief.read('timesCalledBack')).toBe(0n)
    if (!insists) expect(await thief.read('lastRevert')).toBe(revertWith('ReentrancyGuardReentrantCall'))

    expect((await kindling.refund(donor, campaign)).revertedWith).toBeUndefined()
  })

  test('may be refunded by a second campaign from within the refund of the first', async () => {
    const deadline = chain.now() + 1_000n
    const first = await kindling.createCampaign(owner, { deadline })
    const second = await kindling.createCampaign(owner, { deadline })
    const account = await deploy('ReentrantAccount')
    await account.execute(first, campaignCall('donate'), eth('1'))
    await account.execute(second, campaignCall('donate'), eth('2'))
    await account.send('arm', [second, campaignCall('refund'), 0n, false])
    await chain.mine(deadline)
    await account.execute(first, campaignCall('refund'))
    expect(await balanceOf(account.address)).toBe(eth('3'))
    expect([await balanceOf(first), await balanceOf(second)]).toEqual([0n, 0n])
  })
})

describe('a malicious creator', () => {
  test.each([
    ['withdraw', 'ReentrancyGuardReentrantCall'],
    ['refund', 'ReentrancyGuardReentrantCall'],
    ['donate', 'CampaignClosed'],
  ] as const)('that calls %s from within its withdrawal gets the money once', async (reentry, error) => {
    const thief = await deploy('ReentrantAccount', { value: 1n })
    const campaign = await campaignOf(thief, eth('2'))
    await kindling.donate(donor, campaign, { value: eth('3') })
    await thief.send('arm', [campaign, campaignCall(reentry), reentry === 'donate' ? 1n : 0n, false])

    expect((await thief.execute(campaign, campaignCall('withdraw'))).revertedWith).toBeUndefined()
    expect(await thief.read('timesPaid')).toBe(1n)
    expect(await thief.read('timesCalledBack')).toBe(0n)
    expect(await thief.read('lastRevert')).toBe(revertWith(error))
    expect(await balanceOf(thief.address)).toBe(eth('3') + 1n)
    expect(await kindling.getSummary(campaign)).toMatchObject({ totalRaised: eth('3'), balance: 0n, withdrawn: true })
  })
})

describe('a creator that rejects ether', () => {
  test('cannot withdraw, is told so by TransferFailed whatever it says itself, and can later', async () => {
    const creator = await deploy('RejectingCreator')
    const campaign = await campaignOf(creator, eth('1'))
    await kindling.donate(donor, campaign, { value: eth('1') })
    expect((await creator.execute(campaign, campaignCall('withdraw'))).revertedWith).toBe('TransferFailed')
    expect(await kindling.getSummary(campaign)).toMatchObject({ balance: eth('1'), withdrawn: false, active: true })
    expect((await kindling.donate(donor, campaign, { value: 1n })).revertedWith).toBeUndefined()

    await creator.send('setAccepts', [true])
    expect((await creator.execute(campaign, campaignCall('withdraw'))).revertedWith).toBeUndefined()
    expect(await balanceOf(creator.address)).toBe(eth('1') + 1n)
  })

  test('keeps no donor from a refund', async () => {
    const creator = await deploy('RejectingCreator')
    const campaign = await campaignOf(creator, eth('2'))
    await kindling.donate(donor, campaign, { value: eth('1') })
    const before = await balanceOf(donor)
    await kindling.refund(donor, campaign, { at: chain.now() + 2_000n })
    expect((await balanceOf(donor)) - before).toBe(eth('1'))
  })
})

describe('forced ether', () => {
  const force = (campaign: Address, value: bigint) => deploy('ForceEther', { args: [campaign], value })

  test('does not meet the goal, and is paid out with the withdrawal', async () => {
    const campaign = await kindling.createCampaign(owner, { goal: eth('2') })
    await kindling.donate(donor, campaign, { value: eth('1') })
    await force(campaign, eth('7'))
    expect(await kindling.getSummary(campaign)).toMatchObject({
      totalRaised: eth('1'),
      balance: eth('8'),
      successful: false,
    })
    expect((await kindling.withdraw(owner, campaign)).revertedWith).toBe('GoalNotMet')

    await kindling.donate(donor, campaign, { value: eth('1') })
    const before = await balanceOf(owner)
    await kindling.withdraw(owner, campaign)
    expect((await balanceOf(owner)) - before).toBe(eth('9'))
    await force(campaign, 1n)
    expect((await kindling.withdraw(owner, campaign)).revertedWith).toBe('AlreadyWithdrawn')
  })

  test('is refunded to nobody', async () => {
    const deadline = chain.now() + 1_000n
    const campaign = await kindling.createCampaign(owner, { goal: eth('2'), deadline })
    await kindling.donate(donor, campaign, { value: eth('1') })
    await force(campaign, eth('7'))
    const before = await balanceOf(donor)
    await kindling.refund(donor, campaign, { at: deadline })
    expect((await balanceOf(donor)) - before).toBe(eth('1'))
    expect(await kindling.getSummary(campaign)).toMatchObject({
      totalRaised: eth('1'),
      balance: eth('7'),
      failed: true,
    })
  })

  test('that waited at the address before the campaign was there changes nothing', async () => {
    const terms = { goal: eth('2'), deadline: chain.now() + 1_000n }
    const snapshot = await chain.client.snapshot()
    const foreseen = await kindling.createCampaign(owner, terms)
    await chain.client.revert({ id: snapshot })
    await chain.send({ from: donor, to: foreseen, value: eth('3') })
    expect(await kindling.createCampaign(owner, terms)).toBe(foreseen)
    expect(await kindling.getSummary(foreseen)).toMatchObject({
      totalRaised: 0n,
      balance: eth('3'),
      successful: false,
    })
    expect((await kindling.withdraw(owner, foreseen)).revertedWith).toBe('GoalNotMet')
  })
})
