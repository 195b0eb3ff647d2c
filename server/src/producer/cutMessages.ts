import type { BlocksMessage } from '../broker/messages.ts'
import { partitionOf } from '../broker/topology.ts'
import type { BlockRange } from '../chain/readRange.ts'
import type { ChainEvent } from '../lib/ChainEvent.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { LaneCursor } from './lanes.ts'

/**
 * Events per message: about 5 MB while catching up, where a transaction's fixed costs count (2,000 cost a fifth more time
 * over 50,000 events: `npm run bench -- index`). A block is never split, so one that holds more makes one larger message.
 */
const MAX_EVENTS = 10_000
/** A CID is usually 59 characters, but anyone may write thousands: such an event counts for several. */
const CHARACTERS_PER_EVENT = 500

/**
 * Cuts a range into messages that follow one another from `after`. Every lane gets a message for every cut, be it empty:
 * that moves its position, and makes a lost message show.
 *
 * @param lanes those that stand at `after.block`, each counting in its own epoch; all in `after`'s when left out
 */
export function cutMessages(
  chainId: number,
  partitions: number,
  after: Checkpoint,
  range: BlockRange,
  lanes: Pick<LaneCursor, 'partition' | 'epoch' | 'seq'>[] = Array.from({ length: partitions }, (_, partition) => ({
    partition,
    epoch: after.epoch,
    seq: after.seq,
  })),
): { messages: BlocksMessage[]; checkpoint: Checkpoint } {
  const messages: BlocksMessage[] = []
  let checkpoint = after
  for (const { events, block, hash, time } of cuts(range)) {
    const byPartition = Array.from({ length: partitions }, (): ChainEvent[] => [])
    for (const event of events) byPartition[partitionOf(event.campaign, partitions)]!.push(event)
    const seq = checkpoint.seq + 1
    for (const lane of lanes) {
      messages.push({
        v: 1,
        kind: 'blocks',
        chainId,
        partition: lane.partition,
        partitions,
        epoch: lane.epoch,
        seq: lane.seq + seq - after.seq,
        fromBlock: checkpoint.block + 1,
        toBlock: block,
        parentHash: checkpoint.hash,
        lastHash: hash,
        lastTime: time,
        events: byPartition[lane.partition]!,
      })
    }
    checkpoint = { epoch: after.epoch, seq, block, hash, time }
  }
  return { messages, checkpoint }
}

interface Cut {
  events: ChainEvent[]
  block: number
  hash: string
  time: number
}

/** A cut may lie behind any block with an event, whose hash the event tells; the last lies at the range's end. */
function cuts(range: BlockRange): Cut[] {
  const result: Cut[] = []
  let events: ChainEvent[] = []
  let weight = 0
  for (const block of groupByBlock(range.events)) {
    const last = events.at(-1)
    const added = block.reduce((sum, event) => sum + weightOf(event), 0)
    if (last && weight + added > MAX_EVENTS) {
      result.push({ events, block: last.blockNumber, hash: last.blockHash, time: last.blockTime })
      events = []
      weight = 0
    }
    for (const event of block) events.push(event)
    weight += added
  }
  const end = range.headers.at(-1)!
  result.push({ events, block: end.number, hash: end.hash, time: end.time })
  return result
}

function weightOf(event: ChainEvent): number {
  return 1 + Math.floor((event.args['cid']?.length ?? 0) / CHARACTERS_PER_EVENT)
}

function groupByBlock(events: ChainEvent[]): ChainEvent[][] {
  const groups: ChainEvent[][] = []
  for (const event of events) {
    const group = groups.at(-1)
    if (group?.[0]?.blockNumber === event.blockNumber) group.push(event)
    else groups.push([event])
  }
  return groups
}
