import { useSyncExternalStore } from 'react'

export const WALLET_CONNECT_ID = 'walletConnect'

/** A link that waits for a wallet to see it. */
export interface Pairing {
  uri: string
  giveUp: () => void
}

let shown: Pairing | null = null
const listeners = new Set<() => void>()

export function showPairing(pairing: Pairing | null): void {
  shown = pairing
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePairing = (): Pairing | null =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => null,
  )
