import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { databaseUrl, type TestCluster, withClient } from './testCluster.ts'

export interface TestDatabase {
  url: string
  /** Drops it. Throws if something is still connected: a leaked connection is a bug of whoever opened it. */
  drop(): Promise<void>
}

/** A client's `end()` returns before its server process has gone. */
const leaveTimeoutMs = 2_000

/**
 * A migrated database of its own for a test (file), cloned from the run's template.
 * @param cluster for programs outside vitest (`openTestCluster`); within it, the run's
 */
export async function createTestDatabase(cluster?: TestCluster): Promise<TestDatabase> {
  const { adminUrl, templateName, namePrefix, cloneStrategy } = cluster ?? (await clusterOfRun())
  const name = `${namePrefix}_${randomBytes(4).toString('hex')}`
  await withClient(adminUrl, (client) => clone(client, name, templateName, cloneStrategy))
  return { url: databaseUrl(adminUrl, name), drop: () => withClient(adminUrl, (client) => drop(client, name)) }
}

async function clusterOfRun(): Promise<TestCluster> {
  const { inject } = await import('vitest')
  const response = await fetch(inject('testClusterUrl'))
  if (!response.ok) throw new Error(`the test cluster did not start: ${await response.text()}`)
  return (await response.json()) as TestCluster
}

async function clone(client: pg.Client, name: string, templateName: string, strategy: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    // One at a time: clones made at once wait for each other's checkpoints. Ends with the connection.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [templateName])
    try {
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${templateName} STRATEGY ${strategy}`)
      return
    } catch (error) {
      // object_in_use: an autovacuum worker looked into the template.
      if ((error as { code?: string }).code !== '55006' || attempt === 10) throw error
      await delay(50 * attempt)
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtext($1))', [templateName])
    }
  }
}

async function drop(client: pg.Client, name: string): Promise<void> {
  const deadline = Date.now() + leaveTimeoutMs
  let connected = await connections(client, name)
  while (connected.length > 0 && Date.now() < deadline) {
    await delay(10)
    connected = await connections(client, name)
  }
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  if (connected.length > 0) {
    throw new Error(`${connected.length} connections to the test database were left open: ${connected.join('; ')}`)
  }
}

async function connections(client: pg.Client, name: string): Promise<string[]> {
  const { rows } = await client.query<{ application_name: string; state: string | null; query: string }>(
    `SELECT application_name, state, query FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`,
    [name],
  )
  return rows.map((row) => `${row.application_name || 'no application_name'} (${row.state}): ${row.query}`)
}
