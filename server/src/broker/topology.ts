import type { Lane } from './messages.ts'

/** The topic exchange every message goes through; the routing key is the queue's name. */
export const EXCHANGE = 'blockchain_events'

/** What could not be applied, from any lane. */
export const DEAD_LETTER_QUEUE = 'kindling.dead-letters'

/**
 * Deliveries before RabbitMQ itself puts a message aside: for one that ends the consumer's process each time, which then
 * cannot count. RabbitMQ 4 has this default, and without a dead-letter exchange it would throw the message away.
 */
const DELIVERY_LIMIT = 20

/** The queue of one lane: `kindling.<chain>.<partition>of<partitions>`. */
export function laneQueue(lane: Lane): string {
  return `kindling.${lane.chainId}.${lane.partition}of${lane.partitions}`
}

/** What consumers ask of a chain's producer. */
export function controlQueue(chainId: number): string {
  return `kindling.${chainId}.control`
}

/** Every lane of a chain. */
export function lanesOf(chainId: number, partitions: number): Lane[] {
  return Array.from({ length: partitions }, (_, partition) => ({ chainId, partition, partitions }))
}

/** Every queue a chain needs. */
export function chainQueues(chainId: number, partitions: number): string[] {
  return [...lanesOf(chainId, partitions).map(laneQueue), controlQueue(chainId), DEAD_LETTER_QUEUE]
}

export interface QueueDefinition {
  name: string
  bindings: { exchange: string; routingKey: string }[]
  durable: true
  arguments: Record<string, string | number | boolean>
}

/** A queue as RabbitMQ has to have it. All follow from their names: one definition, declared again after every reconnect. */
export function queueDefinition(name: string): QueueDefinition {
  const quorum = { name, bindings: [{ exchange: EXCHANGE, routingKey: name }], durable: true as const }
  if (name === DEAD_LETTER_QUEUE) return { ...quorum, arguments: { 'x-queue-type': 'quorum' } }
  return {
    ...quorum,
    arguments: {
      'x-queue-type': 'quorum',
      'x-single-active-consumer': true,
      'x-delivery-limit': DELIVERY_LIMIT,
      'x-dead-letter-exchange': EXCHANGE,
      'x-dead-letter-routing-key': DEAD_LETTER_QUEUE,
    },
  }
}

/** The partition of a campaign: the low 32 bits of its address, modulo. `revertAbove` says the same in SQL. */
export function partitionOf(campaign: string, partitions: number): number {
  return Number.parseInt(campaign.slice(-8), 16) % partitions
}
