import { createPool } from '../lib/database.ts'
import { type Migrated, migrate } from '../lib/migrate.ts'
import { recordCommand } from './recordCommand.ts'

/**
 * Brings a database to this version, and writes an upgrade down. Of a new one there is nothing to tell, and it must stay empty for
 * `kindling restore`.
 *
 * @param tell as in {@link migrate}
 */
export async function migrateDatabase(url: string, tell: (waiting: string) => void): Promise<Migrated> {
  const migrated = await migrate(url, { tell })
  const { applied, version } = migrated
  if (version === null || applied.length === 0) return migrated
  const pool = createPool(url, { name: 'kindling migrate', max: 1 })
  try {
    await recordCommand(pool, {
      action: 'database.migrate',
      subject: 'database',
      before: { version },
      after: { version: applied.at(-1), applied },
    })
  } finally {
    await pool.end()
  }
  return migrated
}
