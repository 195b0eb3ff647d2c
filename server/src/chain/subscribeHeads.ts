import type { Logger } from '../lib/logger.ts'
import { redactSecrets } from './redactSecrets.ts'

export interface HeadSubscription {
  stop(): void
}

const MIN_BACKOFF_MS = 500
const MAX_BACKOFF_MS = 30_000

/**
 * Calls `onHead` whenever a node tells of a new head (`eth_subscribe newHeads`). It only wakes: what the head is, is read
 * from the RPC endpoints, and those are polled as before when the WebSocket is gone or silent.
 */
export function subscribeHeads(url: string, options: { logger: Logger; onHead: () => void }): HeadSubscription {
  const { logger, onHead } = options
  let socket: WebSocket | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let failures = 0

  function open(): void {
    socket = new WebSocket(url)
    socket.addEventListener('open', () =>
      socket?.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_subscribe', params: ['newHeads'] })),
    )
    socket.addEventListener('message', ({ data }) => {
      failures = 0
      if (typeof data === 'string' && data.includes('eth_subscription')) onHead()
    })
    socket.addEventListener('close', again)
    // An error is followed by 'close'.
    socket.addEventListener('error', () => {})
  }

  function again(): void {
    if (stopped) return
    const backoffMs = Math.min(MAX_BACKOFF_MS, MIN_BACKOFF_MS * 2 ** Math.min(failures++, 6))
    logger.warn({ endpoint: redactSecrets(url).origin, backoffMs }, 'no heads by WebSocket, polling meanwhile')
    timer = setTimeout(open, backoffMs)
  }

  open()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
      socket?.close()
    },
  }
}
