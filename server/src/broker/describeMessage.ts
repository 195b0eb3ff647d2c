import type { LaneMessage } from './messages.ts'

/** So many events are told by their transactions; of more only the number. */
const TOLD = 20

/** What a log says of a message beside its id, so that a donation is found by its transaction or by its block. */
export function describeMessage(message: LaneMessage): Record<string, unknown> {
  if (message.kind === 'rollback') return { kind: message.kind, toBlock: message.toBlock }
  const { kind, fromBlock, toBlock, events } = message
  if (events.length === 0 || events.length > TOLD) return { kind, fromBlock, toBlock, events: events.length }
  const transactions = [...new Set(events.map(({ txHash }) => txHash))]
  return { kind, fromBlock, toBlock, events: events.length, transactions }
}
