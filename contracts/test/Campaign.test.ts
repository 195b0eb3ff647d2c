import { type Address, maxUint256, parseEther, parseEventLogs } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { campaignAbi } from '../src/index.ts'
import { type DeployedFactory, deployFactory, exampleCid } from './deployFactory.ts'
import { type Outcome, startTestChain, type TestChain } from './startTestChain.ts'

let chain: TestChain
let kindling: DeployedFactory
let creator: Address
let donor: Address
let otherDonor: Address

beforeAll(async () => {
  chain = await startTestChain()
  kindling = await deployFactory(chain)
  ;[, creator, donor, otherDonor] = chain.accounts as [Address, Address, Address, Address]
}, 30_000)
afterAll(() => chain?.stop())

const eth = parseEther
const balanceOf = (address: Address) => chain.client.getBalance({ address })
const eventsOf = (outcome: Outcome) => parseEventLogs({ abi: campaignAbi, logs: outcome.receipt.logs })

/** A campaign of 10 ETH that `donor` gave `given` to. */
async function campaignWith(given: bigint, deadline = chain.now() + 1_000n): Promise<Address> {
  const campaign = await kindling.createCampaign(creator, { deadline })
  expect((await kindling.donate(donor, campaign, { value: given })).revertedWith).toBeUndefined()
  return campaign
}

describe('donate', () => {
  test('a donation is counted and announced', async () => {
    const campaign = await kindling.createCampaign(creator)
    await kindling.donate(donor, campaign, { value: eth('1') })
    const outcome = await kindling.donate(otherDonor, campaign, { value: eth('2') })
    expect(eventsOf(outcome)).toMatchObject([
      {
        address: campaign.toLowerCase(),
        eventName: 'DonationReceived',
        args: { campaign, donor: otherDonor, amount: eth('2'), newTotalRaised: eth('3'), timestamp: chain.now() },
      },
    ])
    expect(await kindling.getSummary(campaign)).toMatchObject({ totalRaised: eth('3'), balance: eth('3') })
  })

  test('the donations of one donor add up', async () => {
    const campaign = await campaignWith(eth('1'))
    await kindling.donate(donor, campaign, { value: 5n })
    const contract = { address: campaign, abi: campaignAbi } as const
    const args = [donor] as const
    expect(await chain.client.readContract({ ...contract, functionName: 'contributionOf', args })).toBe(eth('1') + 5n)
    expect(await chain.client.readContract({ ...contract, functionName: 'contributions', args })).toBe(eth('1') + 5n)
  })

  test('donations past the goal are taken', async () => {
    const campaign = await campaignWith(eth('10'))
    expect((await kindling.donate(otherDonor, campaign, { value: eth('90') })).revertedWith).toBeUndefined()
    expect(await kindling.getSummary(campaign)).toMatchObject({
      totalRaised: eth('100'),
      active: true,
      successful: true,
    })
  })

  test('the creator may donate too', async () => {
    const campaign = await kindling.createCampaign(creator)
    expect((await kindling.donate(creator, campaign, { value: 1n })).revertedWith).toBeUndefined()
  })

  test('a donation of nothing reverts with InvalidDonation', async () => {
    const campaign = await kindling.createCampaign(creator)
    expect((await kindling.donate(donor, campaign)).revertedWith).toBe('InvalidDonation')
  })

  test('a donation in the last second before the deadline is taken, one at the deadline reverts with DeadlinePassed', async () => {
    const deadline = chain.now() + 1_000n
    const campaign = await kindling.createCampaign(creator, { deadline })
    expect((await kindling.donate(donor, campaign, { value: 1n, at: deadline - 1n })).revertedWith).toBeUndefined()
    expect((await kindling.donate(donor, campaign, { value: 1n, at: deadline })).revertedWith).toBe('DeadlinePassed')
    expect((await kindling.donate(donor, campaign, { value: 1n, at: deadline + 99n })).revertedWith).toBe(
      'DeadlinePassed',
    )
  })

  test('a donation after the withdrawal reverts with CampaignClosed, before and after the deadline', async () => {
    const deadline = chain.now() + 1_000n
    const campaign = await campaignWith(eth('10'), deadline)
    expect((await kindling.withdraw(creator, campaign)).revertedWith).toBeUndefined()
    expect((await kindling.donate(donor, campaign, { value: 1n })).revertedWith).toBe('CampaignClosed')
    expect((await kindling.donate(donor, campaign, { value: 1n, at: deadline })).revertedWith).toBe('CampaignClosed')
  })

  test('ether sent without calling donate is refused, with and without data', async () => {
    const campaign = await kindling.createCampaign(creator)
    expect((await chain.send({ from: donor, to: campaign, value: 1n })).receipt.status).toBe('reverted')
    expect((await chain.send({ from: donor, to: campaign, value: 1n, data: '0xdeadbeef' })).receipt.status).toBe(
      'reverted',
    )
    expect(await balanceOf(campaign)).toBe(0n)
  })
})

describe('withdraw', () => {
  test('the creator withdraws the whole balance before the deadline, as soon as the goal is met', async () => {
    const campaign = await campaignWith(eth('11'))
    const before = await balanceOf(creator)
    const outcome = await kindling.withdraw(creator, campaign)
    expect(eventsOf(outcome)).toMatchObject([
      { eventName: 'Withdrawn', args: { campaign, creator, amount: eth('11'), timestamp: chain.now() } },
    ])
    expect((await balanceOf(creator)) - before).toBe(eth('11'))
    expect(await kindling.getSummary(campaign)).toMatchObject({
      totalRaised: eth('11'),
      balance: 0n,
      withdrawn: true,
      active: false,
      successful: true,
      failed: false,
    })
  })

  test('the creator withdraws after the deadline too', async () => {
    const deadline = chain.now() + 1_000n
    const campaign = await campaignWith(eth('10'), deadline)
    expect((await kindling.withdraw(creator, campaign, { at: deadline + 1_000_000n })).revertedWith).toBeUndefined()
  })

  test('a withdrawal one wei short of the goal reverts with GoalNotMet, and passes with that wei', async () => {
    const campaign = await campaignWith(eth('10') - 1n)
    expect((await kindling.withdraw(creator, campaign)).revertedWith).toBe('GoalNotMet')
    await kindling.donate(donor, campaign, { value: 1n })
    expect((await kindling.withdraw(creator, campaign)).revertedWith).toBeUndefined()
  })

  test('a withdrawal by anyone else reverts with NotCreator', async () => {
    const campaign = await campaignWith(eth('10'))
    expect((await kindling.withdraw(donor, campaign)).revertedWith).toBe('NotCreator')
  })

  test('a second withdrawal reverts with AlreadyWithdrawn', async () => {
    const campaign = await campaignWith(eth('10'))
    await kindling.withdraw(creator, campaign)
    expect((await kindling.withdraw(creator, campaign)).revertedWith).toBe('AlreadyWithdrawn')
  })
})

describe('refund', () => {
  test('a donor has everything back, and the books keep what was given', async () => {
    const deadline = chain.now() + 1_000n
    const campaign = await campaignWith(eth('1'), deadline)
    await kindling.donate(donor, campaign, { value: eth('2') })
    await kindling.donate(otherDonor, campaign, { value: eth('4') })
    const before = await balanceOf(donor)
    const outcome = await kindling.refund(donor, campaign, { at: deadline })
    expect(eventsOf(outcome)).toMatchObject([
      { eventName: 'Refunded', args: { campaign, donor, amount: eth('3'), timestamp: deadline } },
    ])
    expect((await balanceOf(donor)) - before).toBe(eth('3'))
    expect(await kindling.getSummary(campaign)).toMatchObject({
      totalRaised: eth('7'),
      balance: eth('4'),
      active: false,
      successful: false,
      failed: true,
    })
    const contract = { address: campaign, abi: campaignAbi, args: [donor] } as const
    expect(await chain.client.readContract({ ...contract, functionName: 'contributionOf' })).toBe(eth('3'))
    expect(await chain.client.readContract({ ...contract, functionName: 'refunded' })).toBe(true)
  })

  test('refund before the deadline reverts with DeadlineNotPassed, whether the goal is met or not', async () => {
    const deadline = chain.now() + 1_000n
    const short = await campaignWith(eth('1'), deadline)
    const met = await campaignWith(eth('10'), deadline)
    expect((await kindling.refund(donor, short, { at: deadline - 2n })).revertedWith).toBe('DeadlineNotPassed')
    expect((await kindling.refund(donor, met, { at: deadline - 1n })).revertedWith).toBe('DeadlineNotPassed')
  })

  test('a refund when the goal was met reverts with GoalMet, before and after the withdrawal', async () => {
    const deadline = chain.now() + 1_000n
    const campaign = await campaignWith(eth('10'), deadline)
    expect((await kindling.refund(donor, campaign, { at: deadline })).revertedWith).toBe('GoalMet')
    await kindling.withdraw(creator, campaign)
    expect((await kindling.refund(donor, campaign)).revertedWith).toBe('GoalMet')
  })

  test('a second refund reverts with AlreadyRefunded', async () => {
    const deadline = chain.now() + 1_000n
    const campaign = await campaignWith(eth('1'), deadline)
    await kindling.donate(otherDonor, campaign, { value: eth('1') })
    expect((await kindling.refund(donor, campaign, { at: deadline })).revertedWith).toBeUndefined()
    expect((await kindling.refund(donor, campaign)).revertedWith).toBe('AlreadyRefunded')
    expect(await balanceOf(campaign)).toBe(eth('1'))
  })

  test('a refund to someone who gave nothing reverts with NoContribution', async () => {
    const deadline = chain.now() + 1_000n
    const campaign = await campaignWith(eth('1'), deadline)
    expect((await kindling.refund(otherDonor, campaign, { at: deadline })).revertedWith).toBe('NoContribution')
  })
})

describe('the views', () => {
  test('say the same as getSummary', async () => {
    const deadline = chain.now() + 1_000n
    const campaign = await campaignWith(eth('1'), deadline)
    const contract = { address: campaign, abi: campaignAbi } as const
    const names = ['creator', 'goal', 'deadline', 'cid', 'totalRaised', 'withdrawn'] as const
    const values = await Promise.all(
      names.map((functionName) => chain.client.readContract({ ...contract, functionName })),
    )
    expect(values).toEqual([creator, eth('10'), deadline, exampleCid, eth('1'), false])
    const states = ['isActive', 'isSuccessful', 'isFailed'] as const
    const read = () =>
      Promise.all(states.map((functionName) => chain.client.readContract({ ...contract, functionName })))
    expect(await read()).toEqual([true, false, false])
    await chain.mine(deadline)
    expect(await read()).toEqual([false, false, true])
    expect(await kindling.getSummary(campaign)).toEqual({
      creator,
      goal: eth('10'),
      deadline,
      cid: exampleCid,
      totalRaised: eth('1'),
      balance: eth('1'),
      withdrawn: false,
      active: false,
      successful: false,
      failed: true,
    })
  })

  test('a goal and a deadline of 2^256 - 1 overflow nowhere', async () => {
    const campaign = await kindling.createCampaign(creator, { goal: maxUint256, deadline: maxUint256 })
    expect((await kindling.donate(donor, campaign, { value: eth('1000') })).revertedWith).toBeUndefined()
    expect((await kindling.withdraw(creator, campaign)).revertedWith).toBe('GoalNotMet')
    expect((await kindling.refund(donor, campaign)).revertedWith).toBe('DeadlineNotPassed')
    expect(await kindling.getSummary(campaign)).toMatchObject({
      goal: maxUint256,
      deadline: maxUint256,
      totalRaised: eth('1000'),
      active: true,
      successful: false,
      failed: false,
    })
  })
})
