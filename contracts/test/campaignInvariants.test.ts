import { type Address, maxUint256, parseEventLogs, type TransactionReceipt } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignAbi, campaignFactoryAbi } from '../src/index.ts'
import * as model from './campaignModel.ts'
import { type DeployedFactory, deployFactory, exampleCid, type Terms } from './deployFactory.ts'
import { seededRandom } from './seededRandom.ts'
import { type Outcome, startTestChain, type TestChain } from './startTestChain.ts'

/** `SEED=7 npx vitest run contracts/test/campaignInvariants.test.ts` runs that seed alone. */
const seeds = process.env['SEED'] ? [Number(process.env['SEED'])] : [1, 2, 3, 4, Date.now() % 2 ** 31]
const stepsPerSeed = 200

let chain: TestChain
const outcomesSeen = new Map<string, number>()

beforeAll(async () => {
  chain = await startTestChain()
}, 30_000)
afterAll(() => chain?.stop())

test.each(seeds)(
  'random actions leave every wei where the rules put it (seed %i)',
  async (seed) => {
    const world = await createWorld(seed)
    for (let step = 0; step < stepsPerSeed; step++) {
      const { expected, outcome, told } = await world.act()
      const at = `seed ${seed}, step ${step}: ${told}`
      expect(outcome.revertedWith, at).toBe(expected)
      const seen = `${told.split(' ')[0]}: ${expected ?? 'success'}`
      outcomesSeen.set(seen, (outcomesSeen.get(seen) ?? 0) + 1)
      await world.check(at, outcome.receipt)
    }
  },
  120_000,
)

test.skipIf(seeds.length === 1)('the random actions met every rule', () => {
  const met = (action: string, results: string[]) => results.map((result) => `${action}: ${result}`)
  expect([...outcomesSeen.keys()]).toEqual(
    expect.arrayContaining([
      ...met('create', ['success', 'InvalidGoal', 'InvalidDeadline', 'InvalidCID']),
      ...met('donate', ['success', 'CampaignClosed', 'DeadlinePassed', 'InvalidDonation']),
      ...met('withdraw', ['success', 'NotCreator', 'AlreadyWithdrawn', 'GoalNotMet']),
      ...met('refund', ['success', 'DeadlineNotPassed', 'GoalMet', 'NoContribution', 'AlreadyRefunded']),
    ]),
  )
})

async function createWorld(seed: number) {
  const random = seededRandom(seed)
  const kindling: DeployedFactory = await deployFactory(chain)
  const actors = chain.accounts.slice(1, 7) as Address[]
  const startBalances = await balancesOf(actors)
  const campaigns = new Map<Address, model.ModelCampaign>()
  /** Sums of what the events say, kept apart from the model. */
  const told = {
    raised: new Map<string, bigint>(),
    refunded: new Map<string, bigint>(),
    taken: new Map<string, bigint>(),
  }

  /** Usually the next seconds; now and then exactly around a deadline. */
  function someTime(): bigint {
    const next = chain.now() + 1n
    const deadlines = [...campaigns.values()].map(({ deadline }) => deadline).filter((each) => each < maxUint256)
    const near = random.oneIn(6) && deadlines.length > 0 ? random.pick(deadlines) + BigInt(random.below(3)) - 1n : next
    return near > next ? near : next + BigInt(random.below(20))
  }

  async function create(actor: Address, at: bigint) {
    const terms: Terms = {
      goal: random.oneIn(10) ? 0n : random.oneIn(10) ? maxUint256 : BigInt(1 + random.below(3_000)),
      deadline: random.oneIn(10)
        ? maxUint256
        : random.oneIn(6)
          ? at - BigInt(random.below(2))
          : at + BigInt(1 + random.below(500)),
      cid: random.oneIn(10) ? '' : `${exampleCid}${seed}`,
    }
    const expected = model.creationError(terms, at)
    const outcome = await kindling.tryCreateCampaign(actor, terms, at)
    if (expected === undefined) {
      const list = await chain.client.readContract({
        address: kindling.factory,
        abi: campaignFactoryAbi,
        functionName: 'getCampaignsByCreator',
        args: [actor],
      })
      campaigns.set(list.at(-1) as Address, { ...terms, creator: actor, gifts: new Map(), refunds: new Map() })
    }
    return { expected, outcome }
  }

  /** Often just what is missing to the goal, or a wei beside it. */
  function someAmount(campaign: model.ModelCampaign): bigint {
    const missing = campaign.goal - model.raisedBy(campaign)
    if (random.oneIn(8)) return 0n
    const amount = random.oneIn(3) ? missing + BigInt(random.below(3)) - 1n : BigInt(1 + random.below(1_000))
    return amount > 0n && amount < 10_000n ? amount : 1n
  }

  async function act(): Promise<{ expected: string | undefined; outcome: Outcome; told: string }> {
    const actor = random.pick(actors)
    const at = someTime()
    const address = random.pick([...campaigns.keys()])
    if (address === undefined || (campaigns.size < 6 && random.oneIn(12))) {
      return { told: `create by ${actor}`, ...(await create(actor, at)) }
    }
    const campaign = campaigns.get(address) as model.ModelCampaign
    const kind = random.pick(['donate', 'donate', 'donate', 'withdraw', 'refund', 'refund'] as const)
    if (kind === 'donate') {
      const value = someAmount(campaign)
      const expected = model.donateTo(campaign, actor, value, at)
      const outcome = await kindling.donate(actor, address, { value, at })
      return { expected, outcome, told: `donate ${value} by ${actor} to ${address} at ${at}` }
    }
    const caller = kind === 'withdraw' && !random.oneIn(3) ? campaign.creator : actor
    const expected = kind === 'withdraw' ? model.withdrawFrom(campaign, caller) : model.refundFrom(campaign, caller, at)
    const outcome = await kindling[kind](caller, address, { at })
    return { expected, outcome, told: `${kind} by ${caller} from ${address} at ${at}` }
  }

  function addToSums({ logs, status }: TransactionReceipt) {
    if (status === 'reverted') expect(logs).toEqual([])
    const add = (sums: Map<string, bigint>, key: string, amount: bigint) =>
      sums.set(key, (sums.get(key) ?? 0n) + amount)
    for (const { eventName, args } of parseEventLogs({ abi: campaignAbi, logs })) {
      if (eventName === 'DonationReceived') add(told.raised, `${args.campaign} ${args.donor}`, args.amount)
      if (eventName === 'Refunded') add(told.refunded, `${args.campaign} ${args.donor}`, args.amount)
      if (eventName === 'Withdrawn') add(told.taken, args.campaign, args.amount)
    }
  }

  /** Compares everything on the chain with the model, and with the sums of the events. */
  async function check(at: string, receipt: TransactionReceipt) {
    addToSums(receipt)
    const states = [...campaigns].map(async ([address, campaign]) => {
      const read = (functionName: 'contributionOf' | 'refunded', actor: Address) =>
        chain.client.readContract({ address, abi: campaignAbi, functionName, args: [actor] })
      const [summary, gifts, refunded] = await Promise.all([
        kindling.getSummary(address),
        Promise.all(actors.map((actor) => read('contributionOf', actor))),
        Promise.all(actors.map((actor) => read('refunded', actor))),
      ])
      const ofCampaign = (sums: Map<string, bigint>) =>
        model.sum([...sums].filter(([key]) => key.startsWith(address)).map(([, amount]) => amount))
      const raised = model.raisedBy(campaign)
      const { creator, goal, deadline, cid } = campaign
      expect(summary, at).toEqual({
        ...{ creator, goal, deadline, cid },
        totalRaised: raised,
        balance: model.heldBy(campaign),
        withdrawn: campaign.taken !== undefined,
        active: chain.now() < deadline && campaign.taken === undefined,
        successful: raised >= goal,
        failed: chain.now() >= deadline && raised < goal,
      })
      expect(gifts, at).toEqual(actors.map((actor) => campaign.gifts.get(actor) ?? 0n))
      expect(refunded, at).toEqual(actors.map((actor) => campaign.refunds.has(actor)))
      expect(model.sum(gifts as bigint[]), at).toBe(summary.totalRaised)
      expect(summary.totalRaised, at).toBe(ofCampaign(told.raised))
      expect(summary.balance, at).toBe(ofCampaign(told.raised) - ofCampaign(told.refunded) - ofCampaign(told.taken))
    })
    await Promise.all(states)
    for (const [key, amount] of told.refunded) expect(amount <= (told.raised.get(key) ?? 0n), at).toBe(true)
    const all = [...campaigns.values()]
    const expectedBalances = actors.map((actor, n) => {
      const gave = model.sum(all.map(({ gifts }) => gifts.get(actor) ?? 0n))
      const hadBack = model.sum(all.map(({ refunds }) => refunds.get(actor) ?? 0n))
      const took = model.sum(all.map(({ creator, taken }) => (creator === actor ? (taken ?? 0n) : 0n)))
      return (startBalances[n] as bigint) - gave + hadBack + took
    })
    expect(await balancesOf(actors), at).toEqual(expectedBalances)
  }

  return { act, check }
}

function balancesOf(addresses: Address[]): Promise<bigint[]> {
  return Promise.all(addresses.map((address) => chain.client.getBalance({ address })))
}
