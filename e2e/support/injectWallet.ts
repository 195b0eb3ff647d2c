import type { Page } from 'playwright-core'
import { RpcRefusal } from './callRpc.ts'
import type { Kindling } from './kindling.ts'

export const WALLET_NAME = 'Test Wallet'
const rejected = { code: 4001, message: 'User rejected the request.' }

export interface InjectedWallet {
  /** Methods that the person at the wallet declines from now on. */
  declines: Set<string>
  chainId: number
  /** Methods asked for, in order. */
  readonly asked: string[]
}

interface InjectedWalletOptions {
  account: string
  /** The chain that the wallet is on at first. */
  chainId?: number
}

/** Puts a wallet into the page (EIP-1193) and announces it (EIP-6963). The local chain signs: it may act as anybody. */
export async function injectWallet(
  page: Page,
  kindling: Kindling,
  { account, chainId = 31_337 }: InjectedWalletOptions,
): Promise<InjectedWallet> {
  const wallet: InjectedWallet = { declines: new Set(), chainId, asked: [] }
  let granted = false

  const perform = async (method: string, params: unknown[]): Promise<unknown> => {
    wallet.asked.push(method)
    if (wallet.declines.has(method)) throw new RpcRefusal(rejected)
    switch (method) {
      case 'eth_requestAccounts':
        granted = true
        return [account]
      case 'eth_accounts':
        return granted ? [account] : []
      case 'eth_chainId':
        return `0x${wallet.chainId.toString(16)}`
      case 'wallet_requestPermissions':
        granted = true
        return [{ parentCapability: 'eth_accounts' }]
      case 'wallet_revokePermissions':
        granted = false
        return null
      case 'wallet_switchEthereumChain': {
        const { chainId: wanted } = params[0] as { chainId: string }
        wallet.chainId = Number(wanted)
        await page.evaluate((id) => window.emitFromWallet('chainChanged', id), wanted)
        return null
      }
      case 'eth_sendTransaction':
        await kindling.rpc('anvil_impersonateAccount', [account])
        return kindling.rpc(method, params)
      default:
        return kindling.rpc(method, params)
    }
  }

  await page.exposeFunction('askWallet', async (method: string, params: unknown[] = []) => {
    try {
      return { result: await perform(method, params) }
    } catch (error) {
      const { code, message, data } = error as RpcRefusal
      return { error: { code, message, data } }
    }
  })
  await page.addInitScript(announceWallet, WALLET_NAME)
  return wallet
}

type Listener = (...values: unknown[]) => void

declare global {
  // What the script below adds to the page; e2e code itself runs without a DOM.
  var window: {
    askWallet(method: string, params?: unknown[]): Promise<{ result: unknown; error?: { message: string } }>
    emitFromWallet(event: string, ...values: unknown[]): void
    addEventListener(type: string, listener: () => void): void
    dispatchEvent(event: unknown): void
  }
}

/** Runs in the page. */
function announceWallet(name: string): void {
  const listeners = new Map<string, Set<Listener>>()
  const provider = {
    async request({ method, params }: { method: string; params?: unknown[] }) {
      const { result, error } = await window.askWallet(method, params)
      if (error) throw Object.assign(new Error(error.message), error)
      return result
    },
    on(event: string, listener: Listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
      return provider
    },
    removeListener(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener)
      return provider
    },
  }
  window.emitFromWallet = (event, ...values) => {
    for (const listener of listeners.get(event) ?? []) listener(...values)
  }
  const info = {
    uuid: '350670db-19fa-4704-a166-e52e178b59d2',
    name,
    icon: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
    rdns: 'test.wallet',
  }
  const detail = Object.freeze({ info: Object.freeze(info), provider })
  const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
}
