import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
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

export interface MigrateOptions {
  /** Those to apply; all when left out. */
  only?: readonly string[]
  /** Told, by a sentence, whenever a migration has to wait for others. */
  tell?: (waiting: string) => void
}

export interface Migrated {
  applied: string[]
  /** The newest that was there before; null of a database that was empty. */
  version: string | null
}

/** Whoever comes after a change that waits for a table's readers waits with it, the live consumer too. So it waits briefly, and again later. */
const LOCK_TIMEOUT_MS = 3_000
const MOST_PAUSE_MS = 30_000
/** lock_not_available, deadlock_detected. */
const HELD_BY_OTHERS = ['55P03', '40P01']

/**
 * Applies what is missing of `migrations/*.sql`, each in its own transaction. Safe to run twice and by two processes at once, and beside
 * whoever works with the database: one that does not get at a table tries again until it does.
 *
 * @throws KindlingError `migration_failed` when a migration cannot be applied
 */
export async function migrate(databaseUrl: string, options: MigrateOptions = {}): Promise<Migrated> {
  return withClient(databaseUrl, async (client) => {
    // A role may have limits of its own: for what others wait for, not for this.
    await client.query('set statement_timeout = 0; set lock_timeout = 0')
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
      await applyOnceFree(client, name, options)
      applied.push(name)
    }
    return { applied, version: [...done].sort().at(-1) ?? null }
  })
}

async function applyOnceFree(client: pg.Client, name: string, { tell }: MigrateOptions): Promise<void> {
  const sql = await readFile(join(MIGRATIONS_DIR, name), 'utf8')
  for (let pauseMs = 1_000; ; pauseMs = Math.min(2 * pauseMs, MOST_PAUSE_MS)) {
    try {
      return await apply(client, name, sql)
    } catch (error) {
      if (!HELD_BY_OTHERS.includes((error as { code?: string }).code ?? ''))
        throw new KindlingError('migration_failed', `Migration ${name} failed.`, { cause: error })
      tell?.(`Migration ${name} waits for its tables. ${await tellWhoWorks(client)}`)
      await sleep(pauseMs)
    }
  }
}

async function apply(client: pg.Client, name: string, sql: string): Promise<void> {
  try {
    await client.query(`begin; set local lock_timeout = ${LOCK_TIMEOUT_MS}`)
    await client.query(sql)
    await client.query('insert into schema_migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    // Where the connection is gone, that is what there is to tell.
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** Who holds any table: those who hold this one are among them. Since when is told of another role's to members of pg_read_all_stats alone. */
async function tellWhoWorks(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string; pid: number; seconds: number | null }>(
    `select application_name as name, pid, extract(epoch from clock_timestamp() - xact_start)::int as seconds
     from pg_stat_activity
     where pid <> pg_backend_pid() and pid in (
       select l.pid from pg_locks l join pg_class c on c.oid = l.relation
       where l.granted and c.relnamespace <> 'pg_catalog'::regnamespace
         and l.database = (select oid from pg_database where datname = current_database()))
     order by xact_start nulls first limit 10`,
  )
  if (rows.length === 0) return 'Whoever held them has just let go.'
  const each = rows.map(
    ({ name, pid, seconds }) => `${name || 'a client'} (pid ${pid}${seconds === null ? '' : `, for ${seconds} s`})`,
  )
  return `At work on tables: ${each.join(', ')}.`
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
  // Of a connection that is gone the next query tells.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
