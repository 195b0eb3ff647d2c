import type { Lane } from './messages.ts'

/** The topic exchange every message goes through. */
export const EXCHANGE = 'blockchain_events'

/** The queue of one lane: `kindling.<chain>.<partition>of<partitions>`. */
export function laneQueue(lane: Lane): string {
  return `kindling.${lane.chainId}.${lane.partition}of${lane.partitions}`
}

/** What consumers ask of a chain's producer. */
export function controlQueue(chainId: number): string {
  return `kindling.${chainId}.control`
}

/** The partition of a campaign: the low 32 bits of its address, modulo. `revertAbove` says the same in SQL. */
export function partitionOf(campaign: string, partitions: number): number {
  return Number.parseInt(campaign.slice(-8), 16) % partitions
}
