import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type pg from 'pg'
import type { Manifest } from '../../backup/manifest.ts'
import { checkBackup, readBackup } from '../../backup/readBackup.ts'
import { writeBackup } from '../../backup/writeBackup.ts'
import { createRabbitmqBroker } from '../../broker/rabbitmqBroker.ts'
import { controlQueue, laneQueue, lanesOf } from '../../broker/topology.ts'
import { lockDataFolder } from '../../embedded/lock.ts'
import { createPool } from '../../lib/database.ts'
import { chainStateSettled } from '../chainStateSettled.ts'
import { readLocalChain } from '../openChain.ts'
import { findServer, openDatabase } from '../openDatabase.ts'
import { recordCommand } from '../recordCommand.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, startProgress } from '../say.ts'
import { version } from '../version.ts'

const BACKUP_HELP = `
Works beside a running Kindling, on the embedded PostgreSQL and on one of DATABASE_URL: the tables as they are at one moment, the block
store, and the local chain where there is one. The folder appears when it is whole. It holds password hashes: keep it safe.

  kindling backup /backups/$(date +%F)
  kindling restore --check /backups/2026-11-25    reads it through`

const RESTORE_HELP = `
Stop Kindling first. The database (DATABASE_URL, or the embedded one of a new KINDLING_DATA_DIR) must be empty. The tables are loaded under the
schema of the backup, compared with it, and brought to this version; all of it or nothing. What waits in RABBITMQ_URL is thrown away, as it
is of another time. Then start Kindling: it reads what the chain did since the backup.`

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write everything that cannot be had again from elsewhere into a folder: tables with accounts, blocks')
    .argument('<folder>', 'a new folder')
    .option('--json', 'for programs')
    .addHelpText('after', BACKUP_HELP)
    .action((folder: string, options: { json?: boolean }) =>
      runProcess({ name: 'backup', defaultLogLevel: 'warn' }, (context) => backup(context, resolve(folder), options)),
    )
}

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('fill an empty database and block store from a backup')
    .argument('<folder>', 'what "kindling backup" wrote')
    .option('--check', 'only read the backup through, and restore nothing')
    .option('--json', 'for programs')
    .addHelpText('after', RESTORE_HELP)
    .action((folder: string, options: { check?: boolean; json?: boolean }) =>
      runProcess({ name: 'restore', defaultLogLevel: 'warn' }, (context) => restore(context, resolve(folder), options)),
    )
}

async function backup(context: ProcessContext, folder: string, options: { json?: boolean }): Promise<void> {
  const { config, logger, shutdown } = context
  const database = await openDatabase(config, logger, shutdown, 'kindling backup')
  const local = config.rpcUrls.length === 0 && config.chains.length === 0 ? readLocalChain(config) : null
  const progress = options.json ? undefined : startProgress(`backup into ${folder}`)
  const manifest = await writeBackup({
    databaseUrl: database.url,
    ipfsDir: join(config.dataDir, 'ipfs'),
    ...(local
      ? { localChain: { dir: join(config.dataDir, 'chain'), settled: () => chainStateSettled(config, local) } }
      : {}),
    folder,
    version,
    signal: shutdown.signal,
    onProgress: (_what, done, total) => progress?.update(done, total || done),
  })
  progress?.end()
  await recordCommand(database.pool, {
    action: 'backup.write',
    subject: `backup:${folder}`,
    after: summaryOf(manifest),
  })
  report(folder, manifest, options)
}

async function restore(
  context: ProcessContext,
  folder: string,
  options: { check?: boolean; json?: boolean },
): Promise<void> {
  const { config, logger, shutdown } = context
  if (options.check) {
    report(folder, await checkBackup(folder, shutdown.signal), options)
    if (!options.json) say('  The backup is whole.')
    return
  }
  const lock = lockDataFolder(config.dataDir)
  shutdown.defer('data folder', () => lock.release())
  const { url } = await findServer(config, logger, shutdown, { own: true })
  const progress = options.json ? undefined : startProgress(`restore from ${folder}`)
  const manifest = await readBackup({
    folder,
    databaseUrl: url,
    ipfsDir: join(config.dataDir, 'ipfs'),
    chainDir: config.rpcUrls.length === 0 && config.chains.length === 0 ? join(config.dataDir, 'chain') : undefined,
    signal: shutdown.signal,
    onProgress: (_what, done, total) => progress?.update(done, total || done),
  })
  progress?.end()
  const pool = createPool(url, { name: 'kindling restore', logger, max: 1 })
  shutdown.defer('database pool', () => pool.end())
  if (config.rabbitmqUrl !== undefined) await emptyQueues(context, pool)
  await recordCommand(pool, { action: 'backup.restore', subject: `backup:${folder}`, after: summaryOf(manifest) })
  report(folder, manifest, options)
  if (!options.json)
    say('  Start Kindling now: it reads what the chain did since. Then "kindling verify" proves the tables.')
}

/** Messages of a later time would make the lanes wait for epochs that the restored producer is yet to reach. */
async function emptyQueues({ config, logger, shutdown }: ProcessContext, pool: pg.Pool): Promise<void> {
  const broker = createRabbitmqBroker({ url: config.rabbitmqUrl as string, logger })
  shutdown.defer('broker', () => broker.close())
  const { rows } = await pool.query<{ chain_id: number; partitions: number | null }>(
    'select chain_id, partitions from chains',
  )
  for (const { chain_id, partitions } of rows) {
    const lanes = lanesOf(chain_id, partitions ?? config.consumerPartitions)
    for (const queue of [...lanes.map(laneQueue), controlQueue(chain_id)]) await broker.purge(queue)
  }
}

function summaryOf({ version: by, createdAt, chains, migrations, tables, blocks: content }: Manifest) {
  const { blocks, bytes, pins } = content
  return {
    version: by,
    created_at: createdAt,
    tables: tables.length,
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    blocks,
    bytes,
    pins,
    chains: chains.map(({ chainId, block }) => ({ chain_id: chainId, block })),
    schema: migrations.at(-1),
  }
}

function report(folder: string, manifest: Manifest, options: { json?: boolean }): void {
  const summary = summaryOf(manifest)
  if (options.json) {
    say(JSON.stringify({ folder, ...summary }))
    return
  }
  const { rows, tables, blocks, bytes, pins, created_at, version: by, schema, chains } = summary
  say(`  ${rows} rows in ${tables} tables, ${blocks} blocks (${(bytes / 1e6).toFixed(1)} MB), ${pins} pins`)
  say(`  of ${created_at}, Kindling ${by}, schema ${schema}`)
  for (const { chain_id, block } of chains) say(`  chain ${chain_id} at block ${block}`)
}
