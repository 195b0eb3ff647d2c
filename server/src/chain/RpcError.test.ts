import { expect, test } from 'vitest'
import { classifyRpcError } from './RpcError.ts'

test.each([
  ['Infura', { code: -32005, message: 'query returned more than 10000 results' }],
  [
    'Alchemy',
    {
      code: -32602,
      message:
        'Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and no limit on the response size',
    },
  ],
  ['Alchemy, hint', { code: -32000, message: 'Query timeout exceeded. this block range should work: [0x1, 0x2]' }],
  ['QuickNode', { code: -32614, message: 'eth_getLogs is limited to a 10,000 range' }],
  ['Ankr', { code: -32600, message: 'block range is too wide' }],
  [
    'Cloudflare',
    { code: -32047, message: "Invalid eth_getLogs request. 'fromBlock'-'toBlock' range too large. Max range: 800" },
  ],
  ['BSC nodes', { code: -32000, message: 'exceed maximum block range: 5000' }],
  ['Chainstack', { code: -32000, message: 'Block range limit exceeded. See more details' }],
  ['Tenderly', { code: -32602, message: 'requested too many blocks from 1 to 20001, maximum is set to 20000' }],
  ['Polygon nodes', { code: -32000, message: 'maximum [from, to] blocks distance: 1024' }],
  ['Geth', { code: -32000, message: 'query exceeds max results 20000' }],
  ['proxyd (Optimism)', { code: -32020, message: 'backend response too large' }],
  ['1RPC', { code: -32602, message: 'please limit the query to at most 10000 blocks' }],
  ['NodeReal', { code: -32005, message: 'cannot query logs over more than 50000 blocks' }],
  ['Erigon', { code: -32000, message: 'query returned more than 5000 results' }],
])('%s asks for a smaller range', (_, error) => {
  expect(classifyRpcError('eth_getLogs', error)).toBe('range_too_large')
})

test.each([
  [{ code: 429, message: 'Too Many Requests' }],
  [{ code: -32005, message: 'daily request count exceeded, request rate limited' }],
  [{ code: -32016, message: 'Your app has exceeded its compute units per second capacity' }],
  [{ code: -32007, message: '50/second request limit reached' }],
])('%j asks for patience', (error) => {
  expect(classifyRpcError('eth_getLogs', error)).toBe('rate_limited')
  expect(classifyRpcError('eth_getBlockByNumber', error)).toBe('rate_limited')
})

test('a block the node lost is inconsistent, an inner error unavailable, the rest refused', () => {
  expect(classifyRpcError('eth_getLogs', { code: -32000, message: 'unknown block' })).toBe('inconsistent')
  expect(classifyRpcError('eth_getLogs', { code: -32000, message: 'header not found' })).toBe('inconsistent')
  expect(classifyRpcError('eth_chainId', { code: -32603, message: 'Internal error' })).toBe('unavailable')
  expect(classifyRpcError('eth_getBlockByNumber', { code: -32601, message: 'the method does not exist' })).toBe(
    'refused',
  )
  expect(classifyRpcError('eth_chainId', {})).toBe('refused')
})
