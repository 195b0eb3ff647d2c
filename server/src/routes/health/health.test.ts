import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLogger } from '../../lib/logger.ts'
import type { Readiness } from '../context.ts'
import { createBareApp } from '../testing/createBareApp.ts'

test('what is not ready is one warning when it changes, and nothing at each look', async () => {
  const lines: string[] = []
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const bad = (detail: string) => ({ ok: false, detail })
  const good = { ok: true, detail: 'answers' }
  let state: Readiness | Error = { ready: true, checks: { database: good } }
  const app = createBareApp({
    logger: createLogger({ level: 'warn', destination }),
    readiness: async () => {
      if (state instanceof Error) throw state
      return state
    },
  })
  const said = async () => {
    lines.length = 0
    for (let look = 0; look < 3; look++) await app.inject('/health/ready')
    return lines.map((line) => {
      const { level, msg, checks, reason, err } = JSON.parse(line)
      return { level, msg, checks, reason, err }
    })
  }
  const line = (msg: string, checks?: object, reason?: string) => ({
    level: 40,
    msg,
    checks,
    reason,
    err: undefined,
  })

  expect(await said()).toEqual([])
  state = { ready: false, checks: { database: good, broker: bad('does not answer') } }
  expect(await said()).toEqual([line('Not ready: broker.', { broker: 'does not answer' })])
  state = { ready: false, checks: { database: good, broker: bad('does not answer for 12 s') } }
  expect(await said(), 'the same still').toEqual([])
  state = { ready: false, checks: { database: bad('away'), broker: bad('does not answer') } }
  expect(await said()).toEqual([line('Not ready: database, broker.', { database: 'away', broker: 'does not answer' })])
  state = new Error('the checks broke')
  expect(await said()).toEqual([
    line('Not ready: readiness.', { readiness: 'The checks themselves failed.' }, 'the checks broke'),
  ])
  state = { ready: true, checks: { database: good } }
  expect(await said()).toEqual([line('ready again')])
  await app.close()
})
