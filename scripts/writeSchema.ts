import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { dumpSchema } from '../server/src/lib/dumpSchema.ts'
import { createTestDatabase } from '../server/test/support/createTestDatabase.ts'
import { openTestCluster } from '../server/test/support/testCluster.ts'

// Writes server/schema.sql: what the migrations make of an empty database, to be read and to be compared by a test.
const cluster = await openTestCluster()
const database = await createTestDatabase(cluster)
const client = new pg.Client(database.url)
await client.connect()
writeFileSync(join(import.meta.dirname, '../server/schema.sql'), await dumpSchema(client))
await client.end()
await database.drop()
await cluster.close()
