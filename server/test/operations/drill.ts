import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { parseEther } from 'viem'
import { readEmbeddedUrl } from '../../src/embedded/findEmbeddedPostgres.ts'
import { freePort } from '../../src/embedded/freePort.ts'
import { createPool } from '../../src/lib/database.ts'
import { createTestChain, type TestChain } from '../support/createTestChain.ts'
import { startPrivatePostgres } from '../support/privatePostgres.ts'
import { readTables } from '../support/projectionRows.ts'
import { waitFor } from '../support/waitFor.ts'
import { runKindling, startKindling } from './kindling.ts'

/** What each part of the drill showed. */
export interface DrillReport {
  /** How each `kindling start` ended after SIGTERM. */
  ends: { code: number | null; ms: number }[]
  embedded: {
    rowsBefore: number
    donationsAfterBackup: number
    verified: boolean
    sameRows: boolean
    accountKept: boolean
  }
  moved: { verified: boolean; sameRows: boolean; accountKept: boolean; secondRunRefused: boolean }
  dumped: { verified: boolean; sameRows: boolean; accountKept: boolean; donationsAfterBackup: number }
}

const ACCOUNT = 'drill-keeper'
const execute = promisify(execFile)

/**
 * Backup, wipe, restore, catch up, verify, with the commands an operator types, on a chain of its own: first the embedded PostgreSQL by
 * `kindling backup`; then everything moves to the system's PostgreSQL by `kindling migrate-to`; there again by pg_dump.
 */
export async function runDrill(say: (line: string) => void = () => {}): Promise<DrillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-drill-'))
  const chain = await createTestChain()
  const system = await startPrivatePostgres()
  try {
    const campaign = (await chain.createCampaign({ goalWei: parseEther('3') })).address
    await donate(chain, campaign, 5)
    const env = {
      KINDLING_DATA_DIR: join(folder, 'data'),
      RPC_URL: chain.rpcUrl,
      FACTORY_ADDRESS: chain.factoryAddress,
      POLL_INTERVAL_SECONDS: '0.05',
      PORT: String(await freePort()),
      LOG_LEVEL: 'warn',
    }

    say('embedded: index, add an account, back up while it runs')
    const first = await startAtHead(env, chain)
    await runKindling(['user', 'create', ACCOUNT, 'admin', '--generate'], env)
    await runKindling(['backup', join(folder, 'backup')], env)
    await runKindling(['restore', '--check', join(folder, 'backup')], env)
    say('embedded: donations after the backup, then the data is wiped')
    await donate(chain, campaign, 3)
    await atHead(env, chain)
    const before = await rowsOf(env)
    const ends = [await first.stop()]
    rmSync(env.KINDLING_DATA_DIR, { recursive: true })
    say('embedded: restore, catch up, verify')
    await runKindling(['restore', join(folder, 'backup')], env)
    const second = await startAtHead(env, chain)
    const embedded = {
      rowsBefore: countRows(before),
      donationsAfterBackup: 3,
      ...(await judge(env, before)),
    }

    say('system PostgreSQL: migrate-to')
    const target = { ...env, DATABASE_URL: system.urlOf('moved') }
    await administer(system.urlOf('postgres'), 'create database moved', 'create database restored')
    ends.push(await second.stop())
    const move = ['migrate-to', '--database-url', target.DATABASE_URL]
    await runKindling(move, env)
    const secondRunRefused = await runKindling(move, env).then(
      () => false,
      (error: Error) => /is not empty/.test(error.message),
    )
    await donate(chain, campaign, 2)
    const third = await startAtHead(target, chain)
    const moved = { ...(await judge(target, null)), secondRunRefused }

    say('system PostgreSQL: pg_dump, drop, pg_restore, catch up, verify')
    const dump = join(folder, 'kindling.dump')
    await execute(join(system.bin, 'pg_dump'), ['--format=custom', `--file=${dump}`, target.DATABASE_URL])
    await donate(chain, campaign, 4)
    await atHead(target, chain)
    const beforeDrop = await rowsOf(target)
    ends.push(await third.stop())
    await administer(system.urlOf('postgres'), 'drop database moved')
    const restored = { ...env, DATABASE_URL: system.urlOf('restored') }
    await execute(join(system.bin, 'pg_restore'), [
      '--no-owner',
      '--exit-on-error',
      `--dbname=${restored.DATABASE_URL}`,
      dump,
    ])
    const fourth = await startAtHead(restored, chain)
    const dumped = { ...(await judge(restored, beforeDrop)), donationsAfterBackup: 4 }
    ends.push(await fourth.stop())
    return { ends, embedded, moved, dumped }
  } finally {
    await system.stop()
    await chain.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Env = Record<string, string>

async function startAtHead(env: Env, chain: TestChain) {
  const running = startKindling(['start'], env)
  await running.says('Ready after')
  await atHead(env, chain)
  return running
}

async function donate(chain: TestChain, campaign: `0x${string}`, count: number): Promise<void> {
  for (let i = 0; i < count; i++)
    await chain.donate({ campaign, donor: chain.accounts[i + 1]!, amountWei: parseEther('0.1') + BigInt(i) })
}

async function withDatabase<T>(env: Env, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const url = env['DATABASE_URL'] ?? readEmbeddedUrl(join(env['KINDLING_DATA_DIR']!, 'postgres'))
  if (url === null) throw new Error('there is no database')
  const pool = createPool(url, { name: 'drill', max: 1 })
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

async function atHead(env: Env, chain: TestChain): Promise<void> {
  const { number } = await chain.client.getBlock()
  await waitFor(`the tables are at block ${number}`, () =>
    withDatabase(env, async (pool) => {
      const { rows } = await pool.query('select last_block from consumer_state')
      return rows.length > 0 && rows.every((row) => row.last_block === Number(number))
    }),
  )
}

const rowsOf = (env: Env) =>
  withDatabase(env, async (pool) => {
    const client = await pool.connect()
    return readTables(client).finally(() => client.release())
  })

const countRows = (tables: Record<string, string[]>) =>
  Object.values(tables).reduce((sum, rows) => sum + rows.length, 0)

async function judge(env: Env, expected: Record<string, string[]> | null) {
  const verified = (await runKindling(['verify'], env)).includes('Everything agrees.')
  const rows = await rowsOf(env)
  const accountKept = await withDatabase(env, async (pool) => {
    const { rows: found } = await pool.query("select from users where username = $1 and role = 'admin'", [ACCOUNT])
    return found.length === 1
  })
  return { verified, accountKept, sameRows: expected === null || JSON.stringify(rows) === JSON.stringify(expected) }
}

async function administer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

if (import.meta.main) {
  const report = await runDrill((line) => process.stdout.write(`${line}\n`))
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
}
