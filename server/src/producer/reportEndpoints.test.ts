import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/createTestDatabase.ts'
import { quietLogger } from '../../test/support/startPipeline.ts'
import { waitFor } from '../../test/support/waitFor.ts'
import { createRpc } from '../chain/rpc.ts'
import { type Answer, type Question, type ScriptedRpc, startScriptedRpc } from '../chain/testing/scriptedRpc.ts'
import { createPool } from '../lib/database.ts'
import { listRpcEndpoints } from '../queries/listRpcEndpoints.ts'
import { registerChain } from './registerChain.ts'
import { reportEndpoints } from './reportEndpoints.ts'

const KEY = 'a1b2c3d4e5f6a7b8c9d0'

let database: TestDatabase
let pool: ReturnType<typeof createPool>
let servers: ScriptedRpc[]

beforeEach(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url)
  servers = []
  await registerChain(pool, {
    chainId: 7,
    name: 'Seven',
    nativeSymbol: 'ETH',
    explorerUrl: null,
    factoryAddresses: [],
    startBlock: 0,
  })
})

afterEach(async () => {
  await pool.end()
  for (const server of servers) await server.close()
  await database.drop()
})

async function node(script: (question: Question) => Answer): Promise<string> {
  const server = await startScriptedRpc(script)
  servers.push(server)
  return `${server.url}/v3/${KEY}?token=${KEY}`
}

const unavailable = (response: ServerResponse) => {
  response.writeHead(403, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ error: { code: -32000, message: `internal error: project ${KEY} is suspended` } }))
}

test('the state of each endpoint is written down, in the order of RPC_URL, and no part of its key', async () => {
  const broken = await node(() => unavailable)
  const other = await node(() => ({ result: '0x1' }))
  const good = await node(({ method }) => ({ result: method === 'eth_chainId' ? '0x7' : '0x1' }))
  const spare = await node(() => ({ result: '0x7' }))
  const rpc = createRpc([broken, other, good, spare], { chainId: 7 })
  const report = reportEndpoints({ pool, chainId: 7, rpc, logger: quietLogger })
  try {
    await rpc.read((endpoint) => endpoint.request('eth_blockNumber', []))
    await waitFor('the report', async () => (await listRpcEndpoints(pool)).length === 4)
  } finally {
    await report.stop()
  }
  const endpoints = await listRpcEndpoints(pool)
  expect(endpoints.map(({ position, state }) => [position, state])).toEqual([
    [0, 'failing'],
    [1, 'wrong_chain'],
    [2, 'healthy'],
    [3, 'unused'],
  ])
  expect(endpoints[0]).toMatchObject({ consecutive_failures: 2, last_ok_at: null, retry_at: expect.any(String) })
  expect(endpoints[0]!.last_error).toMatch(/refused eth_chainId: internal error: project … is suspended/)
  expect(endpoints[2]).toMatchObject({ origin: new URL(good).origin, last_error: null, last_ok_at: expect.any(String) })
  const { rows } = await pool.query('select rpc_endpoints::text as row from rpc_endpoints')
  expect(JSON.stringify(rows)).not.toContain(KEY)
})

test('an endpoint that recovers is told at once, and one that is no longer listed goes', async () => {
  let down = true
  const url = await node(() => (down ? unavailable : { result: '0x7' }))
  const ask = (rpc: ReturnType<typeof createRpc>) => rpc.read((endpoint) => endpoint.request('eth_chainId', []))
  const two = createRpc([url, url], { chainId: 7 })
  const first = reportEndpoints({ pool, chainId: 7, rpc: two, logger: quietLogger })
  await ask(two).catch(() => {})
  await waitFor('both fail', async () => (await listRpcEndpoints(pool)).every(({ state }) => state === 'failing'))
  down = false
  await ask(two)
  await waitFor('one is well', async () => (await listRpcEndpoints(pool)).some(({ state }) => state === 'healthy'))
  await first.stop()
  const one = createRpc([url], { chainId: 7 })
  const second = reportEndpoints({ pool, chainId: 7, rpc: one, logger: quietLogger })
  await waitFor('one is left', async () => (await listRpcEndpoints(pool)).length === 1)
  await second.stop()
})

test('what no producer has written for a minute is unknown', async () => {
  await pool.query(
    `insert into rpc_endpoints (chain_id, position, origin, state, consecutive_failures, requests, failures, concurrency, updated_at)
     values (7, 0, 'http://node', 'healthy', 0, 9, 0, 8, now() - interval '2 minutes')`,
  )
  expect(await listRpcEndpoints(pool)).toMatchObject([{ chain_id: 7, state: 'unknown' }])
})
