import type { Command } from 'commander'
import { getMigrationStatus } from '../../lib/migrate.ts'
import { migrateDatabase } from '../migrateDatabase.ts'
import { findServer } from '../openDatabase.ts'
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
  const { config, logger, shutdown } = context
  const { url } = await findServer(config, logger, shutdown)
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
  const { applied } = await migrateDatabase(url, (waiting) => logger.warn(waiting))
  say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
}
