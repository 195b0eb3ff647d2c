import { expect, test } from 'vitest'
import { MalformedMessageError, parseMessage, type RollbackMessage, serializeMessage } from './messages.ts'

const rollback: RollbackMessage = {
  v: 1,
  kind: 'rollback',
  chainId: 1,
  partition: 0,
  partitions: 1,
  epoch: 3,
  seq: 0,
  toBlock: -1,
  toHash: `0x${'0'.repeat(64)}`,
  toTime: 0,
  origin: true,
  sinceEpoch: 0,
}

test('a message is read as it was written', () => {
  expect(parseMessage(serializeMessage(rollback))).toEqual(rollback)
})

test.each(['chainId', 'epoch', 'toBlock', 'toTime'])('a number too large for one is malformed: %s', (member) => {
  const body = JSON.stringify({ ...rollback, [member]: '@' }).replace('"@"', '1e400')
  expect(() => parseMessage(body)).toThrow(MalformedMessageError)
  expect(() => parseMessage(body)).toThrow(`malformed at /${member}: must be integer`)
})
