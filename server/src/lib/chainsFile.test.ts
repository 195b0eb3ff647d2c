import { expect, test } from 'vitest'
import { parseChains, readChainsFile } from './chainsFile.ts'

const chain = {
  chain_id: 8453,
  name: 'Base',
  rpc_urls: ['https://one.example/key', 'https://two.example'],
  factory_addresses: ['0xABcdefABcdefABcdefABcdefABcdefABcdefABcd'],
}

test('a chain takes what it leaves out from the defaults', () => {
  expect(parseChains([{ ...chain, start_block: 7, poll_interval_seconds: 0.5 }], 'chains.json')).toEqual([
    {
      chainId: 8453,
      name: 'Base',
      nativeSymbol: 'ETH',
      explorerUrl: undefined,
      rpcUrls: chain.rpc_urls,
      rpcWsUrl: undefined,
      factoryAddresses: ['0xabcdefabcdefabcdefabcdefabcdefabcdefabcd'],
      startBlock: 7,
      confirmations: undefined,
      blockBatchSize: undefined,
      maxReorgDepth: undefined,
      pollIntervalMs: 500,
    },
  ])
})

test.each([
  ['an empty list', [], /must NOT have fewer than 1/],
  ['no list', { chain }, /must be array/],
  ['a chain twice', [chain, chain], /has chain 8453 twice/],
  ['an unknown setting', [{ ...chain, rpc: 'x' }], /\/0\/rpc may not be given; allowed are /],
  ['a wrong address', [{ ...chain, factory_addresses: ['0x12'] }], /\/0\/factory_addresses\/0/],
  ['no endpoint', [{ ...chain, rpc_urls: [] }], /\/0\/rpc_urls/],
  ['an endpoint that is no URL', [{ ...chain, rpc_urls: ['https://'] }], /chain 8453 has something that is not a URL/],
])('%s is refused with the place named', (_, value, message) => {
  expect(() => parseChains(value, 'chains.json')).toThrow(message)
})

test('a file that is not there is named', () => {
  expect(() => readChainsFile('/nowhere/chains.json')).toThrow(/\/nowhere\/chains.json cannot be read/)
})
