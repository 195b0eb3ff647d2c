import { type Hex, keccak256, parseTransaction, recoverTransactionAddress, toHex } from 'viem'
import { privateKeyToAccount, sign } from 'viem/accounts'
import { expect, test } from 'vitest'
import { type LedgerTransport, ledgerAccount, openLedger } from './ledger.ts'

const KEY = '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d'
const PATH = "m/44'/60'/0'/0/0"
/** The path as the app's documentation has it. */
const PATH_BYTES = '058000002c8000003c800000000000000000000000'
const OK = Buffer.from('9000', 'hex')

const TRANSACTION = {
  type: 'eip1559',
  chainId: 8453,
  nonce: 7,
  gas: 3_000_000n,
  maxFeePerGas: 2_000_000_000n,
  maxPriorityFeePerGas: 1_000_000_000n,
  data: `0x${'60'.repeat(6_000)}`,
} as const

/** Speaks the Ethereum app's protocol as its documentation has it, and signs with a key. */
function mockDevice(overrides: Partial<LedgerTransport> = {}) {
  const account = privateKeyToAccount(KEY)
  const chunks: Buffer[] = []
  const transport: LedgerTransport = {
    async send(cla, ins, p1, p2, data = Buffer.alloc(0)) {
      expect([cla, p2]).toEqual([0xe0, 0])
      expect(data.length).toBeLessThanOrEqual(255)
      if (ins === 0x02) {
        expect(data.toString('hex')).toBe(PATH_BYTES)
        const text = Buffer.from(account.address.slice(2), 'ascii')
        return Buffer.concat([Buffer.from([65]), Buffer.alloc(65, 4), Buffer.from([text.length]), text, OK])
      }
      expect([ins, p1]).toEqual([0x04, chunks.length === 0 ? 0x00 : 0x80])
      chunks.push(Buffer.from(data))
      const all = Buffer.concat(chunks)
      const unsigned = all.subarray(PATH_BYTES.length / 2)
      // The device answers when it has the whole; before that, with its status alone.
      try {
        parseTransaction(toHex(unsigned) as `0x02${string}`)
      } catch {
        return OK
      }
      const { r, s, yParity } = await sign({ hash: keccak256(toHex(unsigned)), privateKey: KEY })
      return Buffer.concat([Buffer.from([yParity ?? 0]), bytes32(r), bytes32(s), OK])
    },
    async close() {},
    ...overrides,
  }
  return { transport, account, chunks }
}

const bytes32 = (value: Hex) => Buffer.from(value.slice(2).padStart(64, '0'), 'hex')

test('an account on a Ledger has its address and signs a deployment, sent in pieces, that recovers to it', async () => {
  const { transport, account, chunks } = mockDevice()
  const ledger = await ledgerAccount(transport, PATH)
  expect(ledger.address).toBe(account.address)
  const signed = await ledger.signTransaction(TRANSACTION)
  expect(chunks.length).toBeGreaterThan(20)
  expect(await recoverTransactionAddress({ serializedTransaction: signed as `0x02${string}` })).toBe(account.address)
  expect(parseTransaction(signed)).toMatchObject({ chainId: 8453, nonce: 7, data: TRANSACTION.data })
  expect(signed).toBe(await account.signTransaction(TRANSACTION))
})

test.each([
  [0x6985, /it was refused there/],
  [0x5515, /it is locked/],
  [0x6a80, /allow blind signing/],
  [0x6d00, /its Ethereum app is not open/],
])('a device that answers %i says why in one sentence', async (statusCode, sentence) => {
  const { transport } = mockDevice({
    send: async () => Promise.reject(Object.assign(new Error('TransportStatusError'), { statusCode })),
  })
  await expect(ledgerAccount(transport, PATH)).rejects.toMatchObject({
    code: 'ledger_failed',
    message: expect.stringMatching(sentence),
  })
})

test.each(["44'/60'", 'm/', "m/44'/x", ''])('the derivation path %j is refused', async (path) => {
  await expect(ledgerAccount(mockDevice().transport, path)).rejects.toThrow('--derivation-path must look like')
})

test('without the transport installed, the sentence says what to install', async () => {
  await expect(openLedger()).rejects.toThrow(/npm install --no-save @ledgerhq\/hw-transport-node-hid-noevents/)
})
