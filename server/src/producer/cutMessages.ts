import type { BlocksMessage } from '../broker/messages.ts'
import { partitionOf } from '../broker/topology.ts'
import type { BlockRange } from '../chain/readRange.ts'
import type { ChainEvent } from '../lib/ChainEvent.ts'
import type { Checkpoint } from './checkpoint.ts'

/** Events per message: about 1 MB. A block is never split, so one that holds more makes one larger message. */
const MAX_EVENTS = 2000

/**
 * Cuts a range into messages that follow one another from `after`. Every lane gets a message for every cut, be it empty:
 * that moves its position, and makes a lost message show.
 */
export function cutMessages(
  chainId: number,
  partitions: number,
  after: Checkpoint,
  range: BlockRange,
): { messages: BlocksMessage[]; checkpoint: Checkpoint } {
  const messages: BlocksMessage[] = []
  let checkpoint = after
  for (const { events, block, hash, time } of cuts(range)) {
    const seq = checkpoint.seq + 1
    const byPartition = Array.from({ length: partitions }, (): ChainEvent[] => [])
    for (const event of events) byPartition[partitionOf(event.campaign, partitions)]!.push(event)
    byPartition.forEach((partitionEvents, partition) => {
      messages.push({
        v: 1,
        kind: 'blocks',
        chainId,
        partition,
        partitions,
        epoch: after.epoch,
        seq,
        fromBlock: checkpoint.block + 1,
        toBlock: block,
        parentHash: checkpoint.hash,
        lastHash: hash,
        lastTime: time,
        events: partitionEvents,
      })
    })
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
  for (const block of groupByBlock(range.events)) {
    const last = events.at(-1)
    if (last && events.length + block.length > MAX_EVENTS) {
      result.push({ events, block: last.blockNumber, hash: last.blockHash, time: last.blockTime })
      events = []
    }
    events.push(...block)
  }
  const end = range.headers.at(-1)!
  result.push({ events, block: end.number, hash: end.hash, time: end.time })
  return result
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
