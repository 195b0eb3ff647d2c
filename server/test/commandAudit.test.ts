import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CLI } from '../src/audit/cliActor.ts'
import { readEmbeddedUrl } from '../src/embedded/findEmbeddedPostgres.ts'
import { blockPath } from '../src/ipfs/blockFiles.ts'
import { blockKey, parseCid } from '../src/ipfs/cid.ts'
import { createPool } from '../src/lib/database.ts'
import { listMigrations, migrate } from '../src/lib/migrate.ts'
import { startKindling } from './operations/kindling.ts'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { runKindling } from './support/runKindling.ts'
import { quietLogger } from './support/startPipeline.ts'

// Each command is a process of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let folder: string
let database: TestDatabase
let pool: pg.Pool
let chain: TestChain
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kindling-audit-'))
  database = await createTestDatabase()
  pool = createPool(database.url, { name: 'test', logger: quietLogger })
  chain = await createTestChain()
})
afterAll(async () => {
  await pool.end()
  await database.drop()
  await chain.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function kindling(args: string[], env: Record<string, string> = {}): Promise<string> {
  const { code, text, stderr } = await runKindling(args, {
    DATABASE_URL: database.url,
    KINDLING_DATA_DIR: join(folder, 'data'),
    RPC_URL: chain.rpcUrl,
    CHAIN_ID: String(chain.chainId),
    FACTORY_ADDRESS: chain.factoryAddress,
    ...env,
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return text
}

/** What was written down since the last look. */
async function entries(of: pg.Pool = pool) {
  const { rows } = await of.query('select id, actor, action, subject, before, after from admin_log where id > $1', [
    seen,
  ])
  seen = Math.max(seen, ...rows.map(({ id }) => id))
  return rows
}
let seen = 0

const actor = CLI.name

describe('every command that changes something is in the audit log', () => {
  test('under the name of the operating system’s user', async () => {
    expect(actor).toMatch(/^cli:.+/)
    await kindling(['user', 'create', 'ada', 'staff', '--generate'])
    expect(await entries()).toMatchObject([{ actor, action: 'user.create', after: { username: 'ada', role: 'staff' } }])
  })

  test('what is stored, removed and found rotten among the blocks', async () => {
    const file = join(folder, 'words.txt')
    writeFileSync(file, 'a text that is kept')
    const cid = await kindling(['ipfs', 'import', file])
    expect(await entries()).toMatchObject([
      { actor, action: 'ipfs.import', subject: `ipfs:${cid}`, after: { file, roots: [cid], pinned: true } },
    ])
    writeFileSync(file, 'a text that is not')
    await kindling(['ipfs', 'import', file, '--no-pin'])
    await kindling(['ipfs', 'gc', '--to', '0'])
    expect(await entries()).toMatchObject([
      { action: 'ipfs.import', after: { pinned: false } },
      { actor, action: 'ipfs.gc', after: { to: 0, removedBlocks: 1 } },
    ])

    await kindling(['ipfs', 'verify'])
    expect(await entries(), 'nothing was wrong').toEqual([])
    await truncate(blockPath(join(folder, 'data', 'ipfs'), blockKey(parseCid(cid))), 3)
    await runKindling(['ipfs', 'verify'], { DATABASE_URL: database.url, KINDLING_DATA_DIR: join(folder, 'data') })
    expect(await entries()).toMatchObject([{ actor, action: 'ipfs.repair', after: { removed: [expect.any(String)] } }])
  })

  test('content needs no database, and one that is away is said', async () => {
    const env = { KINDLING_DATA_DIR: join(folder, 'alone') }
    expect(await runKindling(['ipfs', 'gc'], env)).toMatchObject({ code: 0, stderr: '' })
    const away = await runKindling(['ipfs', 'gc'], { ...env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
    expect(away.code).toBe(0)
    expect(away.stderr).toMatch(/^kindling: done, but not written into the audit log\. .+\n$/)
  })

  test('an upgrade of the database, and neither its making nor an upgrade to what it is', async () => {
    const older = await createTestDatabase()
    const all = await listMigrations()
    const of = createPool(older.url, { name: 'test', logger: quietLogger, max: 1 })
    try {
      await of.query('drop schema public, graphile_worker cascade; create schema public')
      await kindling(['migrate'], { DATABASE_URL: older.url })
      expect((await of.query('select count(*) from admin_log')).rows).toEqual([{ count: 0 }])

      await of.query('drop schema public, graphile_worker cascade; create schema public')
      await migrate(older.url, { only: all.slice(0, -1) })
      expect(await kindling(['migrate'], { DATABASE_URL: older.url })).toBe(`Applied ${all.at(-1)}.`)
      await kindling(['migrate'], { DATABASE_URL: older.url })
      expect((await of.query('select actor, action, before, after from admin_log')).rows).toMatchObject([
        { actor, action: 'database.migrate', before: { version: all.at(-2) }, after: { version: all.at(-1) } },
      ])
    } finally {
      await of.end()
      await older.drop()
    }
  })

  test('what is done to the pipeline', async () => {
    await kindling(['broker', 'purge', '--yes'])
    const purged = await entries()
    expect(purged.map(({ subject }) => subject)).toContain(`queue:kindling.${chain.chainId}.0of1`)
    for (const entry of purged) expect(entry).toMatchObject({ actor, action: 'queue.purge', before: { waiting: 0 } })
    await kindling(['broker', 'repartition', '--partitions', '2'])
    await kindling(['broker', 'repartition', '--partitions', '1'])
    expect(await entries()).toMatchObject([
      { actor, action: 'chain.repartition', after: { partitions: 2 } },
      { actor, action: 'chain.repartition', before: { partitions: 2 }, after: { partitions: 1 } },
    ])
    await kindling(['metadata', 'refresh', '--all'])
    expect(await entries()).toMatchObject([{ actor, action: 'metadata.refresh', subject: 'metadata' }])
  })

  test('a beginning anew, as the first entry of the new log', async () => {
    const dataDir = join(folder, 'embedded')
    mkdirSync(join(dataDir, 'ipfs'), { recursive: true })
    const running = startKindling(['start', '--fresh'], {
      KINDLING_DATA_DIR: dataDir,
      RPC_URL: chain.rpcUrl,
      CHAIN_ID: String(chain.chainId),
      FACTORY_ADDRESS: chain.factoryAddress,
      PORT: '0',
    })
    await running.says('Ready after')
    const of = createPool(readEmbeddedUrl(join(dataDir, 'postgres'))!, { name: 'test', logger: quietLogger, max: 1 })
    const { rows } = await of.query('select actor, action, subject, before from admin_log order by id')
    await of.end()
    expect(await running.stop()).toMatchObject({ code: 0 })
    expect(rows).toMatchObject([
      { actor, action: 'deployment.fresh', subject: 'deployment', before: { data: ['ipfs'] } },
      { actor, action: 'user.create' },
    ])
  })

  test('a deployment of contracts, and no dry run', async () => {
    const words = ['contracts', 'deploy', '--rpc', chain.rpcUrl, '--unlocked', chain.accounts[3]!, '--yes', '--json']
    await kindling([...words, '--confirmations', '1', '--dry-run'])
    expect(await entries()).toEqual([])
    const deployed = JSON.parse(await kindling([...words, '--confirmations', '1']))
    expect(await entries()).toMatchObject([
      {
        actor,
        action: 'contracts.deploy',
        subject: `factory:${chain.chainId}:${deployed.factory_address}`,
        after: { from: chain.accounts[3]!.toLowerCase(), transaction: deployed.transaction },
      },
    ])
  })

  test('a backup where it was made, and its restore where it came to', async () => {
    const backup = join(folder, 'backup')
    await kindling(['backup', backup])
    expect(await entries()).toMatchObject([{ actor, action: 'backup.write', subject: `backup:${backup}` }])
    const target = await createTestDatabase()
    const of = createPool(target.url, { name: 'test', logger: quietLogger, max: 1 })
    try {
      await kindling(['restore', backup], { DATABASE_URL: target.url, KINDLING_DATA_DIR: join(folder, 'restored') })
      const { rows } = await of.query('select actor, action, subject from admin_log order by id desc limit 2')
      // The entries of before came with it; its own writing is not in a backup.
      expect(rows).toMatchObject([
        { actor, action: 'backup.restore', subject: `backup:${backup}` },
        { action: 'contracts.deploy' },
      ])
    } finally {
      await of.end()
      await target.drop()
    }
  })
})
