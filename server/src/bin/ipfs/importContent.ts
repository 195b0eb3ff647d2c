import { createReadStream } from 'node:fs'
import type { CID } from 'multiformats/cid'
import type { BlockStore } from '../../ipfs/blockStore.ts'
import { importCar } from '../../ipfs/importCar.ts'
import { importFile } from '../../ipfs/importFile.ts'
import { KindlingError } from '../../lib/errors.ts'
import { toJsonLine } from '../json.ts'
import { openBlockStore } from '../openContent.ts'
import { recordWhereKept } from '../recordCommand.ts'
import type { ProcessContext } from '../runProcess.ts'
import { say } from '../say.ts'

const MAX_BYTES = 4 * 1024 ** 3

/** `kindling ipfs import`: a CAR as it is, any other file chunked; neither is ever held whole. */
export async function importContent(
  context: ProcessContext,
  file: string,
  { pin, json }: { pin: boolean; json?: boolean },
): Promise<void> {
  const store = await openBlockStore(context)
  const car = await isCar(file)
  const roots = car ? await importCarFile(store, file) : [await importFile(store, readParts(file))]
  if (pin) for (const root of roots) await store.pin(root)
  await recordWhereKept(context, {
    action: 'ipfs.import',
    subject: `ipfs:${roots[0] ?? file}`,
    after: { file, roots: roots.map(String), pinned: pin },
  })
  if (json) return say(toJsonLine({ roots: roots.map(String), car, pinned: pin }))
  for (const root of roots) say(root.toString())
}

async function importCarFile(store: BlockStore, file: string): Promise<CID[]> {
  return (await importCar(store, readParts(file), { maxBytes: MAX_BYTES })).roots
}

/** The header of a CAR of version 1 is a CBOR map with `roots` and `version`. */
async function isCar(file: string): Promise<boolean> {
  const parts: Uint8Array[] = []
  for await (const part of readParts(file, 63)) parts.push(part)
  const head = Buffer.concat(parts)
  return head.subarray(0, 20).includes('eroots') || head.includes('gversion')
}

/** @throws KindlingError `file_unreadable` */
async function* readParts(file: string, end?: number): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, end === undefined ? {} : { end })
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause
    throw new KindlingError('file_unreadable', `The file ${file} cannot be read.`, { cause })
  }
}
