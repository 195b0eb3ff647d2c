import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorMessage, KindlingError } from '../lib/errors.ts'
import type { CopiedBlocks } from './copyBlocks.ts'
import type { TableContent } from './copyTable.ts'
import type { Sequence } from './listTables.ts'

export const BACKUP_FORMAT = 1

/** What a backup's `manifest.json` says; it is written last. */
export interface Manifest {
  format: typeof BACKUP_FORMAT
  version: string
  createdAt: string
  /** Those that the database had: the tables are loaded into exactly this schema. */
  migrations: string[]
  /** In the order in which they are loaded. */
  tables: ({ name: string; columns: string[] } & TableContent)[]
  sequences: Sequence[]
  /** Where each chain stood, for a person to read. */
  chains: { chainId: number; block: number }[]
  blocks: CopiedBlocks
  /** Whether the local chain's state is in it. */
  localChain: boolean
}

export const tableFile = (folder: string, table: string): string => join(folder, 'tables', `${table}.copy.gz`)

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
}

/** @throws KindlingError backup_damaged, backup_newer */
export async function readManifest(folder: string): Promise<Manifest> {
  let manifest: Manifest
  try {
    manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  } catch (error) {
    throw new KindlingError('backup_damaged', `${folder} is no backup: its manifest.json cannot be read.`, {
      cause: new Error(errorMessage(error)),
    })
  }
  if (manifest.format !== BACKUP_FORMAT) {
    throw new KindlingError(
      'backup_newer',
      `The backup ${folder} has format ${manifest.format}; this Kindling reads format ${BACKUP_FORMAT}: restore it with version ${manifest.version}.`,
    )
  }
  return manifest
}
