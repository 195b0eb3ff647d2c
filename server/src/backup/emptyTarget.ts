import pg from 'pg'
import { connectionConfig } from '../lib/database.ts'
import { KindlingError } from '../lib/errors.ts'
import { listFilled, listTables } from './listTables.ts'
import { listConnectedParts } from './snapshot.ts'

/**
 * Whatever is copied here must not mix with what is there already, and nobody may write meanwhile.
 *
 * @throws KindlingError target_not_empty
 */
export async function assertEmpty(databaseUrl: string): Promise<void> {
  const client = new pg.Client(connectionConfig(databaseUrl, 'kindling copy'))
  await client.connect()
  try {
    const filled = await listFilled(client, await listTables(client))
    if (filled.length > 0) {
      const names = filled.slice(0, 3).join(', ')
      throw new KindlingError('target_not_empty', `The database to be filled is not empty: ${names} hold rows.`)
    }
    const running = await listConnectedParts(client)
    if (running.length > 0) {
      throw new KindlingError(
        'target_in_use',
        `The database to be filled is in use by ${running.join(', ')}: stop it first.`,
      )
    }
  } finally {
    await client.end()
  }
}
