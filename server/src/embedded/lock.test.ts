import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startChildProcess } from './childProcess.ts'
import { lockDataFolder } from './lock.ts'
import { startHolder } from './testing/startHolder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kindling-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder in use is refused with the pid of its user', async () => {
  const holder = await startHolder('lock', { folder })
  expect(() => lockDataFolder(folder)).toThrow(
    `The data folder ${folder} is in use by process ${holder.process.pid}; stop that one first or choose another folder.`,
  )
  await holder.killByForce()
})

test('the lock of a killed process is taken over', async () => {
  const holder = await startHolder('lock', { folder })
  await holder.killByForce()
  lockDataFolder(folder).release()
})

test('a lock that was released can be taken again, and nothing of it stays', () => {
  lockDataFolder(folder).release()
  lockDataFolder(folder).release()
  expect(readdirSync(folder)).toEqual([])
})

test('one process does not get the lock twice', () => {
  const lock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(`in use by process ${process.pid}`)
  lock.release()
})

test('a lock whose pid belongs to another program now is taken over', async () => {
  const other = await startChildProcess({ command: 'sleep', args: ['600'], stopSignal: 'SIGTERM' })
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: other.pid, startedAt: 'long ago' }))
  lockDataFolder(folder).release()
  await other.stop()
})

test('a damaged lock is taken over', () => {
  writeFileSync(join(folder, 'lock'), '{"pid":')
  lockDataFolder(folder).release()
})

test('of many that start at once on a stale lock, one gets the folder', async () => {
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'never' }))
  const holders = await Promise.all(Array.from({ length: 6 }, () => startHolder('lock', { folder })))
  expect(holders.filter((holder) => holder.held.error === undefined)).toHaveLength(1)
  await Promise.all(holders.filter(({ process }) => process.exitCode === null).map((holder) => holder.killByForce()))
})

test('a folder that is missing is made', () => {
  lockDataFolder(join(folder, 'of', 'kindling')).release()
})
