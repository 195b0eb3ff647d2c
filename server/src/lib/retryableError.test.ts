import { expect, test } from 'vitest'
import { isRetryableDatabaseError } from './database.ts'

const failed = (code: string | undefined, message = 'failed', severity?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code }, severity === undefined ? {} : { severity })

test.each([
  ['a socket refused', failed('ECONNREFUSED')],
  ['a name not found', failed('ENOTFOUND')],
  ['a stream that is gone', failed('ERR_STREAM_DESTROYED')],
  ['a socket that is closed', failed('ERR_SOCKET_CLOSED')],
  ['a connection that ended', failed(undefined, 'Connection terminated unexpectedly')],
  ['a server that shuts down', failed('57P01')],
  ['a serialization failure', failed('40001')],
  ['a database that is closed', failed('55000', 'not accepting connections', 'FATAL')],
])('%s may pass by itself', (_what, error) => {
  expect(isRetryableDatabaseError(error)).toBe(true)
})

test.each([
  ['an argument of a wrong type', failed('ERR_INVALID_ARG_TYPE')],
  ['a number out of range', failed('ERR_OUT_OF_RANGE')],
  ['a broken rule of a table', failed('23505')],
  ['a sequence that was not read yet', failed('55000', 'currval', 'ERROR')],
  ['a mistake in a program', new TypeError('x is not a function')],
  ['nothing', undefined],
])('%s does not', (_what, error) => {
  expect(isRetryableDatabaseError(error)).toBe(false)
})
