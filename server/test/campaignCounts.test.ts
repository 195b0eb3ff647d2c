import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetChain } from '../src/bin/forgetChain.ts'
import { ADVISORY_LOCKS } from '../src/lib/advisoryLocks.ts'
import type { ChainEvent, EventName } from '../src/lib/ChainEvent.ts'
import { createPool } from '../src/lib/database.ts'
import { applyEvents, revertAbove } from '../src/projections/applyEvents.ts'
import type { CampaignFilters } from '../src/queries/campaignFilters.ts'
import type { CampaignOrdering } from '../src/queries/campaignOrderings.ts'
import { CAMPAIGN_STATUSES } from '../src/queries/campaignRow.ts'
import { isCounted } from '../src/queries/countedCampaigns.ts'
import { countFacets } from '../src/queries/countFacets.ts'
import type { ChainPosition } from '../src/queries/getChainPosition.ts'
import { getPlatformStats } from '../src/queries/getPlatformStats.ts'
import { listCampaignLeaders } from '../src/queries/listCampaignLeaders.ts'
import { listCampaigns } from '../src/queries/listCampaigns.ts'
import { listTableDifferences } from '../src/queries/listTableDifferences.ts'
import { refreshStandings } from '../src/queries/refreshStandings.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'

const CHAIN = 7
const lane = { chainId: CHAIN, partition: 0, partitions: 1 }
const START = 1_700_000_000
const DAY = 86_400
const ETH = 10n ** 18n
const MAX = 2n ** 256n - 1n
const FACTORY = `0x${'fa'.repeat(20)}`
const campaignAt = (n: number) => `0xca${String(n).padStart(38, '0')}`
const accountAt = (n: number) => `0xd0${String(n).padStart(38, '0')}`
const cidOf = (n: number) => `bafkreicampaign${n}`

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url, { name: 'test counts', max: 2 })
  await pool.query(`insert into chains (chain_id, name) values ($1, 'Counts')`, [CHAIN])
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** What happens to a chain's campaigns, and what is asked between. */
type Step =
  | { do: 'create'; campaign: number; creator: number; goal: bigint; deadline: bigint }
  | { do: 'donate' | 'refund' | 'withdraw'; campaign: number; donor: number; share: number }
  | { do: 'pass'; seconds: number }
  | { do: 'settle'; seconds: number }
  | { do: 'revert'; blocks: number }
  | { do: 'document'; campaign: number; state: string; isOfOther: boolean; category: string | null; tags: string[] }
  | { do: 'forget'; campaign: number }
  | { do: 'empty' }
  | { do: 'move'; to: number }
  | { do: 'hide' | 'show'; campaign: number }
  | { do: 'block' | 'unblock'; creator: number }
  | { do: 'ask'; clock: number; filters: CampaignFilters }

const campaign = fc.integer({ min: 1, max: 12 })
const creator = fc.integer({ min: 1, max: 4 })
const goals = [0n, 1n, 100n, 10n * ETH - 1n, 10n * ETH, 10n * ETH + 1n, 50n * ETH, 200n * ETH, 200n * ETH + 1n, MAX]
const days = fc.constantFrom(-3, 0, 1, 3, 7, 30, 31)
const seconds = fc.oneof(fc.integer({ min: -700, max: 700 }), fc.constantFrom(-1, 0, 1, 600))
const apart = fc.tuple(days, seconds).map(([day, more]) => day * DAY + more)

const create = fc.record({
  do: fc.constant('create' as const),
  campaign,
  creator,
  goal: fc.constantFrom(...goals),
  deadline: fc.oneof(
    apart.map((after) => BigInt(START + after)),
    fc.constantFrom(MAX, 0n, 1n),
  ),
})
const document = fc.record({
  do: fc.constant('document' as const),
  campaign,
  state: fc.constantFrom('resolved', 'resolved', 'resolved', 'pending', 'failed'),
  isOfOther: fc.boolean(),
  category: fc.constantFrom('art', 'Art', 'music', '*', null),
  tags: fc.array(fc.constantFrom('solar', 'wind', 'sea', 'it\'s "quoted"', 'solar'), { maxLength: 4 }),
})

const FILTERS = [
  'status',
  'category',
  'hasWithdrawn',
  'minGoalWei',
  'maxGoalWei',
  'minProgress',
  'maxProgress',
  'deadlineBefore',
  'deadlineAfter',
] as const
/** Any filters: those that the counts answer, and values between what they tell apart. */
const filters: fc.Arbitrary<CampaignFilters> = fc
  .record(
    {
      status: fc.uniqueArray(fc.constantFrom(...CAMPAIGN_STATUSES), { minLength: 1, maxLength: 3 }),
      category: fc.uniqueArray(fc.constantFrom('art', 'music', 'film', '*'), { minLength: 1 }),
      hasWithdrawn: fc.boolean(),
      minGoalWei: fc.constantFrom('0', ...goals.map(String)),
      maxGoalWei: fc.constantFrom(...goals.map(String)),
      minProgress: fc.constantFrom(0, 49.99, 50, 75, 99.99, 100, 120),
      maxProgress: fc.constantFrom(0, 49.99, 50, 74.99, 99.99, 100),
      deadlineBefore: apart,
      deadlineAfter: apart,
    },
    { requiredKeys: [] },
  )
  .map(({ deadlineBefore, deadlineAfter, ...others }) => ({
    ...others,
    ...(deadlineBefore === undefined ? {} : { deadlineBefore: String(START + deadlineBefore) }),
    ...(deadlineAfter === undefined ? {} : { deadlineAfter: String(START + deadlineAfter) }),
  }))
/** One or two filters at once are what people choose. */
const fewFilters = fc
  .tuple(filters, fc.shuffledSubarray([...FILTERS], { minLength: 1, maxLength: 2 }))
  .map(([all, kept]): CampaignFilters => Object.fromEntries(kept.map((name) => [name, all[name]])))

const ask = fc.record({
  do: fc.constant('ask' as const),
  clock: fc.oneof(seconds, apart),
  filters: fc.oneof(filters, fewFilters, fc.constant({})),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: create, weight: 8 },
  {
    arbitrary: fc.record({
      do: fc.constantFrom(
        'donate' as const,
        'donate' as const,
        'donate' as const,
        'refund' as const,
        'withdraw' as const,
      ),
      campaign,
      donor: fc.integer({ min: 1, max: 3 }),
      share: fc.constantFrom(1, 25, 49, 50, 51, 75, 100, 250),
    }),
    weight: 8,
  },
  { arbitrary: document, weight: 5 },
  { arbitrary: fc.record({ do: fc.constant('forget' as const), campaign }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('empty' as const) }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('move' as const), to: fc.oneof(seconds, apart) }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constantFrom('hide' as const, 'show' as const), campaign }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constantFrom('block' as const, 'unblock' as const), creator }), weight: 1 },
  {
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      seconds: fc.constantFrom(1, 12, 599, 601, 3600, DAY, 4 * DAY),
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ do: fc.constant('settle' as const), seconds: fc.constantFrom(0, 1, 12, 600) }), weight: 3 },
  { arbitrary: fc.record({ do: fc.constant('revert' as const), blocks: fc.integer({ min: 0, max: 8 }) }), weight: 1 },
  { arbitrary: ask, weight: 1 },
)

/** A chain that lives in a transaction, of which nothing is left. */
class World {
  readonly tx: pg.PoolClient
  block = 0
  time = START - 3 * DAY
  goals = new Map<number, bigint>()

  constructor(tx: pg.PoolClient) {
    this.tx = tx
  }

  async take(steps: readonly Step[]): Promise<void> {
    for (const one of steps) await this.takeOne(one)
  }

  private async takeOne(one: Step): Promise<void> {
    const { tx } = this
    switch (one.do) {
      case 'create':
        if (!this.goals.has(one.campaign)) this.goals.set(one.campaign, one.goal)
        return this.apply('CampaignCreated', one.campaign, one.creator, null, {
          goal: String(one.goal),
          deadline: String(one.deadline),
          cid: cidOf(one.campaign),
        })
      case 'donate':
      case 'refund':
      case 'withdraw': {
        const goal = this.goals.get(one.campaign) ?? 100n
        const amount = (goal * BigInt(one.share)) / 100n
        const name = { donate: 'DonationReceived', refund: 'Refunded', withdraw: 'Withdrawn' } as const
        const wei = amount > MAX ? MAX : amount
        return this.apply(name[one.do], one.campaign, one.donor, wei, { amount: String(wei) })
      }
      case 'pass':
        this.time += one.seconds
        return
      case 'settle':
        await tx.query(
          `insert into consumer_state (chain_id, partition, partitions, epoch, seq, last_block, last_block_hash, last_block_time)
           values ($1, 0, 1, 0, 0, $2, '0x', to_timestamp($3))
           on conflict (chain_id, partition) do update set last_block = $2, last_block_time = excluded.last_block_time`,
          [CHAIN, this.block, this.time - one.seconds],
        )
        return
      case 'revert':
        await revertAbove(tx, lane, this.block - one.blocks)
        return
      case 'document':
        await tx.query(
          `insert into campaign_metadata (chain_id, campaign_address, cid, state, category, tags) values ($1, $2, $3, $4, $5, $6)
           on conflict (chain_id, campaign_address) do update set cid = excluded.cid, state = excluded.state,
             category = excluded.category, tags = excluded.tags`,
          [
            CHAIN,
            campaignAt(one.campaign),
            cidOf(one.campaign) + (one.isOfOther && one.tags.length === 0 ? 'old' : ''),
            one.state,
            one.category,
            JSON.stringify(one.tags),
          ],
        )
        return
      case 'forget':
        await tx.query('delete from campaign_metadata where campaign_address = $1', [campaignAt(one.campaign)])
        return
      case 'empty':
        await tx.query('truncate campaign_metadata')
        return
      case 'move':
        await tx.query('select move_counted_at($1, $2)', [CHAIN, START + one.to])
        return
      case 'hide':
        await tx.query(
          `insert into campaign_hides (chain_id, campaign_address, reason) values ($1, $2, 'A test') on conflict do nothing`,
          [CHAIN, campaignAt(one.campaign)],
        )
        return
      case 'show':
        await tx.query('delete from campaign_hides where campaign_address = $1', [campaignAt(one.campaign)])
        return
      case 'block':
        await tx.query(
          `insert into blocked_creators (creator_address, reason, blocked_by) values ($1, 'A test', 'test') on conflict do nothing`,
          [accountAt(one.creator)],
        )
        return
      case 'unblock':
        await tx.query('delete from blocked_creators where creator_address = $1', [accountAt(one.creator)])
        return
      case 'ask':
        await this.ask(START + one.clock, one.filters)
    }
  }

  private async apply(
    name: EventName,
    n: number,
    account: number,
    amount: bigint | null,
    args: Record<string, string>,
  ) {
    this.block++
    const created = name === 'CampaignCreated'
    const event: ChainEvent = {
      name,
      blockNumber: this.block,
      blockHash: `0x${String(this.block).padStart(64, '0')}`,
      blockTime: this.time,
      txHash: `0x${String(this.block).padStart(64, '7')}`,
      logIndex: 0,
      address: created ? FACTORY : campaignAt(n),
      campaign: campaignAt(n),
      account: accountAt(account),
      amountWei: amount === null ? null : String(amount),
      args: { campaign: campaignAt(n), ...args },
    }
    await applyEvents(this.tx, CHAIN, new Set([FACTORY]), [event])
  }

  /** Each answer, and what looking at every campaign gives: beside a filter that all pass, but that the counts do not know. */
  private async ask(clockTs: number, given: CampaignFilters): Promise<void> {
    const { tx } = this
    const chain: ChainPosition = { ...AT_START, blockNumber: this.block, clockTs }
    const plainly = (filters: CampaignFilters): CampaignFilters => ({ ...filters, minRaisedWei: '0' })
    expect(await countFacets(tx, chain, given)).toEqual(await countFacets(tx, chain, plainly(given)))
    const list = async (filters: CampaignFilters, ordering: CampaignOrdering, pageSize = 50, page = 1) => {
      const { count, rows } = await listCampaigns(tx, chain, {
        filters,
        ordering,
        includeMetadata: false,
        page: { pageSize, at: { page } },
        ipfsUrl: '',
      })
      return { count, addresses: rows.map(({ address }) => address) }
    }
    for (const ordering of ['-total_raised_wei', 'ending_soon'] as const) {
      const listed = await list(given, ordering)
      expect(listed).toEqual(await list(plainly(given), ordering))
      expect(listed.count).toBe(listed.addresses.length)
      // Of few rows the first are come to sooner than all are found.
      for (const page of [1, 2]) {
        const few = await list(given, ordering, 2, page)
        expect(few).toEqual({ ...listed, addresses: listed.addresses.slice(page * 2 - 2, page * 2) })
      }
    }
    const active = await tx.query(
      `select count(*) as count from campaigns where not withdrawn and total_raised_wei < goal_wei and deadline_ts > $1`,
      [clockTs],
    )
    expect((await getPlatformStats(tx, chain)).active_campaigns).toBe(active.rows[0].count)
    if (given.status) {
      const leaders = await listCampaignLeaders(tx, chain, {
        period: 'all',
        limit: 50,
        offset: 0,
        status: given.status,
        includeMetadata: false,
        ipfsUrl: '',
      })
      expect(leaders.count).toBe(leaders.rows.length)
    }
  }
}

async function within(work: (tx: pg.PoolClient) => Promise<void>): Promise<void> {
  const tx = await pool.connect()
  try {
    await tx.query('begin')
    await work(tx)
  } finally {
    await tx.query('rollback')
    tx.release()
  }
}

const COUNTS = ['counted_campaigns', 'campaign_counts', 'campaign_tag_counts']
const differences = async (tx: pg.ClientBase, chainId = CHAIN) =>
  (await listTableDifferences(tx, chainId, null)).filter(({ table }) => COUNTS.includes(table))

test('whatever happens to campaigns, what is counted of them is what looking at each of them gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 20, maxLength: 60 }),
      fc.array(ask, { minLength: 8 }),
      async (steps, asks) => {
        await within(async (tx) => {
          await new World(tx).take([...steps, ...asks])
          expect(await differences(tx)).toEqual([])
        })
      },
    ),
    { numRuns: 60 },
  )
}, 600_000)

/** Campaigns with documents of two tags each. */
const documented = (count: number): Step[] =>
  Array.from({ length: count }, (_, n): Step[] => [
    { do: 'create', campaign: n, creator: 1, goal: 100n, deadline: BigInt(START) },
    { do: 'document', campaign: n, state: 'resolved', isOfOther: false, category: 'art', tags: ['solar', `of ${n}`] },
  ]).flat()
const sums = async (tx: pg.ClientBase) => {
  const { rows } = await tx.query(
    `select (select count(*) from counted_campaigns) as campaigns, (select sum(campaigns_count)::int from campaign_counts) as counted,
       (select sum(campaigns_count)::int from campaign_counts where category = 'art') as art,
       (select count(*) from campaign_tag_counts) as tags`,
  )
  return rows[0]
}

test('tables that are emptied at once leave counts of what is left', async () => {
  await within(async (tx) => {
    await new World(tx).take(documented(4))
    expect(await sums(tx)).toEqual({ campaigns: 4, counted: 4, art: 4, tags: 10 })
    await tx.query('truncate campaign_metadata')
    expect(await sums(tx)).toEqual({ campaigns: 4, counted: 4, art: null, tags: 0 })
    expect(await differences(tx)).toEqual([])
    await tx.query('delete from campaigns where address = $1', [campaignAt(1)])
    expect(await sums(tx)).toEqual({ campaigns: 3, counted: 3, art: null, tags: 0 })
    await tx.query('truncate campaigns cascade')
    expect(await sums(tx)).toEqual({ campaigns: 0, counted: null, art: null, tags: 0 })
    expect(await differences(tx)).toEqual([])
  })
})

test('a chain that was counted wrongly is counted again', async () => {
  await within(async (tx) => {
    await new World(tx).take(documented(4))
    await tx.query('update campaign_counts set campaigns_count = campaigns_count + 1')
    await tx.query(`delete from campaign_tag_counts where tag = 'solar'`)
    await tx.query('delete from counted_campaigns where campaign_address = $1', [campaignAt(2)])
    expect(new Set((await differences(tx)).map(({ table }) => table))).toEqual(new Set(COUNTS))
    await tx.query('select count_chain_again($1)', [CHAIN])
    expect(await differences(tx)).toEqual([])
    expect(await sums(tx)).toEqual({ campaigns: 4, counted: 4, art: 4, tags: 10 })
  })
})

test('thousands of campaigns and documents at once are counted as one by one', async () => {
  await within(async (tx) => {
    await new World(tx).take(documented(3))
    await tx.query(
      `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid, created_block,
         created_log_index, created_at, updated_at)
       select $1, '0xcb' || lpad(n::text, 38, '0'), $2, $2, n % 300 * 1e18, $3 + n * 1000, 'cid' || n, 1, n, now(), now()
       from generate_series(1, 3000) n`,
      [CHAIN, FACTORY, START],
    )
    await tx.query(
      `insert into campaign_metadata (chain_id, campaign_address, cid, state, category, tags)
       select chain_id, address, cid, case created_log_index % 4 when 0 then 'failed' else 'resolved' end, 'art',
         jsonb_build_array('tag ' || created_log_index % 50) from campaigns where address like '0xcb%'`,
    )
    expect(await differences(tx)).toEqual([])
    await tx.query(
      `update campaign_metadata set category = 'music', state = 'resolved' where campaign_address like '%5'`,
    )
    await tx.query(`update campaign_metadata set state = 'failed' where campaign_address like '%7'`)
    await tx.query(`update campaigns set total_raised_wei = goal_wei where address like '%3'`)
    expect(await differences(tx)).toEqual([])
    await tx.query(`delete from campaign_metadata where campaign_address like '%1'`)
    await tx.query(`delete from campaigns where address like '0xcb%' and address not like '%2'`)
    expect(await differences(tx)).toEqual([])
    expect(await sums(tx)).toMatchObject({ campaigns: 303, counted: 303 })
  })
})

test('documents of other tools are counted: one of a category of a star once, a long tag by its beginning', async () => {
  await within(async (tx) => {
    const long = 'x'.repeat(200)
    await new World(tx).take(documented(2))
    await tx.query(`update campaign_metadata set category = '*', tags = $2 where campaign_address = $1`, [
      campaignAt(0),
      // Of digits without order, so that it cannot be pressed into an index.
      JSON.stringify([long + Array.from({ length: 9000 }, (_, n) => (n * n * 7919) % 9973).join('')]),
    ])
    expect(await differences(tx)).toEqual([])
    const { rows } = await tx.query('select category, tag, total from campaign_tag_counts order by 1, 2')
    expect(rows).toEqual([
      { category: '*', tag: 'of 1', total: 1 },
      { category: '*', tag: 'solar', total: 1 },
      { category: '*', tag: long, total: 1 },
      { category: 'art', tag: 'of 1', total: 1 },
      { category: 'art', tag: 'solar', total: 1 },
    ])
  })
})

/** Whether a statement takes the lock that lanes wait for. */
async function locks(tx: pg.ClientBase, statement: string): Promise<boolean> {
  await tx.query('savepoint before_it')
  await tx.query(statement)
  const { rows } = await tx.query(
    `select count(*) > 0 as held from pg_locks where locktype = 'advisory' and classid = $1 and pid = pg_backend_pid() and objsubid = 2`,
    [ADVISORY_LOCKS.rollups],
  )
  await tx.query('rollback to before_it')
  return rows[0].held
}

test('lanes wait for documents only where something that counts changes', async () => {
  const tx = await pool.connect()
  const insert = (state: string) =>
    `insert into campaign_metadata (chain_id, campaign_address, cid, state) values (${CHAIN}, '${campaignAt(9)}', 'cid', '${state}')`
  try {
    await tx.query(insert('pending'))
    await tx.query('begin')
    expect(await locks(tx, `update campaign_metadata set state = 'failed', category = 'art', tags = '["a"]'`)).toBe(
      false,
    )
    expect(await locks(tx, 'delete from campaign_metadata')).toBe(false)
    expect(await locks(tx, `delete from campaign_metadata; ${insert('failed')}`)).toBe(false)
    expect(await locks(tx, `delete from campaign_metadata; ${insert('resolved')}`)).toBe(true)
    expect(await locks(tx, `update campaign_metadata set state = 'resolved'`)).toBe(true)
    await tx.query('commit')
    await tx.query(`update campaign_metadata set state = 'resolved', tags = '["a"]'`)
    await tx.query('begin')
    expect(await locks(tx, `update campaign_metadata set name = 'Other', attempts = 7`)).toBe(false)
    for (const change of [`tags = '[]'`, `category = 'art'`, `cid = 'other'`, `state = 'failed'`])
      expect(await locks(tx, `update campaign_metadata set ${change}`), change).toBe(true)
    expect(await locks(tx, 'delete from campaign_metadata')).toBe(true)
  } finally {
    await tx.query('rollback')
    await tx.query('delete from campaign_metadata')
    tx.release()
  }
})

test('standings bring the moment of the counts to the clock, ahead of the blocks and back again', async () => {
  const other = CHAIN + 1
  await pool.query(`insert into chains (chain_id, name) values ($1, 'Clock')`, [other])
  await pool.query(
    `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid, created_block,
       created_log_index, created_at, updated_at)
     select $1, '0x' || lpad(n::text, 40, '0'), $2, $2, 100, $3 + n * $4, 'cid', 1, n, now(), now() from generate_series(-50, 50) n`,
    [other, FACTORY, START, DAY],
  )
  for (const clockTs of [START, START + 20 * DAY + 599, START - 20 * DAY, START - 20 * DAY + 1]) {
    expect(await refreshStandings(pool, { chainId: other, clockTs, epoch: 0, feedId: 0, version: '' })).toBe(true)
    const tx = await pool.connect()
    try {
      const { rows } = await tx.query(
        `select ts, (select sum(campaigns_count)::int from campaign_counts where chain_id = $1 and remaining = 0) as over
         from counted_at where chain_id = $1`,
        [other],
      )
      const ts = Math.floor(clockTs / 600) * 600
      expect(rows).toEqual([{ ts, over: Math.floor((ts - START) / DAY) + 51 }])
      expect(await differences(tx, other)).toEqual([])
    } finally {
      tx.release()
    }
  }
  await forgetChain(pool, other)
})

test('the most used tags under a filter are found where very many others are used more often under none', async () => {
  const tagsOf = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name} ${i}`)
  const created = (campaign: number, deadline: number, category: string, tags: string[]): Step[] => [
    { do: 'create', campaign, creator: 1, goal: 100n, deadline: BigInt(START + deadline) },
    { do: 'document', campaign, state: 'resolved', isOfOther: false, category, tags },
  ]
  await within(async (tx) => {
    const world = new World(tx)
    for (const n of [1, 2, 3]) {
      await world.take(created(n, -DAY, n === 3 ? 'music' : 'art', [...tagsOf('common', 800), ...tagsOf('rare', 30)]))
    }
    await world.take(created(4, DAY, 'art', tagsOf('open', 20)))
    await world.take(created(5, DAY, 'music', tagsOf('open', 30)))
    await world.take([
      { do: 'settle', seconds: 0 },
      { do: 'donate', campaign: 5, donor: 1, share: 50 },
      { do: 'donate', campaign: 3, donor: 1, share: 75 },
    ])
    const asked: CampaignFilters[] = [
      {},
      { status: ['ACTIVE'] },
      { status: ['FAILED'] },
      { status: ['ACTIVE'], category: ['art', 'music', 'art'] },
      { status: ['SUCCESS'] },
      { minProgress: 50 },
      { minProgress: 50, category: ['art', 'music'] },
      { minProgress: 50, category: ['music'] },
    ]
    for (const filters of asked) await world.take([{ do: 'ask', clock: 0, filters }])
    await world.take([{ do: 'hide', campaign: 1 }])
    for (const filters of asked) await world.take([{ do: 'ask', clock: 0, filters }])
  })
})

test('the most used tags of several categories are those of all of them together', async () => {
  await within(async (tx) => {
    const world = new World(tx)
    const tags = (n: number) =>
      Array.from({ length: 120 }, (_, tag) => `tag ${tag}`).filter((_, tag) => (tag * 7 + n) % (1 + tag / 8) < 1)
    for (let n = 1; n <= 12; n++) {
      await world.take([
        { do: 'create', campaign: n, creator: n % 4, goal: 100n, deadline: BigInt(START + (n % 3) * DAY) },
        {
          do: 'document',
          campaign: n,
          state: 'resolved',
          isOfOther: false,
          category: ['art', 'music', 'film'][n % 3]!,
          tags: [...tags(n), ...Array.from({ length: 60 }, (_, own) => `of ${n % 3} ${own}`)],
        },
        { do: 'donate', campaign: n, donor: 1, share: n * 9 },
      ])
    }
    await world.take([{ do: 'settle', seconds: 0 }])
    const asked = [{}, { minProgress: 50 }, { status: ['ACTIVE'] as const }, { hasWithdrawn: false }]
    for (const hidden of [false, true]) {
      if (hidden) await world.take([{ do: 'hide', campaign: 5 }])
      for (const filters of asked) {
        for (const category of [['art', 'music'], ['film', 'art', 'music'], ['film', 'other'], ['film']]) {
          await world.take([{ do: 'ask', clock: 0, filters: { ...filters, category } }])
        }
      }
    }
  })
})

/** Where the chain stands once nothing but the worlds of these tests happened. */
const AT_START: ChainPosition = {
  chainId: CHAIN,
  blockNumber: 1,
  finalizedBlock: -1,
  clockTs: START,
  epoch: 0,
  version: '',
  feedId: 0,
  serverStart: 0,
  seen: null,
}
const pageOf = (
  tx: pg.PoolClient,
  filters: CampaignFilters,
  ordering: CampaignOrdering,
  pageSize: number,
  page: number,
) =>
  listCampaigns(tx, AT_START, {
    filters,
    ordering,
    includeMetadata: false,
    page: { pageSize, at: { page } },
    ipfsUrl: '',
  })

test('a page is the same whether all that pass are found, or campaigns are looked through in their order', async () => {
  await within(async (tx) => {
    const world = new World(tx)
    const steps = Array.from({ length: 60 }, (_, n): Step[] => [
      { do: 'create', campaign: n, creator: n % 3, goal: 100n, deadline: BigInt(START + (n % 5) * DAY) },
      {
        do: 'document',
        campaign: n,
        state: 'resolved',
        isOfOther: false,
        category: n % 20 < 17 ? 'art' : 'music',
        tags: [],
      },
      { do: 'donate', campaign: n, donor: 1, share: (n * 7) % 30 },
    ])
    await world.take([...steps.flat(), { do: 'hide', campaign: 7 }, { do: 'settle', seconds: 0 }])
    const list = async (filters: CampaignFilters, ordering: CampaignOrdering, pageSize: number, page: number) => {
      const { count, rows } = await pageOf(tx, filters, ordering, pageSize, page)
      return { count, addresses: rows.map(({ address }) => address) }
    }
    for (const filters of [
      { category: ['art'] },
      { category: ['art', 'music'] },
      { category: ['music'], status: ['ACTIVE'] as const },
    ]) {
      for (const ordering of [
        '-total_raised_wei',
        'created_at',
        '-deadline_ts',
        'ending_soon',
        '-donors_count',
      ] as const) {
        const all = await list({ ...filters, minRaisedWei: '0' }, ordering, 100, 1)
        expect(all.count).toBe(all.addresses.length)
        for (const page of [1, 2, 8, 40, 70]) {
          expect(await list(filters, ordering, 1, page)).toEqual({
            ...all,
            addresses: all.addresses.slice(page - 1, page),
          })
        }
      }
    }
  })
})

test('pages by trend go on from those that trend to those that do not, whatever the filter', async () => {
  await within(async (tx) => {
    const world = new World(tx)
    const steps = Array.from({ length: 40 }, (_, n): Step[] => [
      { do: 'create', campaign: n, creator: 1, goal: 100n, deadline: BigInt(START + ((n % 3) - 1) * DAY) },
      {
        do: 'document',
        campaign: n,
        state: 'resolved',
        isOfOther: false,
        category: n % 2 === 0 ? 'art' : 'music',
        tags: [],
      },
    ])
    await world.take([...steps.flat(), { do: 'hide', campaign: 8 }, { do: 'settle', seconds: 0 }])
    const trends = new Map(Array.from({ length: 10 }, (_, n) => [campaignAt(n * 4), (n * 7) % 5]))
    await tx.query(
      `insert into period_campaigns (chain_id, period, campaign_address, donations_count, donors_count, raised_wei, trend)
       select $1, '7d', address, 1, 1, 1, trend from unnest($2::text[], $3::int[]) as given (address, trend)`,
      [CHAIN, [...trends.keys()], [...trends.values()]],
    )
    const list = async (filters: CampaignFilters, ordering: CampaignOrdering, pageSize: number, page: number) => {
      const { rows } = await pageOf(tx, filters, ordering, pageSize, page)
      return rows.map(({ address }) => address)
    }
    for (const filters of [{}, { category: ['art'] }, { status: ['ACTIVE'] as const }, { category: ['music'] }]) {
      const all = await list({ ...filters, minRaisedWei: '0' }, '-created_at', 100, 1)
      const trendOf = (address: string) => trends.get(address) ?? 0
      const expected = all.toSorted((a, b) => trendOf(b) - trendOf(a) || (a < b ? 1 : -1))
      for (const size of [3, 7, 100]) {
        const pages = Array.from({ length: Math.ceil(expected.length / size) + 1 }, (_, page) => page + 1)
        for (const page of pages) {
          expect(await list(filters, 'trending', size, page)).toEqual(expected.slice((page - 1) * size, page * size))
        }
      }
    }
  })
})

test('the counts answer what the app asks, and not what lies between their bounds', () => {
  const chain: ChainPosition = { ...AT_START, chainId: 1 }
  const answered: CampaignFilters[] = [
    {},
    { status: ['ACTIVE', 'SUCCESS'], deadlineAfter: String(START - 3600) },
    { minGoalWei: String(10n * ETH), maxGoalWei: String(50n * ETH) },
    { maxGoalWei: String(10n * ETH) },
    { minGoalWei: String(200n * ETH), category: ['art'] },
    { minProgress: 75, deadlineBefore: String(START + 7 * DAY + 3599) },
    { maxProgress: 99.99, status: ['ACTIVE'] },
  ]
  const others: CampaignFilters[] = [
    { minGoalWei: '5' },
    { maxGoalWei: String(10n * ETH + 1n) },
    { minProgress: 60 },
    { maxProgress: 50 },
    { deadlineBefore: String(START + 15 * DAY) },
    { deadlineBefore: String(MAX) },
    { tag: 'solar' },
    { creatorAddress: accountAt(1) },
    { visibility: 'hidden' },
  ]
  expect(answered.map((filters) => isCounted(chain, filters))).toEqual(answered.map(() => true))
  expect(others.map((filters) => isCounted(chain, filters))).toEqual(others.map(() => false))
})
