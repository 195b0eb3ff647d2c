import { pbkdf2Sync } from 'node:crypto'
import { HDKey, hdKeyToAccount } from 'viem/accounts'

/** The mnemonic that anvil and every other local node knows: its keys are public, so nothing of worth may go there. */
export const DEMO_MNEMONIC = 'test test test test test test test test test test test junk'

// Account indexes below 10 stay untouched for people who try the demo wallet.
export const FIRST_CREATOR_INDEX = 10
export const FIRST_DONOR_INDEX = 40
export const DEMO_DONORS = 62

type DemoAccount = ReturnType<typeof hdKeyToAccount>

let root: HDKey | undefined
const known = new Map<number, DemoAccount>()

/** The account at m/44'/60'/0'/0/index, derived once: that takes some 10 ms, and the seed before it as long again. */
export function demoAccount(index: number): DemoAccount {
  root ??= HDKey.fromMasterSeed(seedOf(DEMO_MNEMONIC))
  const account = known.get(index) ?? hdKeyToAccount(root, { addressIndex: index })
  known.set(index, account)
  return account
}

function seedOf(mnemonic: string): Uint8Array {
  // BIP-39; viem has it only inside mnemonicToAccount, which would do it again for every account
  return pbkdf2Sync(mnemonic.normalize('NFKD'), 'mnemonic', 2048, 64, 'sha512')
}
