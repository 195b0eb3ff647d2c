import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { ConfigError } from '../lib/errors.ts'
import { copyBlocks, copyWhole, filesUnder } from './copyBlocks.ts'
import { readTable } from './copyTable.ts'
import { listSequences, listTables } from './listTables.ts'
import { BACKUP_FORMAT, type Manifest, tableFile, writeManifest } from './manifest.ts'
import { withSnapshot } from './snapshot.ts'

export interface BackupOptions {
  databaseUrl: string
  /** The block store. */
  ipfsDir: string
  /** The local chain's folder, where there is one. `settled` resolves when its state is on the disk as it was at the call or later. */
  localChain?: { dir: string; settled(): Promise<void> } | undefined
  /** Where the backup goes; must not exist yet, or be empty. */
  folder: string
  version: string
  signal: AbortSignal
  onProgress?: (what: string, done: number, total: number) => void
}

/**
 * Writes a backup while everything runs: the tables as they were at one moment, then blocks and chain, which may be newer than that.
 * It appears under its name only when it is whole.
 *
 * @throws ConfigError when the folder is taken
 */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const { folder, signal, onProgress } = options
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw new ConfigError(`${folder} is not empty: a backup is written into a new folder.`)
  }
  const unfinished = `${folder}.partial`
  await rm(unfinished, { recursive: true, force: true })
  // It holds password hashes: for its owner alone.
  await mkdir(join(unfinished, 'tables'), { recursive: true, mode: 0o700 })
  try {
    const database = await withSnapshot(options.databaseUrl, (client) =>
      writeTables(client, unfinished, signal, onProgress),
    )
    const blocks = await copyBlocks(options.ipfsDir, join(unfinished, 'ipfs'), {
      signal,
      onProgress: (done) => onProgress?.('blocks', done, 0),
    })
    const localChain = options.localChain
    if (localChain) {
      // Never older than the tables: they would tell of blocks that the restored chain has not.
      await localChain.settled()
      for (const name of await filesUnder(localChain.dir))
        if (name.endsWith('.json')) await copyWhole(join(localChain.dir, name), join(unfinished, 'chain', name))
    }
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      version: options.version,
      createdAt: new Date().toISOString(),
      ...database,
      blocks,
      localChain: localChain !== undefined,
    }
    await writeManifest(unfinished, manifest)
    await rm(folder, { recursive: true, force: true })
    await rename(unfinished, folder)
    return manifest
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

async function writeTables(
  client: pg.Client,
  folder: string,
  signal: AbortSignal,
  onProgress: BackupOptions['onProgress'],
): Promise<Pick<Manifest, 'migrations' | 'tables' | 'sequences' | 'chains'>> {
  const migrations = (await client.query<{ name: string }>('select name from schema_migrations order by name')).rows
  const chains = (
    await client.query<{ chain_id: number; block: number }>(
      'select chain_id, min(last_block) as block from consumer_state group by chain_id order by chain_id',
    )
  ).rows
  const tables: Manifest['tables'] = []
  const all = await listTables(client)
  for (const table of all) {
    signal.throwIfAborted()
    const file = createWriteStream(tableFile(folder, table.name), { mode: 0o600 })
    const content = await readTable(client, table, [createGzip({ level: 3 }), file])
    tables.push({ name: table.name, columns: table.columns, ...content })
    onProgress?.('tables', tables.length, all.length)
  }
  return {
    migrations: migrations.map(({ name }) => name),
    tables,
    sequences: await listSequences(client),
    chains: chains.map(({ chain_id, block }) => ({ chainId: chain_id, block })),
  }
}
