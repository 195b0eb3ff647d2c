import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLogger } from '../lib/logger.ts'
import { createRequestLogger } from './requestLogger.ts'

test('a request logs as a child of the logger would, redacted, and is bound to nothing before', () => {
  const lines: Record<string, unknown>[] = []
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)))
      done()
    },
  })
  const parent = createLogger({ level: 'debug', destination })
  let children = 0
  const { child } = parent
  parent.child = function (this: typeof parent, ...given: Parameters<typeof child>) {
    children++
    return child.apply(this, given)
  } as typeof child
  const logger = createRequestLogger(parent, { reqId: 'r1', token: 'secret' })
  expect(children).toBe(0)
  logger.info({ n: 1 }, 'said %s', 'so')
  logger.trace('nothing')
  expect(children).toBe(1)
  logger.child({ part: 'a' }).error(new Error('broken'))
  expect(logger.level).toBe('debug')
  expect(lines).toMatchObject([
    { level: 30, reqId: 'r1', token: '[Redacted]', n: 1, msg: 'said so' },
    { level: 50, reqId: 'r1', part: 'a', err: { message: 'broken' } },
  ])
})
