import { createHash } from 'node:crypto'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitFor } from '../../../test/support/waitFor.ts'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { CHAIN_ID, totals } from '../testing/world.ts'
import { toCsvLine } from './toCsv.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api.close())

const onChain = () => api.world.filter((campaign) => campaign.chain_id === CHAIN_ID)
const digest = (body: string) => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`

describe('an export', () => {
  it.each(['campaigns', 'contributions', 'events'])('of %s has every row once, in CSV and in NDJSON', async (name) => {
    const [csv, ndjson] = [
      await api.request(`/api/v1/export/${name}.csv`),
      await api.request(`/api/v1/export/${name}.ndjson`),
    ]
    const rows = ndjson.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const table = name === 'events' ? 'events' : name
    const { rows: counted } = await api.pool.query(`select count(*) as count from ${table} where chain_id = $1`, [
      CHAIN_ID,
    ])
    expect(rows).toHaveLength(counted[0].count)
    expect(csv.body.trimEnd().split('\r\n')).toHaveLength(rows.length + 1)
    expect(csv.body.split('\r\n')[0]).toBe(Object.keys(rows[0]).join(','))
    for (const response of [csv, ndjson]) {
      expect(response.headers).toMatchObject({
        'x-block-number': '200',
        'x-block-range': '0-200',
        'cache-control': 'no-store',
      })
      expect((response as unknown as { trailers: Record<string, string> }).trailers['repr-digest']).toBe(
        digest(response.body),
      )
    }
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.headers['content-disposition']).toBe(`attachment; filename="kindling-${CHAIN_ID}-${name}.csv"`)
  })

  it('has exact wei', async () => {
    const { body } = await api.request('/api/v1/export/campaigns.ndjson')
    const byAddress = new Map(
      body
        .trim()
        .split('\n')
        .map((line) => [JSON.parse(line).address, JSON.parse(line)]),
    )
    for (const campaign of onChain()) {
      expect(byAddress.get(campaign.address)).toMatchObject({
        goal_wei: String(campaign.goal_wei),
        total_raised_wei: String(totals(campaign).raised),
        deadline_ts: String(campaign.deadline_ts),
      })
    }
  })

  it('of nothing is empty', async () => {
    const empty = await openTestApi({ world: [] })
    for (const format of ['csv', 'ndjson']) {
      const response = await empty.request(`/api/v1/export/events.${format}`)
      expect([response.statusCode, response.body]).toEqual([200, ''])
    }
    await empty.close()
  })

  it('in CSV keeps text apart from fields, lines and formulas', () => {
    expect(toCsvLine(['a,b', 'say "hi"', 'two\nlines', null, true, 7])).toBe(
      '"a,b","say ""hi""","two\nlines",,true,7\r\n',
    )
    expect(toCsvLine(['=1+1', '+1', '-1', '-x', '@x', '\tx'])).toBe("'=1+1,'+1,-1,'-x,'@x,'\tx\r\n")
  })

  it('whose client hangs up gives its connection back', async () => {
    await api.pool.query(
      `insert into events (chain_id, block_number, block_hash, tx_hash, log_index, address, event_name, campaign_address,
         account_address, event_data, created_at)
       select $1, 10000 + n, 'h' || n, 't', 0, 'a', 'DonationReceived', 'c', 'd', jsonb_build_object('filler', repeat('x', 500)), now()
       from generate_series(1, 60000) n`,
      [CHAIN_ID],
    )
    await api.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = api.app.server.address() as AddressInfo
    for (let i = 0; i < 6; i++) {
      await new Promise<void>((resolve, reject) => {
        const request = get({ port, path: '/api/v1/export/events.ndjson', agent: false }, (response) => {
          if (response.statusCode !== 200) return reject(new Error(`status ${response.statusCode}`))
          response.once('data', () => {
            request.destroy()
            resolve()
          })
          response.on('error', () => {})
        })
        request.on('error', () => {})
      })
      await waitFor('the connection', () => api.pool.idleCount === api.pool.totalCount)
    }
  })
})
