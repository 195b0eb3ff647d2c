import type pg from 'pg'
import type { Broker, Outgoing } from '../broker/Broker.ts'
import { type LaneMessage, MalformedMessageError, parseMessage, type ResendRequest } from '../broker/messages.ts'
import { controlQueue, laneQueue } from '../broker/topology.ts'
import { RpcError } from '../chain/RpcError.ts'
import { createRangeReader } from '../chain/readAhead.ts'
import { type BlockHeader, readBlock, readHead } from '../chain/readBlock.ts'
import type { BlockRange } from '../chain/readRange.ts'
import type { Rpc } from '../chain/rpc.ts'
import { type Bell, createBell } from '../lib/bell.ts'
import type { Logger } from '../lib/logger.ts'
import { type Anchor, type Checkpoint, loadCheckpoint, saveCheckpoint, saveEpoch, saveHead } from './checkpoint.ts'
import { cutMessages } from './cutMessages.ts'
import { anchorAt, anchorIfCanonical, findAncestor } from './findAncestor.ts'
import { findLaggingLane } from './findLaggingLane.ts'

/** What the producer needs to know of the chain it follows. */
export interface FollowedChain {
  chainId: number
  startBlock: number
  confirmations: number
  blockBatchSize: number
  maxReorgDepth: number
  pollIntervalMs: number
  partitions: number
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
}

/** Messages that may wait in a lane before the producer waits too: bounds the broker's disk during a backfill. */
const MAX_DEPTH = 200
const LANE_CHECK_MS = 5_000
const RPC_BACKOFF_MS = 250
const RPC_MAX_BACKOFF_MS = 15_000

/**
 * Follows the chain while the caller holds its lock. One loop, one order: answer what a lane asked for, look at the head,
 * read on from the checkpoint, publish, move the checkpoint, wait.
 */
export async function followChain(options: FollowOptions): Promise<never> {
  const { chain, broker, logger, signal, onProgress } = options
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
  try {
    const stream = createStream(options)
    await retryRpc(options, () => stream.start())
    for (;;) {
      signal.throwIfAborted()
      const request = requests.shift()
      if (request) await retryRpc(options, () => stream.resend(request))
      await retryRpc(options, () => stream.advance())
      onProgress?.()
      if (requests.length === 0) await idle(stream, bell, chain.pollIntervalMs)
    }
  } finally {
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
  const { chain, logger, signal } = options
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
      logger.warn({ chainId: chain.chainId, reason: error.message, backoffMs }, 'chain could not be read, trying again')
      await pause.wait(backoffMs)
    }
  }
}

interface Stream {
  start(): Promise<void>
  resend(request: ResendRequest): Promise<void>
  advance(): Promise<void>
  checkLanes(): Promise<void>
}

function createStream({ chain, rpc, broker, pool, logger, signal, startAt, onProgress }: FollowOptions): Stream {
  const { chainId, partitions, maxReorgDepth } = chain
  const reader = createRangeReader(rpc, chain.blockBatchSize)
  let cursor: Checkpoint
  let lanesCheckedAtMs = Date.now()

  const origin = () => rpc.read((endpoint) => anchorAt(endpoint, chain.startBlock - 1, signal))
  const ancestor = (from: number) =>
    rpc.read((endpoint) => findAncestor(endpoint, pool, chainId, from, maxReorgDepth, signal))
  const ifCanonical = (block: number, hash: string) =>
    rpc.read((endpoint) => anchorIfCanonical(endpoint, block, hash, signal))

  /** Everything from the anchor on will be sent (again), under a number that makes all earlier messages old. */
  async function beginEpoch(anchor: Anchor, reason: string): Promise<void> {
    const head = await rpc.read((endpoint) => readHead(endpoint, signal))
    const epoch = await saveEpoch(pool, chainId, anchor, head)
    cursor = { ...anchor, epoch, seq: 0 }
    logger.info({ chainId, epoch, block: anchor.block, reason }, 'new epoch')
    const message = (partition: number): LaneMessage => ({
      v: 1,
      kind: 'rollback',
      chainId,
      partition,
      partitions,
      epoch,
      seq: 0,
      toBlock: anchor.block,
      toHash: anchor.hash,
      toTime: anchor.time,
      origin: anchor.block === chain.startBlock - 1,
    })
    await publish(Array.from({ length: partitions }, (_, partition) => message(partition)))
  }

  async function publish(messages: LaneMessage[]): Promise<void> {
    await broker.publish(messages.map((message): Outgoing => ({ queue: laneQueue(message), message })))
  }

  async function waitForRoom(): Promise<void> {
    const pause = createBell(signal)
    for (let partition = 0; partition < partitions; partition++) {
      while ((await broker.depth(laneQueue({ chainId, partition, partitions }))) > MAX_DEPTH) {
        signal.throwIfAborted()
        await pause.wait(200)
      }
    }
  }

  async function publishRange(range: BlockRange): Promise<void> {
    const { messages, checkpoint } = cutMessages(chainId, partitions, cursor, range)
    await publish(messages)
    await saveCheckpoint(pool, chainId, checkpoint, range.headers, checkpoint.block - maxReorgDepth)
    cursor = checkpoint
    onProgress?.()
  }

  async function reorganise(): Promise<void> {
    const anchor = await ancestor(cursor.block)
    logger.warn({ chainId, from: cursor.block, to: anchor.block, depth: cursor.block - anchor.block }, 'reorg')
    await beginEpoch(anchor, 'reorg')
  }

  return {
    async start() {
      if (startAt) return beginEpoch(startAt, 'asked for by hand')
      const stored = await loadCheckpoint(pool, chainId)
      if (stored === null) return beginEpoch(await origin(), 'first start')
      const anchor = (await ifCanonical(stored.block, stored.hash)) ?? (await ancestor(stored.block))
      await beginEpoch(anchor, 'start')
    },

    async resend(request) {
      // A newer epoch is already on its way to that lane; if it shows a gap too, the lane asks again.
      if (request.epoch < cursor.epoch) return
      if (request.afterBlock === null || request.afterHash === null)
        return beginEpoch(await origin(), 'a lane has nothing')
      const anchor =
        (await ifCanonical(request.afterBlock, request.afterHash)) ??
        // The lane sits on a fork it was never called back from: below the deepest reorg there is, the forks are one.
        (await rpc.read((endpoint) =>
          anchorAt(endpoint, Math.max(chain.startBlock - 1, request.afterBlock! - maxReorgDepth), signal),
        ))
      await beginEpoch(anchor, `a gap in lane ${request.partition}`)
    },

    async advance() {
      const head = await rpc.read((endpoint) => readHead(endpoint, signal))
      const to = head.number - chain.confirmations
      await saveHead(pool, chainId, cursor.epoch, head, await finalizedBlock(rpc, head, maxReorgDepth, signal))
      if (to <= cursor.block) {
        if (await isOffChain(head)) await reorganise()
        return
      }
      let published = 0
      for await (const range of reader.readAhead(cursor.block + 1, to, head.number - maxReorgDepth, signal)) {
        if (range.parentHash !== cursor.hash && !(cursor.block === -1 && range.from === 0)) return reorganise()
        await publishRange(range)
        if (++published % 16 === 0) await waitForRoom()
      }
    },

    async checkLanes() {
      if (Date.now() - lanesCheckedAtMs < LANE_CHECK_MS) return
      lanesCheckedAtMs = Date.now()
      const lane = await findLaggingLane(pool, broker, {
        chainId,
        partitions,
        epoch: cursor.epoch,
        block: cursor.block,
      })
      if (lane) await this.resend(lane)
    },
  }

  /** Whether the node's chain, no longer than ours, has other blocks. A node that is merely behind has the same. */
  async function isOffChain(head: BlockHeader): Promise<boolean> {
    if (head.number < cursor.block) {
      const { rows } = await pool.query('select hash from blocks where chain_id = $1 and number = $2', [
        chainId,
        head.number,
      ])
      return rows[0] !== undefined && rows[0].hash !== head.hash
    }
    return (await ifCanonical(cursor.block, cursor.hash)) === null
  }
}

/** The newest block that the node calls final; where it does not know, the deepest reorg that is followed. */
async function finalizedBlock(
  rpc: Rpc,
  head: BlockHeader,
  maxReorgDepth: number,
  signal: AbortSignal,
): Promise<number> {
  try {
    const finalized = await rpc.read((endpoint) => readBlock(endpoint, 'finalized', signal))
    if (finalized !== null) return Math.min(finalized.number, head.number)
  } catch (error) {
    if (!(error instanceof RpcError && error.fault === 'refused')) throw error
  }
  return Math.max(-1, head.number - maxReorgDepth)
}
