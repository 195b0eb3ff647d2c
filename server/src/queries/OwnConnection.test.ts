import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/createTestDatabase.ts'
import { waitFor } from '../../test/support/waitFor.ts'
import { connectionConfig, createPool } from '../lib/database.ts'
import { OwnConnection } from './OwnConnection.ts'

let database: TestDatabase
let pool: ReturnType<typeof createPool>
const lost: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url, { name: 'test' })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const open = (idleMs?: number, longestMs?: number) =>
  new OwnConnection(connectionConfig(database.url, 'own'), (error) => lost.push(error.message), idleMs, longestMs)
const pidOf = async (connection: OwnConnection): Promise<number> => {
  const { rows } = await connection.query({ text: 'select pg_backend_pid() as pid', values: [] })
  return (rows as [{ pid: number }])[0].pid
}
const isThere = async (pid: number) =>
  (await pool.query('select from pg_stat_activity where pid = $1', [pid])).rowCount === 1

test('all statements go over one connection, one after the other', async () => {
  const connection = open()
  const pids = await Promise.all([1, 2, 3].map(() => pidOf(connection)))
  expect(new Set(pids).size).toBe(1)
  await connection.end()
  await waitFor('it is closed', async () => !(await isThere(pids[0]!)))
  await expect(pidOf(connection)).rejects.toThrow('ended')
})

test('the next statement opens a new one after it broke, and after a statement failed', async () => {
  const connection = open()
  const first = await pidOf(connection)
  await pool.query('select pg_terminate_backend($1)', [first])
  await waitFor('the loss is told', async () => lost.length > 0)
  const second = await pidOf(connection)
  expect(second).not.toBe(first)
  await expect(connection.query({ text: 'select 1 / 0', values: [] })).rejects.toThrow('division by zero')
  expect(await pidOf(connection)).not.toBe(second)
  await connection.end()
})

test('it is closed while nobody asks', async () => {
  const connection = open(50)
  const first = await pidOf(connection)
  await waitFor('it is closed', async () => !(await isThere(first)))
  expect(await pidOf(connection)).not.toBe(first)
  await connection.end()
})

test('who waits behind a statement that hangs does not wait for ever', async () => {
  const connection = open(undefined, 200)
  const first = await pidOf(connection)
  const hanging = connection.query({ text: 'select pg_sleep(1)', values: [] })
  const next = pidOf(connection)
  await expect(hanging).rejects.toThrow(/timeout/)
  expect(await next).not.toBe(first)
  await connection.end()
})
