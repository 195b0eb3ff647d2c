import { join } from 'node:path'
import type { Command } from 'commander'
import { findEmbeddedPostgres } from '../../embedded/findEmbeddedPostgres.ts'
import { startEmbeddedPostgres } from '../../embedded/postgres.ts'
import { getMigrationStatus, migrate } from '../../lib/migrate.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, table } from '../say.ts'

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to this version; safe to run twice and by two processes at once')
    .option('--status', 'only show which migrations were applied, and when')
    .action((options: { status?: boolean }) =>
      runProcess({ name: 'migrate', defaultLogLevel: 'warn' }, (context) => run(context, options)),
    )
}

async function run(context: ProcessContext, options: { status?: boolean }): Promise<void> {
  const url = await findDatabase(context)
  if (options.status) {
    const status = await getMigrationStatus(url)
    say(
      table(
        ['migration', 'applied'],
        status.map(({ name, appliedAt }) => [name, appliedAt?.toISOString() ?? 'not yet']),
      ),
    )
    return
  }
  const { applied } = await migrate(url)
  say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
}

/** Without migrating it, which is what `openDatabase` would do. */
async function findDatabase({ config, shutdown }: ProcessContext): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl
  const dataDir = join(config.dataDir, 'postgres')
  const running = await findEmbeddedPostgres(dataDir)
  if (running !== null) return running
  const server = await startEmbeddedPostgres({ dataDir })
  shutdown.defer('PostgreSQL', () => server.stop())
  return server.url
}
