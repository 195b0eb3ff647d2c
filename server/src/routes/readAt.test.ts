import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Queryable } from '../queries/sql.ts'
import { openTestApi, type TestApi } from './testing/openTestApi.ts'
import { CHAIN_ID } from './testing/world.ts'

let api: TestApi
/** Done before the next statement that reads rows of campaigns; what a commit is that comes at the worst moment. */
let meanwhile: (() => Promise<unknown>) | undefined
let campaign: string

beforeAll(async () => {
  api = await openTestApi()
  const [{ address }] = (await api.get('/api/v1/campaigns/?ordering=-donors_count')).results
  campaign = address
  const { pool } = api
  const ask = pool.query.bind(pool) as Queryable['query']
  pool.query = (async (statement: Parameters<Queryable['query']>[0]) => {
    const done = meanwhile
    // Whether the windows are young enough is asked before anything is read.
    if (done && /campaigns|donors|events|platform/.test(statement.text) && !/"ageMs"/.test(statement.text)) {
      meanwhile = undefined
      await done()
    }
    return ask(statement)
  }) as unknown as typeof pool.query
})
afterAll(() => api.close())
beforeEach(() => {
  meanwhile = undefined
})

/** A block that adds one wei to everything, as the consumer would write it: rows and position in one transaction. */
async function nextBlock(): Promise<void> {
  const client = await api.pool.connect()
  try {
    await client.query('begin')
    for (const table of [
      'campaigns set total_raised_wei = total_raised_wei',
      'platform_totals set raised_wei = raised_wei',
    ])
      await client.query(`update ${table} + 1 where chain_id = ${CHAIN_ID}`)
    await client.query(`update contributions set contributed_wei = contributed_wei + 1 where chain_id = ${CHAIN_ID}`)
    await client.query(
      `update consumer_state set last_block = last_block + 1, seq = seq + 1 where chain_id = ${CHAIN_ID}`,
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}

interface Body {
  total_raised_wei: string
  results: { total_raised_wei: string; contributed_wei: string }[]
}

const raisedIn = ({ total_raised_wei }: Pick<Body, 'total_raised_wei'>) => BigInt(total_raised_wei)
const firstRaisedIn = ({ results }: Body) => raisedIn(results[0]!)

describe('what an answer tells', () => {
  it.each([
    ['a list', () => '/api/v1/campaigns/?ordering=-donors_count', firstRaisedIn],
    ['a detail', () => `/api/v1/campaigns/${campaign}/`, raisedIn],
    ['a search', () => '/api/v1/campaigns/search/?q=campaign', firstRaisedIn],
    ['a statistic', () => '/api/v1/stats/platform/', raisedIn],
    ['trending', () => '/api/v1/stats/trending/?type=close_to_goal', firstRaisedIn],
    [
      'contributions',
      () => `/api/v1/campaigns/${campaign}/contributions/`,
      ({ results }: Body) => BigInt(results[0]!.contributed_wei),
    ],
  ])('in %s is of the block that it names, though another one comes meanwhile', async (_, urlOf, amountIn) => {
    const before = await api.request(urlOf())
    const block = Number(before.headers['x-block-number'])
    meanwhile = nextBlock
    const after = await api.request(urlOf())
    expect(meanwhile).toBeUndefined()
    expect(Number(after.headers['x-block-number'])).toBe(block + 1)
    expect(amountIn(after.json()) - amountIn(before.json())).toBe(1n)
  })

  it('in an export is of the block that it names', async () => {
    const raised = (body: string) => BigInt(JSON.parse(body.split('\n')[0]!).total_raised_wei)
    const before = await api.request('/api/v1/export/campaigns.ndjson')
    const [first, block] = String(before.headers['x-block-range']).split('-')
    // Once the snapshot is open, before its rows are read.
    const { pool } = api
    const connect = pool.connect.bind(pool)
    pool.connect = (async () => {
      const client = await connect()
      const ask = client.query.bind(client) as Queryable['query']
      let n = 0
      client.query = (async (statement: Parameters<Queryable['query']>[0]) => {
        // After "begin" and where the chain stands.
        if (n++ === 2) {
          pool.connect = connect as typeof pool.connect
          client.query = ask as unknown as typeof client.query
          await nextBlock()
        }
        return ask(statement)
      }) as unknown as typeof client.query
      return client
    }) as unknown as typeof pool.connect
    const during = await api.request('/api/v1/export/campaigns.ndjson')
    expect([during.headers['x-block-number'], during.headers['x-block-range']]).toEqual([block, `${first}-${block}`])
    expect(raised(during.body)).toBe(raised(before.body))
    const after = await api.request('/api/v1/export/campaigns.ndjson')
    expect(Number(after.headers['x-block-number'])).toBe(Number(block) + 1)
    expect(raised(after.body)).toBe(raised(before.body) + 1n)
  })
})
