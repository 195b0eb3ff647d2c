import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChainEvent } from '../lib/ChainEvent.ts'
import { withTransaction } from '../lib/database.ts'
import { applyEvents, revertAbove } from '../projections/applyEvents.ts'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'
import { addressOf, CHAIN_ID, hashOf } from '../routes/testing/world.ts'

const FACTORY = '0x5fbdb2315678afecb367f032d93f642f64180aa3'
const CAMPAIGN = addressOf('7a', 1)
const AGREED = 500
const [SEVEN, NINE] = ['7', '9'].map((eth) => eth.padEnd(19, '0')) as [string, string]
/** Within the windows of trending. */
const START_S = Math.floor(Date.now() / 1000) - 100_000

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ world: [], keptBytes: 10_000_000 })
  await apply(AGREED, 'a', {
    name: 'CampaignCreated',
    address: FACTORY,
    account: addressOf('c0', 1),
    amountWei: null,
    args: { goal: '9'.padEnd(22, '0'), deadline: '9000000000', cid: 'x' },
  })
})
afterAll(() => api.close())

type What = Pick<ChainEvent, 'name' | 'address' | 'account' | 'amountWei' | 'args'>

/** A block with one event, of the fork named; rows and position in one transaction, as the consumer writes them. */
async function apply(block: number, fork: string, what: What): Promise<void> {
  const event = {
    blockNumber: block,
    blockHash: hashOf(fork === 'a' ? '7b' : '7d', block),
    blockTime: START_S + block,
    txHash: hashOf('7c', block),
    logIndex: 1,
    campaign: CAMPAIGN,
    ...what,
  } as ChainEvent
  await withTransaction(api.pool, async (tx) => {
    await applyEvents(tx, CHAIN_ID, new Set([FACTORY]), [event])
    await tx.query('update consumer_state set last_block = $2, seq = seq + 1 where chain_id = $1', [CHAIN_ID, block])
  })
}

const donate = (block: number, fork: string, wei: string) =>
  apply(block, fork, {
    name: 'DonationReceived',
    address: CAMPAIGN,
    account: addressOf('d0', 1),
    amountWei: wei,
    args: { donor: addressOf('d0', 1), amount: wei },
  })

const rollBack = (to: number) =>
  withTransaction(api.pool, async (tx) => {
    await revertAbove(tx, { chainId: CHAIN_ID, partition: 0, partitions: 1 }, to)
    await tx.query('update consumer_state set last_block = $2, epoch = epoch + 1, seq = 0 where chain_id = $1', [
      CHAIN_ID,
      to,
    ])
  })

interface Body {
  total_raised_wei: string
  results: { total_raised_wei: string; recent_raised_wei: string; contributed_wei: string }[]
}

const ROUTES = {
  'the list': ['/api/v1/campaigns/', (body: Body) => body.results[0]!.total_raised_wei],
  'the detail': [`/api/v1/campaigns/${CAMPAIGN}/`, (body: Body) => body.total_raised_wei],
  'the totals': ['/api/v1/stats/platform/', (body: Body) => body.total_raised_wei],
  trending: ['/api/v1/stats/trending/?period=30d', (body: Body) => body.results[0]?.recent_raised_wei ?? '0'],
  'the leaderboard': ['/api/v1/stats/leaderboard/donors/', (body: Body) => body.results[0]?.contributed_wei ?? '0'],
} as const

describe('kept answers', () => {
  it.each(Object.entries(ROUTES))('of %s from before a reorg are never given after it', async (_, [url, raisedIn]) => {
    let block = AGREED
    for (let round = 1; round <= 4; round++) {
      await donate(++block, 'a', SEVEN)
      const before = await api.request(url)
      const kept = await api.request(url)
      expect(kept.headers['etag']).toBe(before.headers['etag'])
      expect(raisedIn(before.json())).toBe(SEVEN)

      await rollBack(AGREED)
      // Nothing is waited for: the commit alone decides.
      const etag = String(before.headers['etag'])
      const [asked, after] = await Promise.all([
        api.request({ url, headers: { 'if-none-match': etag } }),
        api.request(url),
      ])
      expect([asked.statusCode, after.statusCode]).toEqual([200, 200])
      expect(after.headers['etag']).not.toBe(etag)
      expect(after.headers['x-block-number']).toBe(String(AGREED))
      expect(raisedIn(after.json())).toBe('0')
      expect(asked.body).toBe(after.body)

      // The same height again, on the other fork.
      await donate(block, 'b', NINE)
      const other = await api.request({ url, headers: { 'if-none-match': etag } })
      expect([other.statusCode, raisedIn(other.json())]).toEqual([200, NINE])
      await rollBack(AGREED)
    }
  })
})
