import { useSyncExternalStore } from 'react'

export type TransactionKind = 'donate' | 'refund' | 'withdraw' | 'create'
export type TransactionStage = 'sign' | 'pending' | 'confirmed' | 'indexed' | 'failed'

export interface Transaction {
  id: string
  kind: TransactionKind
  chainId: number
  from: string
  /** The campaign; empty while one is being created. */
  campaign: string
  campaignName: string
  amountEth: string
  hash: string | null
  stage: TransactionStage
  error: string | null
  startedAt: number
}

const KEY = 'kindling.transactions'
/** A page that is opened later no longer speaks of what ended long ago. */
const FORGET_MS = 24 * 3600 * 1000
const none: readonly Transaction[] = []
let transactions: readonly Transaction[] = none
const listeners = new Set<() => void>()

function read(): readonly Transaction[] {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]') as Transaction[]
    // Without a hash nothing was sent: there is nothing to wait for after a reload.
    return stored.filter(({ hash, startedAt }) => hash !== null && Date.now() - startedAt < FORGET_MS)
  } catch {
    return none
  }
}

if (typeof localStorage !== 'undefined') transactions = read()

function write(next: readonly Transaction[]): void {
  transactions = next
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // The toasts then do not survive a reload.
  }
  for (const listener of listeners) listener()
}

export function addTransaction(
  transaction: Omit<Transaction, 'id' | 'hash' | 'stage' | 'error' | 'startedAt'>,
): string {
  const id = String(Date.now()) + Math.random().toString(16).slice(2)
  write([...transactions, { ...transaction, id, hash: null, stage: 'sign', error: null, startedAt: Date.now() }])
  return id
}

export const updateTransaction = (id: string, change: Partial<Transaction>): void =>
  write(transactions.map((transaction) => (transaction.id === id ? { ...transaction, ...change } : transaction)))

export const dismissTransaction = (id: string): void =>
  write(transactions.filter((transaction) => transaction.id !== id))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useTransactions = (): readonly Transaction[] =>
  useSyncExternalStore(
    subscribe,
    () => transactions,
    () => none,
  )
