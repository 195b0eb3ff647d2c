import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partitionOf } from '../broker/topology.ts'
import type { ChainEvent } from '../lib/ChainEvent.ts'
import { cutMessages } from './cutMessages.ts'

const hash = (block: number) => `0x${String(block).padStart(64, '0')}`
const at = { epoch: 2, seq: 5, block: 9, hash: hash(9), time: 9 }

function event(block: number, logIndex: number, campaign: number): ChainEvent {
  const address = `0x${campaign.toString(16).padStart(40, '0')}`
  return {
    name: 'DonationReceived',
    blockNumber: block,
    blockHash: hash(block),
    blockTime: block,
    txHash: hash(logIndex),
    logIndex,
    address,
    campaign: address,
    account: address,
    amountWei: '1',
    args: {},
  }
}

const range = (to: number, events: ChainEvent[]) => ({
  from: 10,
  to,
  parentHash: hash(9),
  headers: [{ number: to, hash: hash(to), parentHash: hash(to - 1), time: to }],
  events,
})

test('a range without events still moves every lane', () => {
  const { messages, checkpoint } = cutMessages(1, 3, at, range(20, []))
  expect(messages.map(({ partition, fromBlock, toBlock }) => [partition, fromBlock, toBlock])).toEqual([
    [0, 10, 20],
    [1, 10, 20],
    [2, 10, 20],
  ])
  expect(checkpoint).toEqual({ epoch: 2, seq: 6, block: 20, hash: hash(20), time: 20 })
})

test('whatever the events: lanes follow without gaps, and each event is in its lane once, in order', () => {
  const scene = fc.record({
    partitions: fc.integer({ min: 1, max: 4 }),
    perBlock: fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 12 }),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(scene, ({ partitions, perBlock, seed }) => {
      const to = 9 + perBlock.length
      const events = perBlock.flatMap((count, i) =>
        Array.from({ length: count }, (_, index) => event(10 + i, index, (seed + index * 7919) % 1000)),
      )
      const { messages, checkpoint } = cutMessages(1, partitions, at, range(to, events))
      for (let partition = 0; partition < partitions; partition++) {
        let [block, before, seq] = [9, hash(9), 5]
        const lane = messages.filter((message) => message.partition === partition)
        for (const message of lane) {
          expect([message.fromBlock, message.parentHash, message.seq]).toEqual([block + 1, before, seq + 1])
          ;[block, before, seq] = [message.toBlock, message.lastHash, message.seq]
        }
        expect([block, before, seq]).toEqual([to, hash(to), checkpoint.seq])
        const expected = events.filter((item) => partitionOf(item.campaign, partitions) === partition)
        expect(lane.flatMap((message) => message.events)).toEqual(expected)
      }
    }),
    { numRuns: 60 },
  )
})

test('messages stay small, but a block is never split', () => {
  const events = [
    ...Array.from({ length: 7500 }, (_, i) => event(10, i, 1)),
    ...Array.from({ length: 7500 }, (_, i) => event(11, i, 1)),
    ...Array.from({ length: 25_000 }, (_, i) => event(12, i, 1)),
  ]
  const { messages } = cutMessages(1, 1, at, range(30, events))
  expect(messages.map(({ fromBlock, toBlock, events: cut }) => [fromBlock, toBlock, cut.length])).toEqual([
    [10, 10, 7500],
    [11, 11, 7500],
    [12, 30, 25_000],
  ])
})
