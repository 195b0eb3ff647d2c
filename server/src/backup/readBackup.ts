import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { ConfigError, errorMessage, KindlingError } from '../lib/errors.ts'
import { listMigrations, migrate } from '../lib/migrate.ts'
import { checkBlocks, copyBlocks, copyWhole, filesUnder } from './copyBlocks.ts'
import { fillTable, readTable, setSequences, withoutTriggers } from './copyTable.ts'
import { assertEmpty } from './emptyTarget.ts'
import { listTables } from './listTables.ts'
import { type Manifest, readManifest, tableFile } from './manifest.ts'
import { withOwnTransaction } from './snapshot.ts'

export interface RestoreOptions {
  folder: string
  databaseUrl: string
  ipfsDir: string
  /** Where the local chain's folder goes, if the backup holds one; undefined where another chain is configured. */
  chainDir: string | undefined
  signal: AbortSignal
  onProgress?: (what: string, done: number, total: number) => void
}

/**
 * Restores a backup into an empty database, all or nothing, under the schema it was made with; newer migrations follow. Each
 * table is read back and compared with what the backup says before anything counts.
 *
 * @throws KindlingError backup_damaged, backup_newer, target_not_empty; ConfigError
 */
export async function readBackup(options: RestoreOptions): Promise<Manifest> {
  const { folder, databaseUrl, signal, onProgress } = options
  const manifest = await readManifest(folder)
  const known = await listMigrations()
  const unknown = manifest.migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new KindlingError(
      'backup_newer',
      `The backup ${folder} is of a newer Kindling (${manifest.version}): this one does not know ${unknown[0]}.`,
    )
  }
  if (options.chainDir !== undefined && manifest.localChain && (await filesUnder(options.chainDir)).length > 0) {
    throw new ConfigError(`${options.chainDir} holds a local chain already: restore into a new KINDLING_DATA_DIR.`)
  }
  await assertEmpty(databaseUrl)
  await migrate(databaseUrl, { only: manifest.migrations })
  await withOwnTransaction(databaseUrl, async (tx) => {
    const tables = await listTables(tx)
    await withoutTriggers(tx, tables, async () => {
      for (const [done, table] of manifest.tables.entries()) {
        signal.throwIfAborted()
        await restoreTable(tx, folder, table)
        onProgress?.('tables', done + 1, manifest.tables.length)
      }
    })
    await setSequences(tx, manifest.sequences)
    for (const table of tables) {
      const wanted = manifest.tables.find(({ name }) => name === table.name)
      const found = await readTable(tx, table)
      if (wanted === undefined || found.sha256 === wanted.sha256) continue
      throw new KindlingError('copy_differs', `The table ${table.name} does not hold what the backup does.`)
    }
  })
  await migrate(databaseUrl)
  await copyBlocks(join(folder, 'ipfs'), options.ipfsDir, {
    signal,
    onProgress: (done) => onProgress?.('blocks', done, 0),
  })
  if (manifest.localChain && options.chainDir !== undefined) {
    for (const name of await filesUnder(join(folder, 'chain')))
      await copyWhole(join(folder, 'chain', name), join(options.chainDir, name))
  }
  return manifest
}

/** Reads a backup through without restoring it. @throws KindlingError backup_damaged */
export async function checkBackup(folder: string, signal: AbortSignal): Promise<Manifest> {
  const manifest = await readManifest(folder)
  for (const { name, sha256 } of manifest.tables) {
    signal.throwIfAborted()
    const hash = createHash('sha256')
    const hashing = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk)
        done()
      },
    })
    hashing.resume()
    await fromFile(folder, name, (rows) => pipeline(rows, hashing))
    if (hash.digest('hex') !== sha256) throw damaged(folder, name)
  }
  const blocks = await checkBlocks(join(folder, 'ipfs'))
  if (blocks !== manifest.blocks.blocks) {
    throw new KindlingError('backup_damaged', `${folder} has ${blocks} blocks instead of ${manifest.blocks.blocks}.`)
  }
  return manifest
}

async function restoreTable(tx: pg.ClientBase, folder: string, table: Manifest['tables'][number]): Promise<void> {
  const content = await fromFile(folder, table.name, (rows) => fillTable(tx, table, rows))
  if (content.sha256 !== table.sha256 || content.rows !== table.rows) throw damaged(folder, table.name)
}

async function fromFile<T>(folder: string, name: string, use: (rows: Transform) => Promise<T>): Promise<T> {
  const path = tableFile(folder, name)
  if (!existsSync(path)) throw new KindlingError('backup_damaged', `The backup lacks ${path}.`)
  const unzip = createGunzip()
  const file = createReadStream(path)
  file.on('error', (error) => unzip.destroy(error))
  try {
    return await use(file.pipe(unzip))
  } catch (error) {
    if (!/^Z_|ERR_STREAM/.test((error as { code?: string }).code ?? '')) throw error
    throw damaged(folder, name, error)
  } finally {
    file.destroy()
  }
}

function damaged(folder: string, table: string, cause?: unknown): KindlingError {
  return new KindlingError('backup_damaged', `The table ${table} in ${folder} is damaged.`, {
    cause: cause === undefined ? undefined : new Error(errorMessage(cause)),
  })
}
