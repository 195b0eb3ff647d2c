import { useSyncExternalStore } from 'react'

export interface WalletState {
  address: `0x${string}` | null
  chainId: number | null
  /** Name of the wallet, for the header. */
  name: string | null
  dialogOpen: boolean
}

const disconnected: WalletState = { address: null, chainId: null, name: null, dialogOpen: false }
let state = disconnected
const listeners = new Set<() => void>()

/** What the page knows of the wallet. The wallet's own code writes it, and is loaded only when somebody wants it. */
export function setWallet(change: Partial<WalletState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

export const readWallet = (): WalletState => state

export function subscribeWallet(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useWallet = (): WalletState => useSyncExternalStore(subscribeWallet, readWallet, () => disconnected)

const CONNECTED_KEY = 'kindling.wallet'

export function rememberConnected(connectorId: string | null): void {
  try {
    if (connectorId === null) localStorage.removeItem(CONNECTED_KEY)
    else localStorage.setItem(CONNECTED_KEY, connectorId)
  } catch {
    // Without storage the wallet is asked again after a reload.
  }
}

export function wasConnected(): boolean {
  try {
    return localStorage.getItem(CONNECTED_KEY) !== null
  } catch {
    return false
  }
}

/** Opens the choice of wallets and answers whether one was connected. */
export function openWalletDialog(): Promise<boolean> {
  setWallet({ dialogOpen: true })
  return new Promise((resolve) => {
    const stop = subscribeWallet(() => {
      if (state.dialogOpen) return
      stop()
      resolve(state.address !== null)
    })
  })
}
