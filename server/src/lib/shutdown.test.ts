import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'
import { createShutdown } from './shutdown.ts'

function logged() {
  const lines: { part?: string; reason?: string }[] = []
  const logger = createLogger({ level: 'warn', destination: { write: (line) => void lines.push(JSON.parse(line)) } })
  return { logger, lines }
}

test('what was opened last is closed first, once, and each waits for the one before', async () => {
  const { logger } = logged()
  const shutdown = createShutdown(logger)
  const order: string[] = []
  shutdown.defer('database', () => order.push('database'))
  shutdown.defer('consumer', async () => {
    await sleep(20)
    order.push('consumer')
  })
  shutdown.defer('API', () => order.push('API'))
  expect(shutdown.signal.aborted).toBe(false)
  expect(await Promise.all([shutdown.run(), shutdown.run()])).toEqual([true, true])
  expect(order).toEqual(['API', 'consumer', 'database'])
  expect(shutdown.signal.aborted).toBe(true)
})

test('a part that fails or hangs is named, does not keep the others, and makes the end unclean', async () => {
  const { logger, lines } = logged()
  const shutdown = createShutdown(logger, { all: 400, one: 250 })
  const closed: string[] = []
  shutdown.defer('database', () => closed.push('database'))
  shutdown.defer('second hanging part', () => new Promise(() => {}))
  shutdown.defer('hanging part', () => new Promise(() => {}))
  shutdown.defer('failing part', () => {
    throw new Error('it broke')
  })
  expect(await shutdown.run()).toBe(false)
  expect(closed).toEqual(['database'])
  expect(lines.map(({ part }) => part)).toEqual(['failing part', 'hanging part', 'second hanging part'])
  expect(lines[0]?.reason).toBe('it broke')
  expect(lines[1]?.reason).toContain('250 ms')
})
