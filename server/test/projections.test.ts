import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChainEvent, EventName } from '../src/lib/ChainEvent.ts'
import { createPool } from '../src/lib/database.ts'
import { applyEvents, revertAbove } from '../src/projections/applyEvents.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { readTables } from './support/projectionRows.ts'

const CHAIN = 7
const hex = (prefix: string, n: number, length: number) =>
  `0x${prefix}${n.toString(16).padStart(length - prefix.length, '0')}`
const factories = [hex('fac', 1, 40), hex('fac', 2, 40)]
const impostor = hex('bad', 1, 40)
const lane = { chainId: CHAIN, partition: 0, partitions: 1 }

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url, { name: 'test projections', max: 2 })
  await pool.query(`insert into chains (chain_id, name) values ($1, 'Laws')`, [CHAIN])
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** Any history: creations by factories and impostors, movements of campaigns that exist, exist later, or never do. */
const history = fc
  .array(
    fc.record({
      name: fc.constantFrom<EventName>(
        'CampaignCreated',
        'DonationReceived',
        'DonationReceived',
        'DonationReceived',
        'Withdrawn',
        'Refunded',
      ),
      campaign: fc.integer({ min: 1, max: 5 }),
      account: fc.integer({ min: 1, max: 4 }),
      emitter: fc.constantFrom(factories[0]!, factories[0]!, factories[1]!, impostor),
      amount: fc.oneof(fc.bigInt(0n, 10n ** 20n), fc.constantFrom(0n, 1n, 2n ** 63n, 2n ** 256n - 1n)),
      newBlock: fc.boolean(),
      hours: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((draws) => {
    let [block, logIndex, time] = [1, -1, 1_700_000_000]
    return draws.map(({ name, campaign, account, emitter, amount, newBlock, hours }): ChainEvent => {
      if (newBlock) [block, logIndex, time] = [block + 1, -1, time + hours * 3600 + 12]
      logIndex++
      const address = hex('ca', campaign, 40)
      const who = hex('d0', account, 40)
      const created = name === 'CampaignCreated'
      return {
        name,
        blockNumber: block,
        blockHash: hex('', block, 64),
        blockTime: time,
        txHash: hex('7', block * 1000 + logIndex, 64),
        logIndex,
        address: created ? emitter : address,
        campaign: address,
        account: who,
        amountWei: created ? null : amount.toString(),
        args: created
          ? {
              factory: emitter,
              campaign: address,
              creator: who,
              goal: amount.toString(),
              deadline: '1800000000',
              cid: 'x\0y',
            }
          : { campaign: address, amount: amount.toString() },
      }
    })
  })

/** Runs in a transaction that leaves nothing behind. */
async function within<T>(work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const tx = await pool.connect()
  try {
    await tx.query('begin')
    return await work(tx)
  } finally {
    await tx.query('rollback')
    tx.release()
  }
}

const apply = (tx: pg.ClientBase, events: ChainEvent[]) => applyEvents(tx, CHAIN, new Set(factories), events)

/** Cuts between blocks, where messages may end. */
function split(events: ChainEvent[], cuts: number[]): ChainEvent[][] {
  const parts: ChainEvent[][] = []
  for (const event of events) {
    const last = parts.at(-1)
    const sameBlock = last?.at(-1)?.blockNumber === event.blockNumber
    if (!last || (!sameBlock && cuts.includes(event.blockNumber))) parts.push([event])
    else last.push(event)
  }
  return parts
}

test('the batches in which events come make no difference', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.integer({ min: 2, max: 30 })), async (events, cuts) => {
      const whole = await within(async (tx) => {
        await apply(tx, events)
        return readTables(tx)
      })
      const parts = await within(async (tx) => {
        for (const part of split(events, cuts)) await apply(tx, part)
        return readTables(tx)
      })
      expect(parts).toEqual(whole)
    }),
    { numRuns: 60 },
  )
})

test('apply then revert is nothing: what is left is what the blocks below alone would give', async () => {
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.integer({ min: 0, max: 30 }),
      fc.array(fc.integer({ min: 2, max: 30 })),
      async (events, block, cuts) => {
        const below = await within(async (tx) => {
          await apply(
            tx,
            events.filter((event) => event.blockNumber <= block),
          )
          return readTables(tx)
        })
        const reverted = await within(async (tx) => {
          for (const part of split(events, cuts)) await apply(tx, part)
          await revertAbove(tx, lane, block)
          return readTables(tx)
        })
        expect(reverted).toEqual(below)
      },
    ),
    { numRuns: 80 },
  )
})

test('a campaign stays withdrawn while one of two withdrawals does', async () => {
  const event = (name: EventName, block: number): ChainEvent => ({
    name,
    blockNumber: block,
    blockHash: hex('', block, 64),
    blockTime: 1_700_000_000 + block,
    txHash: hex('7', block, 64),
    logIndex: 0,
    address: name === 'CampaignCreated' ? factories[0]! : hex('ca', 1, 40),
    campaign: hex('ca', 1, 40),
    account: hex('d0', 1, 40),
    amountWei: name === 'CampaignCreated' ? null : '5',
    args: name === 'CampaignCreated' ? { goal: '1', deadline: '1800000000', cid: 'x' } : { amount: '5' },
  })
  await within(async (tx) => {
    await apply(tx, [event('CampaignCreated', 1), event('Withdrawn', 2), event('Withdrawn', 3)])
    const withdrawn = async () => (await tx.query('select withdrawn from campaigns')).rows[0].withdrawn
    await revertAbove(tx, lane, 2)
    expect(await withdrawn()).toBe(true)
    await revertAbove(tx, lane, 1)
    expect(await withdrawn()).toBe(false)
  })
})

test('applied, taken back and applied again is the same as applied once', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 0, max: 30 }), async (events, block) => {
      const once = await within(async (tx) => {
        await apply(tx, events)
        return readTables(tx)
      })
      const again = await within(async (tx) => {
        await apply(tx, events)
        await revertAbove(tx, lane, block)
        await apply(
          tx,
          events.filter((event) => event.blockNumber > block),
        )
        return readTables(tx)
      })
      expect(again).toEqual(once)
    }),
    { numRuns: 40 },
  )
})

test('every rollup equals what counting the events themselves gives', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (events) => {
      await within(async (tx) => {
        await apply(tx, events)
        for (const [table, query] of Object.entries(aggregates)) {
          const stored = await tx.query(`select * from ${table} order by 1, 2`)
          const counted = await tx.query(query)
          expect(stored.rows.map(comparable), table).toEqual(counted.rows.map(comparable))
        }
      })
    }),
    { numRuns: 60 },
  )
})

const comparable = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : String(value)]),
  )

const counted = (name: EventName) => `count(*) filter (where event_name = '${name}')`
const summed = (name: EventName) => `coalesce(sum(amount_wei) filter (where event_name = '${name}'), 0)`
const fundedWhere = 'count(*) filter (where total_raised_wei >= goal_wei)'

/** The rollups written down a second time, as plain sums over events, campaigns and contributions. */
const aggregates: Record<string, string> = {
  campaign_hours: `
    select chain_id, campaign_address, date_trunc('hour', created_at) as hour, ${summed('DonationReceived')} as raised_wei,
           ${counted('DonationReceived')} as donations_count, ${summed('Refunded')} as refunded_wei, ${counted('Refunded')} as refunds_count
    from events where event_name in ('DonationReceived', 'Refunded') group by 1, 2, 3 order by 1, 2, 3`,
  donors: `
    select chain_id, account_address as donor_address, ${summed('DonationReceived')} as contributed_wei, ${summed('Refunded')} as refunded_wei,
           ${counted('DonationReceived')} as donations_count, ${counted('Refunded')} as refunds_count,
           count(distinct campaign_address) as campaigns_count, min(created_at) as created_at
    from events where event_name in ('DonationReceived', 'Refunded') group by 1, 2 order by 1, 2`,
  creators: `
    select chain_id, creator_address, count(*) as campaigns_count, ${fundedWhere} as funded_count,
           coalesce(sum((select count(*) from events where campaign_address = campaigns.address and event_name = 'Withdrawn')), 0) as withdrawn_count,
           sum(goal_wei) as goal_wei, sum(total_raised_wei) as raised_wei, sum(withdrawn_amount_wei) as withdrawn_wei,
           sum(total_refunded_wei) as refunded_wei
    from campaigns group by 1, 2 order by 1, 2`,
  platform_totals: `
    select chain_id, ${counted('CampaignCreated')} as campaigns_count,
           (select ${fundedWhere} from campaigns) as funded_count, ${counted('Withdrawn')} as withdrawn_count,
           (select count(*) from contributions) as contributions_count, (select count(*) from donors) as donors_count,
           ${counted('DonationReceived')} as donations_count, ${counted('Refunded')} as refunds_count, count(*) as events_count,
           (select sum(goal_wei) from campaigns) as goal_wei, ${summed('DonationReceived')} as raised_wei,
           ${summed('Refunded')} as refunded_wei, ${summed('Withdrawn')} as withdrawn_wei
    from events group by 1`,
}

test('what nobody vouches for changes nothing, whatever it says', async () => {
  const fake: ChainEvent[] = [
    creation(1, 0, impostor),
    donation(1, 1),
    { ...donation(1, 2), name: 'Withdrawn' },
    { ...donation(1, 3), name: 'Refunded' },
  ]
  await within(async (tx) => {
    expect(await apply(tx, fake)).toEqual([])
    expect(Object.values(await readTables(tx)).flat()).toEqual([])
  })
})

test('a donation in the block and transaction of its campaign’s creation counts, one before it does not', async () => {
  await within(async (tx) => {
    await apply(tx, [donation(5, 0), creation(5, 1, factories[0]!), donation(5, 2)])
    const { rows } = await tx.query('select donations_count, events_count, total_raised_wei from campaigns')
    expect(rows).toEqual([{ donations_count: 1, events_count: 2, total_raised_wei: (2n ** 256n - 1n).toString() }])
  })
})

test('the largest amounts add up exactly', async () => {
  await within(async (tx) => {
    await apply(tx, [creation(1, 0, factories[0]!), ...Array.from({ length: 9 }, (_, i) => donation(2, i))])
    const { rows } = await tx.query('select raised_wei, goal_wei from platform_totals')
    expect(rows[0]).toEqual({ raised_wei: (9n * (2n ** 256n - 1n)).toString(), goal_wei: (2n ** 256n - 1n).toString() })
  })
})

function creation(block: number, logIndex: number, factory: string): ChainEvent {
  const campaign = hex('ca', 1, 40)
  const creator = hex('d0', 1, 40)
  return {
    ...donation(block, logIndex),
    name: 'CampaignCreated',
    address: factory,
    amountWei: null,
    args: {
      factory,
      campaign,
      creator,
      goal: (2n ** 256n - 1n).toString(),
      deadline: (2n ** 256n - 1n).toString(),
      cid: '',
    },
  }
}

function donation(block: number, logIndex: number): ChainEvent {
  return {
    name: 'DonationReceived',
    blockNumber: block,
    blockHash: hex('', block, 64),
    blockTime: 1_700_000_000 + block,
    txHash: hex('7', block, 64),
    logIndex,
    address: hex('ca', 1, 40),
    campaign: hex('ca', 1, 40),
    account: hex('d0', 1, 40),
    amountWei: (2n ** 256n - 1n).toString(),
    args: {},
  }
}
