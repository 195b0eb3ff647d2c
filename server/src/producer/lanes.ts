import type { Checkpoint } from './checkpoint.ts'

/** Where the producer stands in one lane: the last message it published there, and the block that reached. */
export interface LaneCursor extends Checkpoint {
  partition: number
}

/**
 * The lanes by where they stand, the furthest first. Usually that is one group, read for once; a lane that asked for a
 * missing part stands behind alone until it has caught up.
 */
export function groupLanes(lanes: LaneCursor[]): LaneCursor[][] {
  const groups = new Map<string, LaneCursor[]>()
  for (const lane of lanes) {
    const key = `${lane.block} ${lane.hash}`
    const group = groups.get(key)
    if (group) group.push(lane)
    else groups.set(key, [lane])
  }
  return [...groups.values()].sort((a, b) => b[0]!.block - a[0]!.block)
}
