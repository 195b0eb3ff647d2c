import { expect, test } from 'vitest'
import type { BlocksMessage, RollbackMessage } from '../broker/messages.ts'
import { decide, type LaneState } from './decide.ts'

const hash = (block: number, fork = 'a') => `0x${fork.repeat(32)}${String(block).padStart(32, '0')}`
const lane = { v: 1, chainId: 1, partition: 0, partitions: 1 } as const
const state: LaneState = { epoch: 3, seq: 7, lastBlock: 100, lastBlockHash: hash(100) }

const blocks = (over: Partial<BlocksMessage> = {}): BlocksMessage => ({
  ...lane,
  kind: 'blocks',
  epoch: 3,
  seq: 8,
  fromBlock: 101,
  toBlock: 105,
  parentHash: hash(100),
  lastHash: hash(105),
  lastTime: 1,
  events: [],
  ...over,
})

const rollback = (over: Partial<RollbackMessage> = {}): RollbackMessage => ({
  ...lane,
  kind: 'rollback',
  epoch: 4,
  seq: 0,
  toBlock: 100,
  toHash: hash(100),
  toTime: 1,
  origin: false,
  sinceEpoch: 3,
  ...over,
})

test('what continues the lane is applied', () => {
  expect(decide(state, blocks())).toBe('apply')
})

test('what was applied, and what an older epoch says, is old', () => {
  expect(decide(state, blocks({ seq: 7 }))).toBe('old')
  expect(decide(state, blocks({ seq: 1 }))).toBe('old')
  expect(decide(state, blocks({ epoch: 2, seq: 8 }))).toBe('old')
  expect(decide(state, rollback({ epoch: 3 }))).toBe('old')
  expect(decide(state, rollback({ epoch: 2 }))).toBe('old')
})

test('a message of an orphaned fork that comes late is old, though it would fit by its hash', () => {
  const afterRollback: LaneState = { epoch: 4, seq: 0, lastBlock: 100, lastBlockHash: hash(100) }
  expect(decide(afterRollback, blocks({ epoch: 3, seq: 8 }))).toBe('old')
})

test('a missing message is a gap: by number, by block, by hash, by epoch', () => {
  expect(decide(state, blocks({ seq: 9 }))).toBe('gap')
  expect(decide(state, blocks({ fromBlock: 102 }))).toBe('gap')
  expect(decide(state, blocks({ parentHash: hash(100, 'b') }))).toBe('gap')
  expect(decide(state, blocks({ epoch: 4, seq: 1 }))).toBe('gap')
})

test('an epoch begins at or below what the lane holds, and on its chain', () => {
  expect(decide(state, rollback())).toBe('apply')
  expect(decide(state, rollback({ toBlock: 60, toHash: hash(60, 'b') }))).toBe('apply')
  expect(decide(state, rollback({ toBlock: 101, toHash: hash(101) }))).toBe('gap')
  expect(decide(state, rollback({ toHash: hash(100, 'b') }))).toBe('gap')
})

test('a lane that missed a reorg is not moved along a fork that it is not on', () => {
  const missed = { ...state, epoch: 2 }
  expect(decide(missed, rollback({ toBlock: 98, toHash: hash(98, 'b') }))).toBe('gap')
  expect(decide(missed, rollback({ toBlock: 60, toHash: hash(60), sinceEpoch: 0 }))).toBe('apply')
})

test('a lane that holds nothing begins at the origin only', () => {
  expect(decide(null, rollback({ toBlock: -1, origin: true }))).toBe('apply')
  expect(decide(null, rollback())).toBe('gap')
  expect(decide(null, blocks())).toBe('gap')
})
