import { EventEmitter } from 'node:events'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'
import { SEARCHES_AT_ONCE } from './searches.ts'

const list = '/api/v1/campaigns/?page_size=2'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ keptBytes: 200_000, env: { CORS_ORIGINS: 'https://app.example' } })
})
afterAll(() => api.close())
let before: Record<string, number>
beforeEach(async () => {
  before = await counts()
})

async function counts(): Promise<Record<string, number>> {
  const { values } = await api.app.answers.metrics[0].get()
  return Object.fromEntries(values.map(({ labels, value }) => [String(labels['outcome']), value]))
}
async function since(): Promise<Record<string, number>> {
  const now = await counts()
  return Object.fromEntries(
    Object.entries(now)
      .map(([name, value]) => [name, value - (before[name] ?? 0)])
      .filter(([, n]) => n !== 0),
  )
}
/** As the consumer announces what it applied. */
const changes = async (sql: string) => {
  await api.pool.query(sql)
  await api.pool.query("select add_to_feed(31337, 'applied', 200, null, null)")
}

describe('answers of chain data', () => {
  it('are computed once, however many ask at once', async () => {
    const url = '/api/v1/campaigns/?page_size=3&ordering=goal_wei'
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.request(url)))
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(new Set(answers.map((answer) => answer.headers['etag'])).size).toBe(1)
    expect(new Set(answers.map((answer) => answer.headers['x-request-id'])).size).toBe(20)
    // The clock may step between two of them.
    expect((await since())['computed']).toBeLessThanOrEqual(2)
    const again = await api.request({ url, headers: { 'if-none-match': String(answers[0]!.headers['etag']) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect(again.headers['x-block-number']).toBe('200')
  })

  it('take the memory that their URLs take too', async () => {
    const bytes = async () => (await api.app.answers.metrics[1].get()).values[0]!.value
    const first = await bytes()
    const long = await api.request(`/api/v1/campaigns/search/?q=zzzz${'&'.repeat(5_000)}`)
    expect(long.statusCode).toBe(200)
    expect((await bytes()) - first).toBeGreaterThan(10_000)
  })

  it('are new as soon as something changed', async () => {
    const first = await api.get(list)
    await changes(`update campaigns set donors_count = donors_count + 7 where address = '${first.results[0].address}'`)
    expect((await api.get(list)).results[0].donors_count).toBe(first.results[0].donors_count + 7)
    const [{ address }] = first.results
    await api.pool.query("insert into campaign_hides (chain_id, campaign_address, reason) values (31337, $1, 'x')", [
      address,
    ])
    expect((await api.get(list)).results[0].address).not.toBe(address)
  })

  it('go out with every header that a computed one has, and are counted and limited like them', async () => {
    const url = '/api/v1/stats/leaderboard/campaigns/?limit=7'
    const headers = { origin: 'https://app.example' }
    const ask = () => api.request({ url, headers })
    let [computed, kept] = [await ask(), await ask()]
    // The clock may have stepped between the two.
    while ((await since())['kept'] === undefined) [computed, kept] = [kept, await ask()]
    const own = ['x-request-id', 'ratelimit-remaining', 'ratelimit-reset', 'date']
    const shared = (response: typeof kept) =>
      Object.fromEntries(
        Object.entries(response.headers)
          .filter(([name]) => !own.includes(name))
          .map(([name, value]) => [name, String(value)]),
      )
    expect(shared(kept)).toEqual({ connection: 'keep-alive', ...shared(computed) })
    expect(shared(kept)).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      'x-content-type-options': 'nosniff',
      'x-block-number': '200',
    })
    for (const name of own) expect(kept.headers[name], name).toBeDefined()
    expect(Number(kept.headers['ratelimit-remaining'])).toBe(Number(computed.headers['ratelimit-remaining']) - 1)
    expect(kept.body).toBe(computed.body)
    const { body } = await api.request('/metrics')
    expect(body).toMatch(/duration_seconds_count\{method="GET",route="[^"]*leaderboard\/campaigns\/",status="200"\} \d/)
  })

  it('are kept for each host, parameter and chain apart, and never for problems', async () => {
    const [a, b] = await Promise.all(
      ['a.example', 'b.example'].map((host) => api.request({ url: list, headers: { host } })),
    )
    expect(a!.json().next).toContain('//a.example/')
    expect(b!.json().next).toContain('//b.example/')
    expect((await api.get(`${list}&chain_id=10`)).results[0].chain_id).toBe(10)
    const wrong = '/api/v1/campaigns/0x0000000000000000000000000000000000000000/'
    await Promise.all([1, 2, 3].map(() => api.request(wrong)))
    expect((await api.request(wrong)).statusCode).toBe(404)
  })

  it('are computed by the next to ask where the first one hung up, and by nobody else', async () => {
    await api.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = api.app.server.address() as AddressInfo
    const url = '/api/v1/campaigns/search/?q=campaign&page_size=4'
    // Until all have asked, nothing is looked for.
    const { promise, resolve } = Promise.withResolvers<void>()
    const reply = () => ({ raw: new EventEmitter(), elapsedTime: 0 }) as unknown as FastifyReply
    const inside = Array.from({ length: SEARCHES_AT_ONCE }, () =>
      api.app.searches.inTurn({} as FastifyRequest, reply(), () => promise),
    )
    const first = get({ port, path: url, headers: { host: 'localhost:80' }, agent: false })
    first.on('error', () => {})
    await waitFor('the first one computes', async () => (await since())['computed'] === 1)
    const others = Array.from({ length: 10 }, () => api.request({ url, headers: { host: 'localhost:80' } }))
    await new Promise((done) => setTimeout(done, 50))
    first.destroy()
    await waitFor('the next one computes', async () => (await since())['computed'] === 2)
    resolve()
    await Promise.all(inside)
    expect((await Promise.all(others)).map(({ statusCode }) => statusCode)).toEqual(others.map(() => 200))
    // The clock may step between.
    expect((await since())['computed']).toBeLessThanOrEqual(3)
  })

  it('take no more memory than they may', async () => {
    for (let page = 1; page <= 30; page++) await api.request(`/api/v1/campaigns/?page_size=50&page=1&min_goal=${page}`)
    const value = (await api.app.answers.metrics[1].get()).values[0]?.value
    expect(value).toBeLessThanOrEqual(200_000)
    expect(value).toBeGreaterThan(10_000)
  })
})
