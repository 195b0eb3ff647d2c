import { type Address, type Hex, hexToBytes, serializeTransaction, toHex } from 'viem'
import { type LocalAccount, toAccount } from 'viem/accounts'
import { ConfigError, errorMessage, KindlingError } from '../../lib/errors.ts'

/** As every transport of Ledger's libraries has it. The answer ends with the two bytes of its status. */
export interface LedgerTransport {
  send(cla: number, ins: number, p1: number, p2: number, data?: Buffer): Promise<Buffer>
  close(): Promise<void>
}

/**
 * Not a dependency: 4.5 MB and a native module, for something that is done once. The Ethereum app's protocol is spoken here
 * (github.com/LedgerHQ/app-ethereum, doc/ethapp.adoc), so the transport is all there is to install.
 */
const TRANSPORT = '@ledgerhq/hw-transport-node-hid-noevents'

const CLA = 0xe0
const GET_ADDRESS = 0x02
const SIGN_TRANSACTION = 0x04
const FIRST = 0x00
const MORE = 0x80
const CHUNK_BYTES = 255

const STATUS: Record<string, string> = {
  '5515': 'it is locked',
  '6511': 'its Ethereum app is not open',
  '6985': 'it was refused there',
  '6a80': 'it refuses data it cannot show; allow blind signing in the settings of its Ethereum app',
  '6d00': 'its Ethereum app is not open',
  '6e00': 'its Ethereum app is not open',
}

/** @throws ConfigError where the transport is not installed, KindlingError ledger_failed where no device answers */
export async function openLedger(): Promise<LedgerTransport> {
  let loaded: { default: { create?: unknown; default?: unknown } }
  try {
    loaded = await import(TRANSPORT)
  } catch (error) {
    throw new ConfigError(
      `--ledger needs a package that Kindling does not bring: run "npm install --no-save ${TRANSPORT}" once, or sign elsewhere with --unlocked.`,
      error,
    )
  }
  // A CommonJS module with a default export of its own.
  const transport = (loaded.default.default ?? loaded.default) as { create(): Promise<LedgerTransport> }
  return transport.create().catch((error: unknown) => {
    throw new KindlingError('ledger_failed', 'No Ledger answers: connect it, unlock it and open its Ethereum app.', {
      cause: new Error(errorMessage(error)),
    })
  })
}

/** The account of a derivation path on the device. It signs EIP-1559 transactions, each confirmed on its display. */
export async function ledgerAccount(transport: LedgerTransport, path: string): Promise<LocalAccount> {
  const prefix = encodePath(path)
  const answer = await ask(transport, GET_ADDRESS, FIRST, prefix)
  const keyBytes = answer[0] ?? 0
  const at = 2 + keyBytes
  const address = `0x${answer.subarray(at, at + (answer[1 + keyBytes] ?? 0)).toString('ascii')}` as Address
  return toAccount({
    address,
    async signTransaction(transaction, { serializer = serializeTransaction } = {}) {
      const unsigned = Buffer.from(hexToBytes((await serializer(transaction)) as Hex))
      const data = Buffer.concat([prefix, unsigned])
      let signature: Buffer = Buffer.alloc(0)
      for (let start = 0; start < data.length; start += CHUNK_BYTES) {
        const chunk = data.subarray(start, start + CHUNK_BYTES)
        signature = await ask(transport, SIGN_TRANSACTION, start === 0 ? FIRST : MORE, chunk)
      }
      const [parity = 0] = signature
      return serializer(transaction, {
        yParity: parity & 1,
        r: toHex(signature.subarray(1, 33)),
        s: toHex(signature.subarray(33, 65)),
      }) as Promise<Hex>
    },
    signMessage: () => Promise.reject(new Error('only transactions are signed here')),
    signTypedData: () => Promise.reject(new Error('only transactions are signed here')),
  })
}

async function ask(transport: LedgerTransport, ins: number, p1: number, data: Buffer): Promise<Buffer> {
  let answer: Buffer
  try {
    answer = await transport.send(CLA, ins, p1, 0, data)
  } catch (error) {
    const { statusCode } = error as { statusCode?: number }
    const status = statusCode?.toString(16).padStart(4, '0')
    const why = STATUS[status ?? ''] ?? errorMessage(error)
    throw new KindlingError('ledger_failed', `The Ledger did not answer as asked: ${why}.`)
  }
  return answer.subarray(0, -2)
}

/** BIP-32, as the device takes it: the number of steps, then four bytes each. @throws ConfigError */
function encodePath(path: string): Buffer {
  const steps = /^m\/(\d+'?(?:\/\d+'?)*)$/.exec(path)?.[1]?.split('/')
  if (steps === undefined || steps.length > 10) {
    throw new ConfigError(`--derivation-path must look like m/44'/60'/0'/0/0, not "${path}".`)
  }
  const bytes = Buffer.alloc(1 + 4 * steps.length)
  bytes[0] = steps.length
  for (const [i, step] of steps.entries()) {
    const hardened = step.endsWith("'") ? 0x80000000 : 0
    bytes.writeUInt32BE((Number.parseInt(step, 10) + hardened) >>> 0, 1 + 4 * i)
  }
  return bytes
}
