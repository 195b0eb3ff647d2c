import type pg from 'pg'
import { KindlingError } from '../lib/errors.ts'
import { listMigrations, migrate } from '../lib/migrate.ts'
import { moveTable, readTable, setSequences, type TableContent, withoutTriggers } from './copyTable.ts'
import { assertEmpty } from './emptyTarget.ts'
import { listSequences, listTables, type Table } from './listTables.ts'
import { withOwnTransaction, withSnapshot } from './snapshot.ts'

export interface Transferred {
  tables: ({ name: string } & TableContent)[]
}

/** What waits in the embedded broker; another one is sent it again. */
const BROKER_TABLE = 'broker_messages'

/**
 * Copies every table of one database into another, which must be empty, in one transaction: a run that fails leaves nothing, and the
 * next begins anew. Each table is read back from the target and compared before anything counts.
 *
 * @throws KindlingError target_not_empty, target_in_use, copy_differs, schema_differs
 */
export async function transferDatabase(options: {
  from: string
  to: string
  /** False where the target works with another broker. */
  withMessages: boolean
  signal: AbortSignal
  onProgress?: (table: string, done: number, total: number) => void
}): Promise<Transferred> {
  const { from, to, signal, onProgress } = options
  await assertEmpty(to)
  await migrate(to)
  return withSnapshot(from, async (source) => {
    await assertMigrated(source)
    const tables = (await listTables(source)).filter(({ name }) => options.withMessages || name !== BROKER_TABLE)
    const moved: Transferred['tables'] = []
    await withOwnTransaction(to, async (target) => {
      await withoutTriggers(target, tables, async () => {
        for (const table of tables) {
          signal.throwIfAborted()
          moved.push({ name: table.name, ...(await moveTable(source, target, table)) })
          onProgress?.(table.name, moved.length, tables.length)
        }
      })
      await setSequences(target, await listSequences(source))
      for (const table of tables) await assertSame(target, table, moved)
    })
    return { tables: moved }
  })
}

async function assertSame(target: pg.ClientBase, table: Table, moved: Transferred['tables']): Promise<void> {
  const found = await readTable(target, table)
  const wanted = moved.find(({ name }) => name === table.name)
  if (wanted?.rows === found.rows && wanted.sha256 === found.sha256) return
  throw new KindlingError(
    'copy_differs',
    `The table ${table.name} has ${found.rows} rows in the target and ${wanted?.rows} in the source, or other contents.`,
  )
}

async function assertMigrated(source: pg.ClientBase): Promise<void> {
  const { rows } = await source.query<{ name: string }>('select name from schema_migrations')
  const done = new Set(rows.map(({ name }) => name))
  const missing = (await listMigrations()).filter((name) => !done.has(name))
  if (missing.length === 0) return
  throw new KindlingError(
    'schema_differs',
    `The source lacks the migration ${missing[0]}: run "kindling migrate" first.`,
  )
}
