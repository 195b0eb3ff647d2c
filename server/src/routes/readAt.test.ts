import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PROBABLE_MS } from '../plugins/positions.ts'
import type { Queryable } from '../queries/sql.ts'
import { openTestApi, type TestApi } from './testing/openTestApi.ts'
import { CHAIN_ID } from './testing/world.ts'

let api: TestApi
/** Done before the next statement that reads rows of campaigns; what a commit is that comes at the worst moment. */
let meanwhile: (() => Promise<unknown>) | undefined
/** Done before what the next search found is told. */
let afterwards: (() => Promise<unknown>) | undefined
let campaign: string
let hidden: string

/** How many blocks there were. */
let n = 0

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
    // A lot, so that none is named; or each by its name.
    const named = n++ % 2 === 0 ? 'null' : `(select array_agg(address) from campaigns where chain_id = ${CHAIN_ID})`
    await client.query(`select add_to_feed(${CHAIN_ID}, 'applied', null, null, ${named})`)
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

describe.each([
  ['nothing is kept', 0],
  ['campaigns are kept', 10_000_000],
])('where %s', (_, keptCampaignBytes) => {
  beforeAll(async () => {
    // Windows that are worked out anew each time would change what is seen.
    api = await openTestApi({ keptCampaignBytes, standingsYoungMs: keptCampaignBytes > 0 ? 3_600_000 : 0 })
    const [{ address }, ...others] = (await api.get('/api/v1/campaigns/?ordering=-donors_count')).results
    campaign = address
    hidden = others.at(-1).address
    await api.pool.query(
      `insert into campaign_hides (chain_id, campaign_address, reason, hidden_by) values ($1, $2, 'A test', 'test')`,
      [CHAIN_ID, hidden],
    )
    const { pool } = api
    const ask = pool.query.bind(pool) as Queryable['query']
    pool.query = (async (statement: Parameters<Queryable['query']>[0]) => {
      const done = meanwhile
      // Whether the windows are young enough is asked before anything is read.
      if (done && /campaigns|donors|events|platform/.test(statement.text) && !/"ageMs"/.test(statement.text)) {
        meanwhile = undefined
        await done()
      }
      const result = await ask(statement)
      if (afterwards && /ts_rank/.test(statement.text)) {
        const doing = afterwards
        afterwards = undefined
        await doing()
      }
      return result
    }) as unknown as typeof pool.query
  })
  afterAll(() => api.close())
  beforeEach(() => {
    meanwhile = undefined
  })
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

    it('in a search is of one block, though another search reads the next one before its own rows are read', async () => {
      const url = '/api/v1/campaigns/search/?q=campaign'
      const before = await api.request(url)
      afterwards = async () => {
        await nextBlock()
        // It asks anew where the chain stands.
        await delay(PROBABLE_MS)
        await api.request(`${url}&page_size=3`)
      }
      const after = await api.request(url)
      expect(afterwards).toBeUndefined()
      const blocks = [before, after].map(({ headers }) => Number(headers['x-block-number']))
      expect(firstRaisedIn(after.json()) - firstRaisedIn(before.json())).toBe(BigInt(blocks[1]! - blocks[0]!))
    })

    it('is of the block that it names, however many ask while blocks come', async () => {
      const urls = [
        '/api/v1/campaigns/search/?q=campaign',
        '/api/v1/campaigns/search/?q=solar&category=art',
        '/api/v1/campaigns/?ordering=-donors_count',
        `/api/v1/campaigns/${campaign}/`,
      ]
      const first = await api.request(urls[2]!)
      const block = Number(first.headers['x-block-number'])
      const { rows } = await api.pool.query({
        text: `select address, total_raised_wei::text as raised from campaigns where chain_id = ${CHAIN_ID}`,
      } as never)
      const before = new Map(
        (rows as { address: string; raised: string }[]).map((row) => [row.address, BigInt(row.raised)]),
      )
      const told = new Set<number>()
      let isOver = false
      const ask = async (url: string) => {
        while (!isOver) {
          const answer = await api.request(url)
          const passed = Number(answer.headers['x-block-number']) - block
          const body = answer.json()
          const each: (Pick<Body, 'total_raised_wei'> & { address: string })[] = body.results ?? [body]
          for (const one of each) expect(raisedIn(one) - before.get(one.address)!).toBe(BigInt(passed))
          told.add(passed)
        }
      }
      const asking = [...urls, ...urls].map(ask)
      try {
        for (let i = 0; i < 40; i++) {
          await nextBlock()
          // Now and then none comes for long enough to be told twice.
          await delay(i % 4 === 0 ? 60 : 3)
        }
      } finally {
        isOver = true
      }
      await Promise.all(asking)
      expect(told.size).toBeGreaterThan(5)
    })

    it.each([
      ['a campaign that is not there', () => `/api/v1/campaigns/0x${'0'.repeat(40)}/`, 404],
      ['one that is hidden', () => `/api/v1/campaigns/${hidden}/`, 451],
    ])('of %s is of the newest block, whatever somebody was told a moment ago', async (_, urlOf, status) => {
      const url = urlOf()
      for (let i = 0; i < 5; i++) {
        const before = await api.request(url)
        await nextBlock()
        const after = await api.request(url)
        expect([before.statusCode, after.statusCode]).toEqual([status, status])
        expect(Number(after.headers['x-block-number'])).toBe(Number(before.headers['x-block-number']) + 1)
      }
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
        let statements = 0
        client.query = (async (statement: Parameters<Queryable['query']>[0]) => {
          // After "begin" and where the chain stands.
          if (statements++ === 2) {
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
})
