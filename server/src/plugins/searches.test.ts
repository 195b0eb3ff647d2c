import { EventEmitter } from 'node:events'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'
import { SEARCHES_AT_ONCE } from './searches.ts'

const SEARCHES = [
  '/api/v1/campaigns/search/?q=campaign',
  '/api/v1/campaigns/?q=campaign',
  '/api/v1/campaigns/facets/?q=campaign',
]

let api: TestApi
/** Statements that read campaigns, since the last test. */
let asked: string[] = []
beforeAll(async () => {
  api = await openTestApi({ keptBytes: 0 })
  const ask = api.pool.query.bind(api.pool) as (...given: unknown[]) => Promise<unknown>
  api.pool.query = ((statement: { text: string }, ...more: unknown[]) => {
    if (/\bcampaigns\b/.test(statement.text)) asked.push(statement.text)
    return ask(statement, ...more)
  }) as unknown as typeof api.pool.query
})
afterAll(() => api.close())

let release: () => Promise<unknown>
/** Every place in the line is taken by searches that take their time. */
beforeEach(() => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const inside = Array.from({ length: SEARCHES_AT_ONCE }, () =>
    api.app.searches.inTurn(
      {} as FastifyRequest,
      { raw: new EventEmitter(), elapsedTime: 0 } as unknown as FastifyReply,
      () => promise,
    ),
  )
  release = async () => {
    resolve()
    await Promise.all(inside)
  }
  asked = []
})
afterEach(() => release())

async function waiting(): Promise<number> {
  const { values } = await api.app.searches.metrics[0].get()
  return values.find(({ labels }) => labels['state'] === 'waiting')!.value
}

test('however many searches are under way, what is not looked for by words is answered', async () => {
  const found = SEARCHES.map((url) => api.request(url))
  await waitFor('they wait', async () => (await waiting()) === found.length)
  const { results } = await api.get('/api/v1/campaigns/?page_size=1')
  expect((await api.get(`/api/v1/campaigns/${results[0].address}/`)).address).toBe(results[0].address)
  expect((await api.get('/api/v1/campaigns/facets/')).status).toBeDefined()
  await release()
  // Each in its turn.
  expect((await Promise.all(found)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
})

test('what is found is of the block that is the newest when its turn has come, and is looked for once', async () => {
  const found = api.request(SEARCHES[0]!)
  await waitFor('it waits', async () => (await waiting()) === 1)
  await api.pool.query({ text: "select add_to_feed(31337, 'applied', 200, null, null)" } as never)
  await release()
  expect((await found).statusCode).toBe(200)
  const inTurn = asked
  asked = []
  await api.request(SEARCHES[0]!)
  expect(inTurn).toEqual(asked)
})

test('nothing is looked for, for a client that has hung up', async () => {
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = api.app.server.address() as AddressInfo
  const request = get({ port, path: SEARCHES[0], agent: false })
  request.on('error', () => {})
  await waitFor('it waits', async () => (await waiting()) === 1)
  request.destroy()
  await waitFor('it waits no longer', async () => (await waiting()) === 0)
  await release()
  expect(asked).toEqual([])
})

test('whoever waited for long is told to come again', async () => {
  const { setTimeout: put } = globalThis
  // Ten seconds have passed at once.
  const spy = vi.spyOn(globalThis, 'setTimeout')
  spy.mockImplementation(((run: () => void, ms = 0) => put(run, ms > 9_000 ? 20 : ms)) as typeof setTimeout)
  const answer = await api.request(SEARCHES[0]!).finally(() => spy.mockRestore())
  expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([
    503,
    'too_many_searches',
    '5',
  ])
})
