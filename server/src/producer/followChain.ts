import type pg from 'pg'
import type { Broker } from '../broker/Broker.ts'
import { MalformedMessageError, parseMessage, type ResendRequest } from '../broker/messages.ts'
import { controlQueue } from '../broker/topology.ts'
import { RpcError } from '../chain/RpcError.ts'
import type { Rpc } from '../chain/rpc.ts'
import { type HeadSubscription, subscribeHeads } from '../chain/subscribeHeads.ts'
import { type Bell, createBell } from '../lib/bell.ts'
import type { Logger } from '../lib/logger.ts'
import type { Anchor } from './checkpoint.ts'
import { createStream, type Stream } from './createStream.ts'
import { reportEndpoints } from './reportEndpoints.ts'

/** What the producer needs to know of the chain it follows. */
export interface FollowedChain {
  chainId: number
  startBlock: number
  confirmations: number
  blockBatchSize: number
  maxReorgDepth: number
  pollIntervalMs: number
  partitions: number
  /** WebSocket URL that tells of new heads; they are polled for as well. */
  wsUrl?: string | undefined
}

export interface FollowOptions {
  chain: FollowedChain
  rpc: Rpc
  broker: Broker
  pool: pg.Pool
  logger: Logger
  signal: AbortSignal
  /** Begin here instead of at the stored checkpoint. */
  startAt?: Anchor | undefined
  /** Called whenever the checkpoint moved or the head was seen. */
  onProgress?: () => void
  /** Called with the reason whenever a step failed and will be tried again. */
  onFailure?: (reason: string) => void
}

const RPC_BACKOFF_MS = 250
const RPC_MAX_BACKOFF_MS = 15_000

/**
 * Follows the chain while the caller holds its lock. One loop, one order: answer what a lane asked for, look at the head,
 * read on from the checkpoint, publish, move the checkpoint, wait.
 */
export async function followChain(options: FollowOptions): Promise<never> {
  const { chain, rpc, broker, pool, logger, signal, onProgress } = options
  const bell = createBell(signal)
  const requests: ResendRequest[] = []
  const control = await broker.consume(controlQueue(chain.chainId), async (body) => {
    try {
      const message = parseMessage(body)
      if (message.kind === 'resend') requests.push(message)
    } catch (error) {
      if (!(error instanceof MalformedMessageError)) throw error
      return { result: 'dead', reason: error.message, attempts: 1 }
    }
    bell.ring()
    return { result: 'ack' }
  })
  const heads: HeadSubscription | undefined = chain.wsUrl
    ? subscribeHeads(chain.wsUrl, { logger, onHead: () => bell.ring() })
    : undefined
  const report = reportEndpoints({ pool, chainId: chain.chainId, rpc, logger })
  try {
    const stream = createStream(options, () => requests.length > 0)
    await retryRpc(options, () => stream.start())
    for (;;) {
      signal.throwIfAborted()
      // All of them first: lanes that begin at one block are read for once.
      for (let request = requests.shift(); request; request = requests.shift()) {
        const asked = request
        await retryRpc(options, () => stream.resend(asked))
      }
      await retryRpc(options, () => stream.advance())
      onProgress?.()
      if (requests.length === 0 && stream.caughtUp()) await idle(stream, bell, chain.pollIntervalMs)
    }
  } finally {
    heads?.stop()
    await report.stop()
    await control.stop()
    logger.debug({ chainId: chain.chainId }, 'producer leaves the chain')
  }
}

async function idle(stream: Stream, bell: Bell, pollIntervalMs: number): Promise<void> {
  await stream.checkLanes()
  await bell.wait(pollIntervalMs)
}

/** Reads fail without harm to the stream: the same step again. Anything else begins anew from the stored checkpoint. */
async function retryRpc(options: FollowOptions, step: () => Promise<void>): Promise<void> {
  const { chain, logger, signal, onFailure } = options
  const pause = createBell(signal)
  for (let failures = 0; ; failures++) {
    try {
      return await step()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof RpcError) || !error.retryable) throw error
      const backoffMs = Math.max(
        error.retryAfterMs ?? 0,
        Math.min(RPC_MAX_BACKOFF_MS, RPC_BACKOFF_MS * 2 ** Math.min(failures, 8)),
      )
      onFailure?.(error.message)
      logger.warn({ chainId: chain.chainId, reason: error.message, backoffMs }, 'chain could not be read, trying again')
      await pause.wait(backoffMs)
    }
  }
}
