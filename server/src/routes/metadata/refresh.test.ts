import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGatewaySource, type GatewaySource } from '../../ipfs/gatewaySource.ts'
import { importFile } from '../../ipfs/importFile.ts'
import { temporaryStore } from '../../ipfs/testing/temporaryStore.ts'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { addressOf, createWorld } from '../testing/world.ts'

const template = createWorld()[1]!
const MISSING = 'bafkreih3ul36sdjv3ydhmyjqwtvtnvkl7xikibacnesfvgjxsuq7i7plkq'

let api: TestApi
let temporary: Awaited<ReturnType<typeof temporaryStore>>
let broken: Server
let gateways: GatewaySource
let authorization: string
const campaigns = ['stored', 'missing', 'empty', 'text'].map((_, i) => addressOf('4e', i))
beforeAll(async () => {
  temporary = await temporaryStore()
  broken = createServer((_request, response) => response.writeHead(500).end())
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve))
  const gatewayUrl = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`
  gateways = createGatewaySource([gatewayUrl], { timeoutMs: 2_000 })
  const imported = async (text: string) => String(await importFile(temporary.store, Buffer.from(text)))
  const cids = [await imported('{"name":"From IPFS","description":"d"}'), MISSING, '', await imported('no JSON')]
  const world = campaigns.map((address, i) => ({
    ...template,
    address,
    cid: cids[i]!,
    metadata: null,
    created_block: 20 + i,
  }))
  api = await openTestApi({
    world,
    blockStore: temporary.store,
    gateways,
    env: { IPFS_GATEWAY_URL: gatewayUrl, IPFS_FETCH_TIMEOUT: '3' },
  })
  const made = await api.post('/api/v1/auth/register/', { username: 'ada', password: 'violet kettle orbit 42' })
  authorization = `Bearer ${made.json().access}`
})
afterAll(async () => {
  await api.close()
  await gateways.close()
  broken.close()
  await temporary[Symbol.asyncDispose]()
})

const refresh = (address: string, headers: Record<string, string> = { authorization }) =>
  api.request({ method: 'POST', url: `/api/v1/campaigns/${address}/metadata/refresh/`, headers })

it('a refresh fetches the document now, and answers it', async () => {
  expect((await api.request(`/api/v1/campaigns/${campaigns[0]}/metadata/`)).statusCode).toBe(404)
  const response = await refresh(campaigns[0]!)
  expect(response.json()).toMatchObject({ name: 'From IPFS', state: 'resolved', verified: true })
  expect((await api.get(`/api/v1/campaigns/${campaigns[0]}/metadata/`)).name).toBe('From IPFS')
})

it('a refresh that fails says what each gateway did, and names none of them', async () => {
  const response = await refresh(campaigns[1]!)
  expect(response.statusCode).toBe(502)
  expect(response.json()).toMatchObject({
    code: 'content_unavailable',
    gateways: [{ gateway: 1, code: 'http_status' }],
  })
  expect(response.body).not.toContain('127.0.0.1')
})

it('a document that cannot be read, none at all, and no campaign are told apart', async () => {
  expect((await refresh(campaigns[3]!)).json().code).toBe('content_unsuitable')
  expect((await refresh(campaigns[2]!)).json().code).toBe('metadata_absent')
  expect((await refresh(addressOf('ff', 9))).json().code).toBe('campaign_not_found')
})

it('only who is signed in can ask for it', async () => {
  expect((await refresh(campaigns[0]!, {})).json().code).toBe('token_missing')
})
