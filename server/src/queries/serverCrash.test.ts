import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startEmbeddedPostgres } from '../embedded/postgres.ts'
import { createPool } from '../lib/database.ts'
import { migrate } from '../lib/migrate.ts'
import { insertWorld } from '../routes/testing/insertWorld.ts'
import { openTestApi } from '../routes/testing/openTestApi.ts'
import { CHAIN_ID, createWorld } from '../routes/testing/world.ts'
import { getChainPosition, getSeen } from './getChainPosition.ts'
import { serverStart } from './serverStart.ts'
import { run, sql } from './sql.ts'

test('after a crash of PostgreSQL, which gives numbers of lost transactions out again, nothing is taken for what was seen before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-crash-'))
  // PostgreSQL may have to be somebody else than who runs this.
  chmodSync(folder, 0o755)
  // What ends without a commit is written late, so that the crash loses it.
  const settings = { autovacuum: 'off', wal_writer_delay: '10s' }
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings })
  try {
    await migrate(server.url)
    const pool = createPool(server.url)
    await insertWorld(pool, createWorld())
    const api = await openTestApi({ databaseUrl: server.url })
    const startOf = async () => (await run<{ start: number }>(pool, sql`select ${serverStart} as start`))[0]!.start
    const change = "select add_to_feed($1, 'moderation', null, null, null)"
    try {
      const before = await startOf()
      const victim = new pg.Client({ connectionString: server.url })
      victim.on('error', () => {})
      await victim.connect()
      const { rows } = await victim.query('select pg_backend_pid() as pid')
      await pool.query('checkpoint')
      const lost = await pool.connect()
      await lost.query('begin')
      await lost.query(change, [CHAIN_ID])
      await lost.query('rollback')
      lost.release()
      for (let i = 0; i < 4; i++) await api.app.positions.of(CHAIN_ID)
      const { seen } = await getSeen(pool)

      process.kill(rows[0].pid, 'SIGKILL')
      await delay(300)
      for (;;) {
        const isBack = await pool.query(change, [CHAIN_ID]).then(
          () => true,
          () => false,
        )
        if (isBack) break
        await delay(50)
      }
      // The same number, of another transaction.
      const now = await getSeen(pool)
      expect(now.seen!.split(' ')[1]).toBe(seen!.split(' ')[1])
      expect(now.seen).not.toBe(seen)
      expect(await startOf()).toBeGreaterThan(before)
      const position = await getChainPosition(pool, CHAIN_ID)
      await expect
        .poll(async () => (await api.app.positions.of(CHAIN_ID).catch(() => undefined))?.version)
        .toBeDefined()
      expect((await api.app.positions.of(CHAIN_ID))!.version).toBe(position!.version)
    } finally {
      await api.close()
      await pool.end()
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
