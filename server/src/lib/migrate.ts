import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import packageFile from '../../package.json' with { type: 'json' }
import { connectionConfig } from './database.ts'
import { KindlingError } from './errors.ts'

const MIGRATIONS_DIR = join(import.meta.dirname, '../../migrations')
/** Any fixed number: two processes that migrate at once take turns by it. */
const MIGRATION_LOCK = 7_350_001

export interface MigrationStatus {
  name: string
  appliedAt: Date | null
}

export interface Migrated {
  applied: string[]
  /** The newest that was there before; null of a database that was empty. */
  version: string | null
}

/**
 * Applies what is missing of `migrations/*.sql`, each in its own transaction. Safe to run twice and by two processes at once.
 *
 * @param options.only those to apply; all when left out
 */
export async function migrate(databaseUrl: string, options: { only?: readonly string[] } = {}): Promise<Migrated> {
  return withClient(databaseUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(
      'create table if not exists schema_migrations (name varchar(255) primary key, applied_at timestamptz not null default now())',
    )
    // The job queue's own schema, by its library's migrations; ours may refer to it.
    await migrateJobQueue(client, databaseUrl)
    const done = new Set((await client.query('select name from schema_migrations')).rows.map((row) => row.name))
    const applied: string[] = []
    for (const name of await listMigrations()) {
      if (done.has(name) || options.only?.includes(name) === false) continue
      const sql = await readFile(join(MIGRATIONS_DIR, name), 'utf8')
      try {
        await client.query('begin')
        await client.query(sql)
        await client.query('insert into schema_migrations (name) values ($1)', [name])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new KindlingError('migration_failed', `Migration ${name} failed.`, { cause: error })
      }
      applied.push(name)
    }
    return { applied, version: [...done].sort().at(-1) ?? null }
  })
}

/** Every migration in the folder, with the time it was applied to this database. */
export async function getMigrationStatus(databaseUrl: string): Promise<MigrationStatus[]> {
  return withClient(databaseUrl, async (client) => {
    const table = await client.query("select to_regclass('schema_migrations') as name")
    const rows =
      table.rows[0].name === null ? [] : (await client.query('select name, applied_at from schema_migrations')).rows
    const applied = new Map<string, Date>(rows.map((row) => [row.name, row.applied_at]))
    return (await listMigrations()).map((name) => ({ name, appliedAt: applied.get(name) ?? null }))
  })
}

/** Their file names, in order. */
export async function listMigrations(): Promise<string[]> {
  return (await readdir(MIGRATIONS_DIR)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort()
}

/** The version that brought the queue's schema to where it is stands in its comment: most starts need not load the library for it. */
async function migrateJobQueue(client: pg.Client, databaseUrl: string): Promise<void> {
  const wanted = `graphile-worker ${packageFile.dependencies['graphile-worker']}`
  const { rows } = await client.query(
    "select obj_description(to_regnamespace('graphile_worker'), 'pg_namespace') as version",
  )
  if (rows[0].version === wanted) return
  const { Logger: JobLogger, runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString: databaseUrl, logger: new JobLogger(() => () => {}) })
  // A role that only works with the schema may not say so; then each start looks.
  const owner = await client.query(
    "select pg_has_role(nspowner, 'usage') as is_own from pg_namespace where nspname = 'graphile_worker'",
  )
  if (owner.rows[0].is_own) {
    await client.query(`comment on schema graphile_worker is ${client.escapeLiteral(wanted)}`)
  }
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionConfig(databaseUrl, 'kindling migrate'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
