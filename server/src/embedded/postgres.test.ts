import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { startChildProcess } from './childProcess.ts'
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './postgres.ts'
import { choosePostgresIdentity } from './postgresIdentity.ts'
import { isAlive } from './processTable.ts'
import { copyKeptCluster, expectKept, query, settings } from './testing/keptCluster.ts'
import { processGone, startHolder } from './testing/startHolder.ts'

let folder: string
let dataDir: string
copyKeptCluster((copy) => {
  ;({ folder, dataDir } = copy)
})
const expectSound = (options: Partial<EmbeddedPostgresOptions> = {}) => expectKept({ dataDir, settings, ...options })

test('it is PostgreSQL 18 on loopback, sorting by code point, in UTC', async () => {
  const server = await startEmbeddedPostgres({ dataDir, settings })
  const [row] = await query(
    server.url,
    `SELECT current_setting('server_version_num')::integer / 10000 AS version, host(inet_server_addr()) AS address,
       current_setting('unix_socket_directories') AS sockets, current_setting('TimeZone') AS zone,
       datlocprovider AS provider, datlocale AS locale, pg_encoding_to_char(encoding) AS encoding, lower('ÄÉ') AS lower
     FROM pg_database WHERE datname = 'kindling'`,
  )
  expect(row).toEqual({
    version: 18,
    address: '127.0.0.1',
    sockets: '',
    zone: 'UTC',
    provider: 'b',
    locale: 'C.UTF-8',
    encoding: 'UTF8',
    lower: 'äé',
  })
  await server.stop()
  expect(isAlive(server.pid)).toBe(false)
})

test('a second start has the same port, password and data', async () => {
  const first = await startEmbeddedPostgres({ dataDir, settings })
  await first.stop()
  const second = await startEmbeddedPostgres({ dataDir, settings })
  expect(second.url).toBe(first.url)
  await second.stop()
  await expectSound()
})

test('nobody gets in without the password, which only its owner can read', async () => {
  const server = await startEmbeddedPostgres({ dataDir, settings })
  const guess = new URL(server.url)
  guess.password = 'guess'
  await expect(query(guess.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
  expect(statSync(`${dataDir}.connection.json`).mode & 0o777).toBe(0o600)
  await server.stop()
})

test('another port is taken when the last one is not free', async () => {
  const { port } = JSON.parse(readFileSync(`${dataDir}.connection.json`, 'utf8')) as { port: number }
  const other = createServer().listen(port, '127.0.0.1')
  const server = await startEmbeddedPostgres({ dataDir, settings })
  expect(server.port).not.toBe(port)
  await expect(startEmbeddedPostgres({ dataDir: join(folder, 'second'), port, settings })).rejects.toThrow(
    `Port ${port} for PostgreSQL is taken; choose another.`,
  )
  await server.stop()
  other.close()
})

test('the server goes when its parent is killed by force, and the next start is as ever', async () => {
  const holder = await startHolder<EmbeddedPostgres>('postgres', { dataDir, settings })
  await holder.killByForce()
  await processGone(holder.held.pid)
  await expectSound()
})

test('a start right after the kill waits for the end of the earlier server', async () => {
  const holder = await startHolder<EmbeddedPostgres>('postgres', { dataDir, settings })
  await holder.killByForce()
  await expectSound()
})

test('a server killed by force recovers', async () => {
  const server = await startEmbeddedPostgres({ dataDir, settings })
  process.kill(server.pid, 'SIGKILL')
  expect(await server.exited).toBe('SIGKILL')
  await expectSound()
})

test('the server of a living process is not touched, and that process is named', async () => {
  const holder = await startHolder<EmbeddedPostgres>('postgres', { dataDir, settings })
  await expect(startEmbeddedPostgres({ dataDir, settings })).rejects.toThrow(
    `The data folder ${dataDir} is in use by process ${holder.process.pid}; stop that one first or choose another folder.`,
  )
  expect(await query(holder.held.url, 'SELECT word FROM kept')).toHaveLength(1)
  await holder.killByForce()
  await processGone(holder.held.pid)
})

test('an orphaned server is stopped first', async () => {
  const holder = await startHolder<EmbeddedPostgres>('postgres', { dataDir, settings })
  const command = readFileSync(`/proc/${holder.held.pid}/cmdline`, 'utf8').split('\0').slice(0, -1)
  await holder.killByForce()
  await processGone(holder.held.pid)
  // The same server again, with a parent that ends at once and sets no death signal.
  const { prefix, ids } = choosePostgresIdentity(dirname(dirname(command[0]!)), dataDir)
  const shell = spawn('sh', ['-c', '"$@" >/dev/null 2>&1 & echo $!', 'sh', ...prefix, ...command], ids)
  const orphan = await new Promise<number>((resolve) => shell.stdout.once('data', (text) => resolve(Number(text))))
  const { port } = new URL(holder.held.url)
  await expect
    .poll(() =>
      query(holder.held.url, 'SELECT 1').then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  const server = await startEmbeddedPostgres({ dataDir, settings })
  expect(isAlive(orphan)).toBe(false)
  expect(server.port).toBe(Number(port))
  await server.stop()
})

test('a postmaster.pid whose number belongs to another program now is no hindrance', async () => {
  const other = await startChildProcess({ command: 'sleep', args: ['600'], stopSignal: 'SIGTERM' })
  writeFileSync(join(dataDir, 'postmaster.pid'), `${other.pid}\n${dataDir}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`)
  await expectSound()
  expect(isAlive(other.pid)).toBe(true)
  await other.stop()
})

test('a postmaster.pid whose server is dead, but not collected by its parent, is no hindrance', async () => {
  // As in a container whose first process collects nobody: the shell becomes a program that never waits for its child.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await once(parent.stdout!.setEncoding('utf8'), 'data')) as [string]
  const zombie = Number(line)
  await vi.waitFor(() => expect(isAlive(zombie)).toBe(false))
  expect(process.kill(zombie, 0)).toBe(true)
  writeFileSync(join(dataDir, 'postmaster.pid'), `${zombie}\n${dataDir}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`)
  await expectSound()
  parent.kill('SIGKILL')
})

test('what a killed first start left half made is made anew', async () => {
  const fresh = join(folder, 'fresh')
  mkdirSync(`${fresh}.new`)
  writeFileSync(join(`${fresh}.new`, 'PG_VERSION'), '18\n')
  const server = await startEmbeddedPostgres({ dataDir: fresh, settings })
  expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('a lost password is replaced', async () => {
  rmSync(`${dataDir}.connection.json`)
  await expectSound()
})

test.each([
  [
    'without PG_VERSION',
    () => rmSync(join(dataDir, 'PG_VERSION')),
    'is not a PostgreSQL data folder (its file PG_VERSION is missing)',
  ],
  [
    'with garbage in PG_VERSION',
    () => writeFileSync(join(dataDir, 'PG_VERSION'), '\0\xff'),
    'is damaged (its file PG_VERSION holds no version)',
  ],
  [
    'of another version',
    () => writeFileSync(join(dataDir, 'PG_VERSION'), '15\n'),
    'was made by PostgreSQL 15, and this is PostgreSQL 18',
  ],
  [
    'without its control file',
    () => rmSync(join(dataDir, 'global/pg_control')),
    'cannot be opened by PostgreSQL (could not find the database system',
  ],
  [
    'with garbage in its control file',
    () => writeFileSync(join(dataDir, 'global/pg_control'), 'x'.repeat(8192)),
    'cannot be opened by PostgreSQL (',
  ],
  [
    'that is a file',
    () => {
      rmSync(dataDir, { recursive: true })
      writeFileSync(dataDir, '')
    },
    'is not a folder that can be read',
  ],
])('a data folder %s is named, with what to do', async (_, breakIt, what) => {
  breakIt()
  const error = await startEmbeddedPostgres({ dataDir, settings }).catch((thrown: Error) => thrown)
  expect(error).toMatchObject({ name: 'DataFolderBrokenError', code: 'data_folder_broken' })
  expect((error as Error).message).toContain(`The data folder ${dataDir} ${what}`)
  expect((error as Error).message).toMatch(/; begin anew with "npm start -- --fresh"\.$/)
})

test('a wrong setting is told in the words of PostgreSQL, and the data is not blamed', async () => {
  const start = startEmbeddedPostgres({ dataDir, settings: { no_such_setting: '1' } })
  await expect(start).rejects.toThrow(`PostgreSQL does not start on ${dataDir}: unrecognized configuration parameter`)
})
