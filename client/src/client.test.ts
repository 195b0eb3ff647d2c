import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../../server/src/routes/testing/openTestApi.ts'
import { addressOf, CHAIN_ID } from '../../server/src/routes/testing/world.ts'
import { generateTypes } from '../scripts/generateTypes.ts'
import {
  ApiError,
  type Client,
  ConflictError,
  createClient,
  createSession,
  InvalidRequestError,
  NotFoundError,
  TryLaterError,
  UnauthenticatedError,
  UnexpectedAnswerError,
  walk,
} from './index.ts'

let api: TestApi
let client: Client
let baseUrl: string
beforeAll(async () => {
  api = await openTestApi()
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  baseUrl = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`
  client = createClient({ baseUrl })
})
afterAll(() => api.close())

const onChain = () => api.world.filter((campaign) => campaign.chain_id === CHAIN_ID)
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

it('client/src/openapi.ts is made from openapi.json; after a change: node client/scripts/writeTypes.ts', async () => {
  expect(await readFile(join(import.meta.dirname, 'openapi.ts'), 'utf8')).toBe(await generateTypes())
})

describe('a client', () => {
  it('gives what the API answers, lists as comma lists', async () => {
    const { data, response } = await client.GET('/api/v1/campaigns/', {
      params: { query: { status: ['ACTIVE', 'FAILED'], page_size: 5, include_metadata: true } },
    })
    expect(data.results).toHaveLength(5)
    expect(data.results.every(({ status }) => ['ACTIVE', 'FAILED'].includes(status))).toBe(true)
    expect(response.headers.get('x-block-number')).toBe('200')
    const address = data.results[0]!.address
    const one = await client.GET('/api/v1/campaigns/{address}/', { params: { path: { address } } })
    expect(one.data.goal_wei).toBe(data.results[0]!.goal_wei)
  })

  it('walks lists to their end', async () => {
    const seen: string[] = []
    for await (const campaign of walk(client, '/api/v1/campaigns/', { query: { page_size: 7 } }))
      seen.push(campaign.address)
    expect(seen.toSorted()).toEqual(
      onChain()
        .map(({ address }) => address)
        .toSorted(),
    )
    const creator = addressOf('c0', 1)
    let count = 0
    for await (const { creator_address } of walk(client, '/api/v1/creators/{address}/campaigns/', {
      path: { address: creator },
    })) {
      expect(creator_address).toBe(creator)
      count++
    }
    expect(count).toBe(onChain().filter((campaign) => campaign.creator_address === creator).length)
  })

  it('throws problems as errors with their code', async () => {
    const missing = await failure(
      client.GET('/api/v1/campaigns/{address}/', { params: { path: { address: addressOf('ff', 1) } } }),
    )
    expect(missing).toBeInstanceOf(NotFoundError)
    expect(missing).toMatchObject({ code: 'campaign_not_found', status: 404 })
    expect((missing as ApiError).message).toContain(addressOf('ff', 1))
    const wrong = await failure(client.GET('/api/v1/campaigns/', { params: { query: { page_size: 1000 } } }))
    expect(wrong).toBeInstanceOf(InvalidRequestError)
    expect((wrong as InvalidRequestError).errors[0]!.path).toBe('page_size')
    expect(await failure(client.GET('/api/v1/auth/me/'))).toBeInstanceOf(UnauthenticatedError)
  })

  it('tells what is no answer of the API, and when to try again', async () => {
    const answering = (response: Response) => createClient({ baseUrl, fetch: async () => response })
    const proxy = await failure(answering(new Response('<html>', { status: 502 })).GET('/api/v1/chains/'))
    expect(proxy).toBeInstanceOf(UnexpectedAnswerError)
    const limited = await failure(
      answering(
        new Response(
          JSON.stringify({ code: 'rate_limited', status: 429, detail: 'x', title: 'x', request_id: 'x', type: 'x' }),
          {
            status: 429,
            headers: { 'content-type': 'application/problem+json', 'retry-after': '7' },
          },
        ),
      ).GET('/api/v1/chains/'),
    )
    expect(limited).toBeInstanceOf(TryLaterError)
    expect((limited as TryLaterError).retryAfterSeconds).toBe(7)
  })

  it('signs in, refreshes once for many requests, and ends', async () => {
    const session = createSession(client)
    const signedIn = createClient({ baseUrl, accessToken: () => session.accessToken() })
    const credentials = { username: 'ada', password: 'violet kettle orbit 42' }
    const { data } = await client.POST('/api/v1/auth/register/', { body: credentials })
    expect(await failure(client.POST('/api/v1/auth/register/', { body: credentials }))).toBeInstanceOf(ConflictError)
    // As if it had expired.
    session.set({ ...data, expires_in: 0 })
    const answers = await Promise.all([1, 2, 3].map(() => signedIn.GET('/api/v1/auth/me/')))
    expect(answers.map((answer) => answer.data.username)).toEqual(['ada', 'ada', 'ada'])
    session.set({ ...data, expires_in: 0 })
    expect(await failure(signedIn.GET('/api/v1/auth/me/'))).toMatchObject({ code: 'token_reused' })
    expect(await session.accessToken()).toBeUndefined()
  })

  it('knows types: what does not fit is an error before it runs', async () => {
    // @ts-expect-error a path parameter is missing
    await failure(client.GET('/api/v1/campaigns/{address}/'))
    // @ts-expect-error there is no such status
    await failure(client.GET('/api/v1/campaigns/', { params: { query: { status: ['OPEN'] } } }))
    // @ts-expect-error no list
    await failure(walk(client, '/api/v1/chains/').next())
    expect(ApiError.name).toBe('ApiError')
  })
})
