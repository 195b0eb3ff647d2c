/**
 * Of each of our events' topics the first six bytes of its keccak256, which a bloom is made of (a test compares): viem, which could say so,
 * takes a sixth of a second of each process's start.
 */
export const topicHashes = ['02f4a7b6134a', '6efeb7f058a0', '2af1a682631c', '3536d56c1956']

/** For each topic, where its three bits stand in a bloom: hex digit and bit of it (Yellow Paper, 4.4.3). */
const bitsByTopic = topicHashes.map((hash) =>
  [0, 4, 8].map((i) => {
    const bit = Number.parseInt(hash.slice(i, i + 4), 16) & 2047
    return { digit: 2 + 511 - (bit >> 2), mask: 1 << (bit & 3) }
  }),
)

/** Whether a block with this bloom may hold one of our events. False is certain, true is not. */
export function mayHoldEvents(logsBloom: string): boolean {
  return bitsByTopic.some((bits) =>
    bits.every(({ digit, mask }) => (Number.parseInt(logsBloom[digit]!, 16) & mask) !== 0),
  )
}
