import { hexToBytes, keccak256 } from 'viem'
import { eventTopics } from './decodeLog.ts'

/** For each topic, where its three bits stand in a bloom: hex digit and bit of it (Yellow Paper, 4.4.3). */
const bitsByTopic = eventTopics.map((topic) => {
  const hash = hexToBytes(keccak256(topic as `0x${string}`))
  return [0, 2, 4].map((i) => {
    const bit = ((hash[i]! << 8) | hash[i + 1]!) & 2047
    return { digit: 2 + 511 - (bit >> 2), mask: 1 << (bit & 3) }
  })
})

/** Whether a block with this bloom may hold one of our events. False is certain, true is not. */
export function mayHoldEvents(logsBloom: string): boolean {
  return bitsByTopic.some((bits) =>
    bits.every(({ digit, mask }) => (Number.parseInt(logsBloom[digit]!, 16) & mask) !== 0),
  )
}
