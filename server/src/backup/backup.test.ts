import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { CID } from 'multiformats/cid'
import { sha256 } from 'multiformats/hashes/sha2'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/createTestDatabase.ts'
import { createUser } from '../accounts/users.ts'
import { createBlockStore } from '../ipfs/blockStore.ts'
import { createPool } from '../lib/database.ts'
import { insertWorld } from '../routes/testing/insertWorld.ts'
import { createWorld } from '../routes/testing/world.ts'
import { checkBackup, readBackup } from './readBackup.ts'
import { transferDatabase } from './transferDatabase.ts'
import { writeBackup } from './writeBackup.ts'

const RAW = 0x55
const signal = new AbortController().signal

let folder: string
let database: TestDatabase
let pool: pg.Pool
let ipfsDir: string
const targets: TestDatabase[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kindling-backup-'))
  ipfsDir = join(folder, 'ipfs')
  database = await createTestDatabase()
  pool = createPool(database.url, { name: 'test backup' })
  await insertWorld(pool, createWorld())
  await createUser(pool, { username: 'keeper', password: 'correct horse battery', role: 'admin' })
  await pool.query(
    "insert into campaign_hides (chain_id, campaign_address, reason) select chain_id, address, E'tab\\there, \\\\N and a line\\nbreak' from campaigns limit 1",
  )
  const store = createBlockStore({ dir: ipfsDir })
  for (const text of ['one', 'two']) {
    const bytes = new TextEncoder().encode(text)
    const cid = CID.createV1(RAW, await sha256.digest(bytes))
    await store.put(cid, bytes)
    if (text === 'one') await store.pin(cid)
  }
})
afterAll(async () => {
  await pool.end()
  await database.drop()
  for (const target of targets) await target.drop()
  rmSync(folder, { recursive: true, force: true })
})

let n = 0
let target: TestDatabase
beforeEach(async () => {
  n++
  target = await createTestDatabase()
  targets.push(target)
})

const backupTo = (name: string) =>
  writeBackup({ databaseUrl: database.url, ipfsDir, folder: join(folder, name), version: '0.0.0-test', signal })
const restoreFrom = (name: string, overrides: { signal?: AbortSignal } = {}) =>
  readBackup({
    folder: join(folder, name),
    databaseUrl: target.url,
    ipfsDir: join(folder, `restored-${n}`),
    chainDir: undefined,
    signal,
    ...overrides,
  })

async function dump(url: string): Promise<Record<string, string[]>> {
  const reading = createPool(url, { name: 'test dump', max: 1 })
  try {
    const names = (
      await reading.query("select tablename::text as name from pg_tables where schemaname = 'public' order by 1")
    ).rows
    const result: Record<string, string[]> = {}
    for (const { name } of names) {
      if (name === 'schema_migrations') continue
      const { rows } = await reading.query(`select (t.*)::text as row from ${name} t order by 1`)
      result[name] = rows.map(({ row }) => row)
    }
    return result
  } finally {
    await reading.end()
  }
}

describe('a backup', () => {
  test('restored, it is the same rows, blocks, pins and next ids', async () => {
    const manifest = await backupTo('whole')
    expect(manifest.blocks).toEqual({ blocks: 2, bytes: 6, pins: 1 })
    expect(manifest.tables.find(({ name }) => name === 'users')?.rows).toBe(1)
    expect((await checkBackup(join(folder, 'whole'), signal)).tables).toEqual(manifest.tables)
    await restoreFrom('whole')
    expect(await dump(target.url)).toEqual(await dump(database.url))
    const restored = createBlockStore({ dir: join(folder, `restored-${n}`) })
    expect(await restored.verify()).toEqual({ blocks: 2, corrupt: [], incompletePins: [] })
    const reading = createPool(target.url, { name: 'test restored', max: 1 })
    const made = await createUser(reading, { username: 'second', password: 'correct horse battery', role: 'user' })
    await reading.end()
    expect(Number(made.id)).toBe(2)
  })

  test('is not written over another, and not half of it is ever there', async () => {
    await expect(backupTo('whole')).rejects.toThrow(/is not empty: a backup is written into a new folder/)
    const aborted = AbortSignal.abort(new Error('enough'))
    const half = writeBackup({
      databaseUrl: database.url,
      ipfsDir,
      folder: join(folder, 'half'),
      version: '0',
      signal: aborted,
    })
    await expect(half).rejects.toThrow('enough')
    expect(existsSync(join(folder, 'half'))).toBe(false)
    expect(existsSync(join(folder, 'half.partial'))).toBe(false)
  })

  test('is not restored over rows that are there', async () => {
    await restoreFrom('whole')
    await expect(restoreFrom('whole')).rejects.toMatchObject({ code: 'target_not_empty' })
  })

  test('that is damaged restores nothing and says which part it is; mended, the same restore succeeds', async () => {
    await backupTo('damaged')
    const path = join(folder, 'damaged', 'tables', 'users.copy.gz')
    const sound = await readFile(path)
    const faults: [string, Buffer][] = [
      ['changed', gzipSync(gunzipSync(sound).toString().replace('keeper', 'reaper'))],
      ['cut off', sound.subarray(0, sound.length - 12)],
      ['no archive', Buffer.from('rubbish')],
      ['empty', gzipSync('')],
    ]
    for (const [what, bytes] of faults) {
      writeFileSync(path, bytes)
      const wanted = { code: 'backup_damaged', message: expect.stringContaining('users') }
      await expect(checkBackup(join(folder, 'damaged'), signal), what).rejects.toMatchObject(wanted)
      await expect(restoreFrom('damaged'), what).rejects.toMatchObject(wanted)
      expect(Object.values(await dump(target.url)).flat(), what).toEqual([])
    }
    writeFileSync(path, sound)
    await restoreFrom('damaged')
    expect(await dump(target.url)).toEqual(await dump(database.url))
  })

  test('with a damaged block fails its check, and a block is never copied unproved', async () => {
    await backupTo('rotten')
    const blocks = join(folder, 'rotten', 'ipfs', 'blocks')
    const shard = readdirSync(blocks)[0] as string
    const name = readdirSync(join(blocks, shard))[0] as string
    writeFileSync(join(blocks, shard, name), 'rot')
    await expect(checkBackup(join(folder, 'rotten'), signal)).rejects.toMatchObject({ code: 'backup_damaged' })
    await restoreFrom('rotten')
    expect((await createBlockStore({ dir: join(folder, `restored-${n}`) }).stat()).blocks).toBe(1)
  })

  test('of a newer Kindling, or of another format, is refused', async () => {
    await backupTo('newer')
    const path = join(folder, 'newer', 'manifest.json')
    const manifest = JSON.parse(await readFile(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...manifest, migrations: [...manifest.migrations, '9999_future.sql'] }))
    await expect(restoreFrom('newer')).rejects.toMatchObject({ code: 'backup_newer' })
    writeFileSync(path, JSON.stringify({ ...manifest, format: 2 }))
    await expect(restoreFrom('newer')).rejects.toMatchObject({ code: 'backup_newer' })
    writeFileSync(path, 'rubbish')
    await expect(restoreFrom('newer')).rejects.toMatchObject({ code: 'backup_damaged' })
  })
})

describe('the move to another database', () => {
  const move = (overrides: { signal?: AbortSignal; withMessages?: boolean } = {}) =>
    transferDatabase({ from: database.url, to: target.url, withMessages: true, signal, ...overrides })

  test('takes every row, and a second run is refused', async () => {
    const { tables } = await move()
    expect(tables.find(({ name }) => name === 'campaigns')!.rows).toBeGreaterThan(5)
    expect(await dump(target.url)).toEqual(await dump(database.url))
    await expect(move()).rejects.toMatchObject({ code: 'target_not_empty' })
  })

  test('broken off it leaves nothing, and may be repeated', async () => {
    const stop = new AbortController()
    let done = 0
    const broken = transferDatabase({
      from: database.url,
      to: target.url,
      withMessages: true,
      signal: stop.signal,
      onProgress: () => {
        if (++done === 5) stop.abort(new Error('pulled the plug'))
      },
    })
    await expect(broken).rejects.toThrow('pulled the plug')
    expect(Object.values(await dump(target.url)).flat()).toEqual([])
    await move()
    expect(await dump(target.url)).toEqual(await dump(database.url))
  })

  test('leaves out what waits in the embedded broker where another broker takes over', async () => {
    await pool.query("insert into broker_messages (queue, body) values ('kindling.1.0of1', '{}')")
    await move({ withMessages: false })
    expect((await dump(target.url))['broker_messages']).toEqual([])
    await pool.query('delete from broker_messages')
  })

  test('is refused while Kindling runs on the target', async () => {
    const running = createPool(target.url, { name: 'kindling worker', max: 1 })
    await running.query('select 1')
    await expect(move()).rejects.toMatchObject({
      code: 'target_in_use',
      message: expect.stringContaining('kindling worker'),
    })
    await running.end()
  })
})
