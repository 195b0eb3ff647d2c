import type { QueryClient } from '@tanstack/react-query'
import { listTransactionEvents } from '../api/queries.ts'
import { rpc } from '../lib/rpc.ts'
import { type Transaction, updateTransaction } from './transactionStore.ts'

const STEP_MS = 1200
/** A node that forgot the transaction may only be behind for a moment. */
const DROPPED_AFTER_MS = 120_000

interface FollowOptions {
  client: QueryClient
  rpcUrl: string | null
  signal: AbortSignal
  onDropped: string
  onReverted: string
}

/**
 * Follows a sent transaction until the index has its event. The node, where one is known, tells earlier that it is in a
 * block, or that it failed; the index alone is enough otherwise.
 */
export async function followTransaction(transaction: Transaction, options: FollowOptions): Promise<void> {
  const { client, rpcUrl, signal } = options
  const { id, hash, startedAt } = transaction
  if (hash === null) return
  let { stage } = transaction
  while (!signal.aborted) {
    if (stage === 'pending' && rpcUrl !== null) {
      const receipt = await rpc<{ status: string } | null>(rpcUrl, 'eth_getTransactionReceipt', [hash]).catch(
        () => undefined,
      )
      if (receipt?.status === '0x0') return updateTransaction(id, { stage: 'failed', error: options.onReverted })
      if (receipt?.status === '0x1') {
        stage = 'confirmed'
        updateTransaction(id, { stage })
      } else if (receipt === null && Date.now() - startedAt > DROPPED_AFTER_MS) {
        const known = await rpc<unknown>(rpcUrl, 'eth_getTransactionByHash', [hash]).catch(() => true)
        if (known === null) return updateTransaction(id, { stage: 'failed', error: options.onDropped })
      }
    }
    if (stage === 'confirmed' || rpcUrl === null) {
      const found = await client.fetchQuery({ ...listTransactionEvents(hash), staleTime: 0 }).catch(() => undefined)
      const event = found?.results.find(({ removed }) => !removed)
      if (event !== undefined) {
        const created = (event.event_data_parsed as { campaign?: string }).campaign
        updateTransaction(id, {
          stage: 'indexed',
          ...(transaction.kind === 'create' && created ? { campaign: created.toLowerCase() } : {}),
        })
        await client.invalidateQueries({ queryKey: ['api'] })
        await client.invalidateQueries({ queryKey: ['standing'] })
        return
      }
    }
    await pause(STEP_MS, signal)
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
