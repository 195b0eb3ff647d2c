import type { Account, Address } from 'viem'
import { mnemonicToAccount, privateKeyToAccount, toAccount } from 'viem/accounts'
import { ConfigError } from '../../lib/errors.ts'
import type { Shutdown } from '../../lib/shutdown.ts'
import { ledgerAccount, openLedger } from './ledger.ts'

export interface SignerOptions {
  privateKeyEnv?: string
  ledger?: boolean
  derivationPath: string
  unlocked?: string
}

export const LOCAL_CHAIN_ID = 31_337
const ANVIL_MNEMONIC = 'test test test test test test test test test test test junk'

/** Who pays and signs. @throws ConfigError when that is not said, or said twice */
export async function openSigner(options: SignerOptions, chainId: number, shutdown: Shutdown): Promise<Account> {
  const ways = [options.privateKeyEnv, options.ledger, options.unlocked].filter(
    (way) => way !== undefined && way !== false,
  )
  if (ways.length > 1) throw new ConfigError('Name one of --private-key-env, --ledger and --unlocked.')
  if (options.privateKeyEnv !== undefined) return privateKeyToAccount(readKey(options.privateKeyEnv))
  if (options.unlocked !== undefined) return externalAccount(options.unlocked)
  if (options.ledger) {
    const transport = await openLedger()
    shutdown.defer('Ledger', () => transport.close())
    return ledgerAccount(transport, options.derivationPath)
  }
  if (chainId === LOCAL_CHAIN_ID) return mnemonicToAccount(ANVIL_MNEMONIC)
  throw new ConfigError(
    `Chain ${chainId} is not the local one: say who signs with --ledger, --private-key-env NAME or --unlocked ADDRESS.`,
  )
}

/** The node, or a signer that speaks for it (clef, Frame), signs `eth_sendTransaction` itself. */
function externalAccount(address: string): Account {
  if (!/^0x[0-9a-fA-F]{40}$/.test(address))
    throw new ConfigError('--unlocked must be an address of 0x and 40 hex digits.')
  return toAccount(address as Address)
}

function readKey(name: string): `0x${string}` {
  const value = process.env[name]
  if (!value || !/^0x[0-9a-fA-F]{64}$/.test(value)) {
    throw new ConfigError(`${name} must hold a private key of 0x and 64 hex digits.`)
  }
  return value as `0x${string}`
}
