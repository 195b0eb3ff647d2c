import { encodeAbiParameters } from 'viem'
import { afterEach, expect, test } from 'vitest'
import { eventTopics } from './decodeLog.ts'
import { createEndpoint } from './endpoint.ts'
import type { RpcLog } from './RpcLog.ts'
import { readRange } from './readRange.ts'
import { createRpc } from './rpc.ts'
import { type Answer, type Question, type ScriptedRpc, startScriptedRpc } from './testing/scriptedRpc.ts'

const servers: ScriptedRpc[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const hash = (block: number, fork = 'a') => `0x${fork}${block.toString(16).padStart(63, '0')}`
const header = (block: number, fork = 'a') => ({
  number: `0x${block.toString(16)}`,
  hash: hash(block, fork),
  parentHash: hash(block - 1, fork),
  timestamp: `0x${(1000 + block).toString(16)}`,
})

/** A Refunded log: two indexed addresses, two numbers. */
function log(block: number, index: number, over: Partial<RpcLog> = {}): RpcLog {
  const word = (n: number) => `0x${n.toString(16).padStart(64, '0')}`
  return {
    address: `0x${'0c'.repeat(20)}`,
    topics: [eventTopics[3]!, word(1), word(2)],
    data: encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [5n, 6n]),
    blockNumber: `0x${block.toString(16)}`,
    blockHash: hash(block),
    transactionHash: hash(index, 'b'),
    logIndex: `0x${index.toString(16)}`,
    ...over,
  }
}

type Script = Partial<Record<string, (question: Question) => Answer>>

async function node(script: Script = {}): Promise<ScriptedRpc> {
  const honest: Record<string, (question: Question) => Answer> = {
    eth_chainId: () => ({ result: '0x1' }),
    eth_getBlockByNumber: ({ params }) => ({ result: header(Number(params[0])) }),
    eth_getLogs: () => ({ result: [] }),
  }
  const server = await startScriptedRpc((question) => (script[question.method] ?? honest[question.method]!)(question))
  servers.push(server)
  return server
}

async function read(script: Script, from = 10, to = 12, allHeaders = true) {
  const server = await node(script)
  return readRange(createEndpoint(server.url, { timeoutMs: 500 }), from, to, { allHeaders })
}

test('logs come sorted and once, with the times of their blocks', async () => {
  const range = await read({
    eth_getLogs: () => ({ result: [log(12, 4), log(11, 9), log(11, 2), log(11, 9), log(12, 4)] }),
  })
  expect(range.events.map((event) => [event.blockNumber, event.logIndex, event.blockTime])).toEqual([
    [11, 2, 1011],
    [11, 9, 1011],
    [12, 4, 1012],
  ])
  expect(range.headers.map(({ number }) => number)).toEqual([10, 11, 12])
})

test('a node that has the header but not its logs is found out by the bloom', async () => {
  const bloom = `0x${'f'.repeat(512)}`
  const range = await read({
    eth_getBlockByNumber: ({ params }) => ({ result: { ...header(Number(params[0])), logsBloom: bloom } }),
    eth_getLogs: ({ params }) => {
      const { blockHash } = params[0] as { blockHash?: string }
      return { result: blockHash === hash(11) ? [log(11, 0)] : [] }
    },
  })
  expect(range.events.map((event) => event.blockNumber)).toEqual([11])
})

test('a single block is asked for by its hash, so that a node which lost it cannot answer "nothing"', async () => {
  const server = await node()
  await readRange(createEndpoint(server.url, { timeoutMs: 500 }), 10, 10, { allHeaders: true })
  expect(server.questions.find(({ method }) => method === 'eth_getLogs')?.params[0]).toMatchObject({
    blockHash: hash(10),
  })
})

test('deep blocks need only the headers of the ends, and the times of the rest where logs do not tell', async () => {
  const server = await node({ eth_getLogs: () => ({ result: [log(50, 0), log(60, 0, { blockTimestamp: '0x2a' })] }) })
  const range = await readRange(createEndpoint(server.url, { timeoutMs: 500 }), 10, 1000, { allHeaders: false })
  expect(range.events.map((event) => event.blockTime)).toEqual([1050, 42])
  expect(server.questions.filter(({ method }) => method === 'eth_getBlockByNumber')).toHaveLength(3)
})

test.each<[string, Script, string]>([
  [
    'a block the node does not have yet',
    { eth_getBlockByNumber: ({ params }) => ({ result: Number(params[0]) > 11 ? null : header(Number(params[0])) }) },
    'rpc_inconsistent',
  ],
  [
    'headers of two forks',
    {
      eth_getBlockByNumber: ({ params }) => ({ result: header(Number(params[0]), Number(params[0]) > 11 ? 'b' : 'a') }),
    },
    'rpc_inconsistent',
  ],
  [
    'a log of another fork',
    { eth_getLogs: () => ({ result: [log(11, 0, { blockHash: hash(11, 'b') })] }) },
    'rpc_inconsistent',
  ],
  ['a log of another range', { eth_getLogs: () => ({ result: [log(99, 0)] }) }, 'rpc_inconsistent'],
  ['a log that is not one', { eth_getLogs: () => ({ result: [{ address: 1 }] }) }, 'rpc_unavailable'],
  [
    'a log without an index',
    { eth_getLogs: () => ({ result: [{ ...log(11, 0), logIndex: undefined }] }) },
    'rpc_unavailable',
  ],
  [
    'a log with an index of null',
    { eth_getLogs: () => ({ result: [{ ...log(11, 0), logIndex: null }] }) },
    'rpc_unavailable',
  ],
  [
    'a log with a short hash',
    { eth_getLogs: () => ({ result: [log(11, 0, { transactionHash: '0x12' })] }) },
    'rpc_unavailable',
  ],
  [
    'a log with an impossible time',
    { eth_getLogs: () => ({ result: [log(11, 0, { blockTimestamp: '1e99' })] }) },
    'rpc_unavailable',
  ],
  ['logs that are no list', { eth_getLogs: () => ({ result: null }) }, 'rpc_unavailable'],
  ['a header of another number', { eth_getBlockByNumber: () => ({ result: header(3) }) }, 'rpc_unavailable'],
  [
    'a malformed header',
    { eth_getBlockByNumber: () => ({ result: { ...header(10), hash: '0x12' } }) },
    'rpc_unavailable',
  ],
  [
    'too many results',
    { eth_getLogs: () => ({ error: { code: -32005, message: 'query returned more than 10000 results' } }) },
    'rpc_range_too_large',
  ],
  ['HTML', { eth_getLogs: () => (response) => response.end('<html>') }, 'rpc_unavailable'],
  [
    'an answer to another question',
    { eth_getLogs: () => (response) => response.end('{"jsonrpc":"2.0","id":-1,"result":[]}') },
    'rpc_unavailable',
  ],
  ['503', { eth_getLogs: () => (response) => response.writeHead(503).end('gone') }, 'rpc_unavailable'],
  [
    '429',
    { eth_getLogs: () => (response) => response.writeHead(429, { 'retry-after': '7' }).end() },
    'rpc_rate_limited',
  ],
  [
    'a connection dropped mid-body',
    {
      eth_getLogs: () => (response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('{"json')
        setImmediate(() => response.destroy())
      },
    },
    'rpc_unavailable',
  ],
  [
    'a redirect',
    { eth_getLogs: () => (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end() },
    'rpc_unavailable',
  ],
  ['silence', { eth_getLogs: () => () => {} }, 'rpc_unavailable'],
])('%s: refused, by name', async (_, script, code) => {
  await expect(read(script)).rejects.toMatchObject({ code })
})

test('a 429 says how long to wait, and the endpoint is left alone that long', async () => {
  const server = await node({ eth_getLogs: () => (response) => response.writeHead(429, { 'retry-after': '7' }).end() })
  const endpoint = createEndpoint(server.url, { timeoutMs: 500 })
  await expect(readRange(endpoint, 1, 2, { allHeaders: true })).rejects.toMatchObject({ retryAfterMs: 7000 })
  expect(endpoint.health.retryAtMs).toBeGreaterThan(Date.now() + 5000)
})

const readOf = (urls: string[]) => createRpc(urls, { chainId: 1, timeoutMs: 500 })

test('another endpoint answers when the first is down, behind or of another chain, and the reason is remembered', async () => {
  const good = await node()
  const faults: [string, RegExp | undefined][] = [
    ['http://127.0.0.1:1', /did not answer/],
    [(await node({ eth_getBlockByNumber: () => ({ result: null }) })).url, undefined],
    [(await node({ eth_chainId: () => ({ result: '0x5' }) })).url, /serves chain 5, not 1/],
  ]
  for (const [url, reason] of faults) {
    const rpc = readOf([url, good.url])
    const range = await rpc.read((endpoint) => readRange(endpoint, 1, 2, { allHeaders: true }))
    expect(range.to).toBe(2)
    if (reason) expect(rpc.health()[0]?.lastError).toMatch(reason)
  }
})

test('only endpoints of another chain: a fault that no retry mends', async () => {
  const other = await node({ eth_chainId: () => ({ result: '0x5' }) })
  await expect(readOf([other.url]).read(async () => 1)).rejects.toMatchObject({
    code: 'rpc_wrong_chain',
    retryable: false,
  })
})

test('an endpoint of another chain does not hide that the right one is only down for a moment', async () => {
  const other = await node({ eth_chainId: () => ({ result: '0x5' }) })
  for (const urls of [
    [other.url, 'http://127.0.0.1:1'],
    ['http://127.0.0.1:1', other.url],
  ]) {
    await expect(readOf(urls).read(async () => 1)).rejects.toMatchObject({ code: 'rpc_unavailable', retryable: true })
  }
})

test('what is said of an endpoint never holds its path or key', async () => {
  const server = await node({ eth_getLogs: () => (response) => response.writeHead(500).end() })
  const endpoint = createEndpoint(`${server.url}/v3/secret-key?token=abc`, { timeoutMs: 500 })
  const error = await readRange(endpoint, 1, 2, { allHeaders: true }).catch((fault: Error) => fault)
  expect(String(error)).not.toMatch(/secret|abc/)
  expect(JSON.stringify(endpoint.health)).not.toMatch(/secret|abc/)
})
