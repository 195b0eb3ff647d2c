import type { Outgoing } from '../broker/Broker.ts'
import { describeMessage } from '../broker/describeMessage.ts'
import { type LaneMessage, messageId, type ResendRequest } from '../broker/messages.ts'
import { laneQueue, lanesOf } from '../broker/topology.ts'
import { createRangeReader } from '../chain/readAhead.ts'
import { type BlockHeader, readHead } from '../chain/readBlock.ts'
import type { BlockRange } from '../chain/readRange.ts'
import { createBell } from '../lib/bell.ts'
import { traced } from '../lib/tracing.ts'
import { untilAborted } from '../lib/untilAborted.ts'
import {
  type Anchor,
  loadCheckpoint,
  loadLaneEpochs,
  saveCheckpoint,
  saveEpoch,
  saveHead,
  saveLaneEpoch,
} from './checkpoint.ts'
import { cutMessages } from './cutMessages.ts'
import { finalizedBlock } from './finalizedBlock.ts'
import { anchorAt, anchorIfCanonical, findAncestor, isOffChain } from './findAncestor.ts'
import type { FollowOptions } from './followChain.ts'
import { groupLanes, type LaneCursor } from './lanes.ts'
import { watchLanes } from './watchLanes.ts'

/** What the producer publishes of a chain: the lanes, where each stands, and how they move. */
export interface Stream {
  start(): Promise<void>
  /** Sends one lane again what it lacks; the others go on where they are. */
  resend(request: ResendRequest): Promise<void>
  /** Brings the lanes to the head, or nearer to it. */
  advance(): Promise<void>
  /** Whether every lane was at the head when that was last looked at. */
  caughtUp(): boolean
  checkLanes(): Promise<void>
}

/** Messages that may wait in a lane before the producer waits too: bounds the broker's disk during a backfill. */
const MAX_DEPTH = 200
const RANGES_BETWEEN_DEPTHS = 16
/** Ranges in a row for lanes at one place while others stand elsewhere: none waits long for another. */
const TURN = 24
const LANE_CHECK_MS = 5_000

/** @param interrupted whether someone waits for the current step to end */
export function createStream(options: FollowOptions, interrupted: () => boolean): Stream {
  const { chain, rpc, broker, pool, logger, signal, startAt, onProgress } = options
  const { chainId, partitions, maxReorgDepth, startBlock } = chain
  const reader = createRangeReader(rpc, chain.blockBatchSize)
  const lagging = watchLanes(pool, broker, chain)
  /** The newest epoch of any lane: the number that fences this producer against another. */
  let epoch: number | null = null
  let lanes: LaneCursor[] = []
  let caughtUp = false
  let lanesCheckedAtMs = Date.now()

  const front = () => groupLanes(lanes)[0]!
  const origin = () => rpc.read((endpoint) => anchorAt(endpoint, startBlock - 1, signal))
  const ancestor = (from: number) =>
    rpc.read((endpoint) => findAncestor(endpoint, pool, chainId, from, { maxDepth: maxReorgDepth, startBlock }, signal))
  const ifCanonical = (block: number, hash: string) =>
    rpc.read((endpoint) => anchorIfCanonical(endpoint, block, hash, signal))
  /** Below the deepest reorg there is, all forks are one. */
  const belowForks = (block: number) =>
    rpc.read((endpoint) => anchorAt(endpoint, Math.max(startBlock - 1, block - maxReorgDepth), signal))

  /** Everything from the anchor on will be sent (again) to these lanes, under a number that makes all earlier messages old. */
  async function beginEpoch(
    moved: number[],
    anchor: Anchor,
    reason: string,
    { isReorg = false, since = new Map<number, number>() } = {},
  ): Promise<void> {
    const all = moved.length === partitions
    if (all) epoch = await saveEpoch(pool, chain, epoch, anchor, await rpc.read((node) => readHead(node, signal)))
    else epoch = await saveLaneEpoch(pool, chainId, epoch!, anchor, isReorg)
    const begun = moved.map((partition): LaneCursor => ({ partition, ...anchor, epoch: epoch!, seq: 0 }))
    lanes = [...lanes.filter(({ partition }) => !moved.includes(partition)), ...begun]
    logger.info({ chainId, epoch, lanes: moved, block: anchor.block, reason }, 'new epoch')
    await publish(
      begun.map((lane) => ({
        v: 1,
        kind: 'rollback',
        chainId,
        partition: lane.partition,
        partitions,
        epoch: lane.epoch,
        seq: 0,
        toBlock: anchor.block,
        toHash: anchor.hash,
        toTime: anchor.time,
        origin: anchor.block === startBlock - 1,
        sinceEpoch: since.get(lane.partition) ?? 0,
      })),
    )
  }

  async function publish(messages: LaneMessage[]): Promise<void> {
    const attributes = { 'messaging.message.id': messages.map(messageId).join(' '), 'kindling.chain_id': chainId }
    await traced('publish message', { kind: 'producer', attributes }, ({ traceparent }) => {
      const headers = traceparent === undefined ? {} : { headers: { traceparent } }
      const outgoing = messages.map((message): Outgoing => ({ queue: laneQueue(message), message, ...headers }))
      // RabbitMQ under an alarm confirms nothing until it is over; a process that is to end does not wait for that.
      return untilAborted(broker.publish(outgoing), signal)
    })
    for (const message of messages) {
      const isNews = message.kind === 'rollback' || message.events.length > 0
      logger[isNews ? 'info' : 'debug'](
        { message: messageId(message), ...describeMessage(message) },
        'message published',
      )
    }
  }

  async function waitForRoom(group: LaneCursor[]): Promise<void> {
    const pause = createBell(signal)
    for (const { partition } of group) {
      while ((await broker.depth(laneQueue({ chainId, partition, partitions }))) > MAX_DEPTH) {
        signal.throwIfAborted()
        await pause.wait(200)
        onProgress?.()
      }
    }
  }

  async function publishRange(group: LaneCursor[], range: BlockRange, isFront: boolean): Promise<void> {
    const [after] = group as [LaneCursor]
    const { messages, checkpoint } = cutMessages(chainId, partitions, after, range, group)
    // One by one, so that the consumer works on the first while the next is written.
    const attributes = {
      'kindling.chain_id': chainId,
      'kindling.from_block': range.from,
      'kindling.to_block': checkpoint.block,
      'kindling.events': range.events.length,
    }
    await traced('publish range', { attributes }, async () => {
      for (const message of messages) await publish([message])
    })
    const { block, hash, time } = checkpoint
    const sent = checkpoint.seq - after.seq
    const moved = group.map((lane) => ({ ...lane, block, hash, time, seq: lane.seq + sent }))
    const remembered = isFront ? { headers: range.headers, windowStart: block - maxReorgDepth } : null
    await saveCheckpoint(pool, chain, epoch!, moved, remembered)
    for (const [i, lane] of group.entries()) Object.assign(lane, moved[i])
    onProgress?.()
  }

  /** Lanes above the common ancestor go back to it. What is remembered of blocks is what the front was sent. */
  async function reorganise(): Promise<void> {
    const [{ block: from }] = front() as [LaneCursor]
    const anchor = await ancestor(from)
    const above = lanes.filter(({ block }) => block > anchor.block)
    if (above.length === 0) return
    logger.warn({ chainId, from, to: anchor.block, depth: from - anchor.block }, 'reorg')
    // Those at or below the ancestor stay where they are: they hold nothing of the fork.
    const moved = above.map(({ partition }) => partition)
    const since = new Map(above.map(({ partition, epoch: own }) => [partition, own]))
    await beginEpoch(moved, anchor, 'reorg', { isReorg: true, since })
  }

  /** Reads on for lanes that stand at one place, until they are at `to` or their turn is over. */
  async function follow(group: LaneCursor[], to: number, head: BlockHeader, turn: number): Promise<void> {
    const [cursor] = group as [LaneCursor]
    const isFront = front().includes(cursor)
    let published = 0
    for await (const range of reader.readAhead(cursor.block + 1, to, head.number - maxReorgDepth, signal)) {
      const continues = range.parentHash === cursor.hash || (cursor.block === -1 && range.from === 0)
      if (!continues) return isFront ? reorganise() : leaveFork(group)
      await publishRange(group, range, isFront)
      if (++published % RANGES_BETWEEN_DEPTHS === 0) await waitForRoom(group)
      if (published >= turn || interrupted()) return
    }
    // The others were sent another fork than these just read: one of the two is gone from the chain.
    const [leader] = front() as [LaneCursor]
    if (!isFront && cursor.block === leader.block && cursor.hash !== leader.hash) await leaveFork(group)
  }

  /** Lanes behind the front that were sent blocks of another fork than it: which ones is not remembered. */
  async function leaveFork(group: LaneCursor[]): Promise<void> {
    await reorganise()
    const stranded = group.filter((lane) => lanes.includes(lane)).map(({ partition }) => partition)
    if (stranded.length > 0) await beginEpoch(stranded, await belowForks(group[0]!.block), 'reorg behind the front')
  }

  return {
    caughtUp: () => caughtUp,

    async start() {
      const all = Array.from({ length: partitions }, (_, partition) => partition)
      if (startAt) return beginEpoch(all, startAt, 'asked for by hand')
      const stored = await loadCheckpoint(pool, chainId)
      if (stored === null) {
        // Whatever lies there is of an index that this database knows nothing of.
        for (const lane of lanesOf(chainId, partitions)) await broker.purge(laneQueue(lane))
        return beginEpoch(all, await origin(), 'first start')
      }
      const anchor = (await ifCanonical(stored.block, stored.hash)) ?? (await ancestor(stored.block))
      await beginEpoch(all, anchor, 'start', { since: await loadLaneEpochs(pool, chainId) })
    },

    async resend(request) {
      const lane = lanes.find(({ partition }) => partition === request.partition)
      // A newer epoch is already on its way to that lane; if it shows a gap too, the lane asks again.
      if (!lane || request.partitions !== partitions || request.epoch < lane.epoch) return
      const reason = `a gap in lane ${request.partition}`
      if (request.afterBlock === null || request.afterHash === null)
        return beginEpoch([lane.partition], await origin(), reason)
      const [{ block, hash, time }] = front() as [LaneCursor]
      const anchor =
        (await ifCanonical(request.afterBlock, request.afterHash)) ?? (await belowForks(request.afterBlock))
      await beginEpoch([lane.partition], anchor.block > block ? { block, hash, time } : anchor, reason)
    },

    async advance() {
      const head = await rpc.read((endpoint) => readHead(endpoint, signal))
      await saveHead(pool, chainId, epoch!, head, await finalizedBlock(rpc, head, maxReorgDepth, signal))
      const to = head.number - chain.confirmations
      const groups = groupLanes(lanes)
      const turn = groups.length > 1 ? TURN : Number.POSITIVE_INFINITY
      const [leader] = front() as [LaneCursor]
      if (to > leader.block) await follow(front(), to, head, turn)
      else if (await rpc.read((node) => isOffChain(node, pool, chainId, leader, head, signal))) await reorganise()
      for (const group of groups.slice(1)) {
        // A reorg at the front may have moved them meanwhile.
        if (group.every((lane) => lanes.includes(lane))) await follow(group, front()[0]!.block, head, turn)
      }
      caughtUp = groupLanes(lanes).length === 1 && lanes[0]!.block >= to
    },

    async checkLanes() {
      if (Date.now() - lanesCheckedAtMs < LANE_CHECK_MS) return
      lanesCheckedAtMs = Date.now()
      for (const request of await lagging(lanes)) await this.resend(request)
    },
  }
}
