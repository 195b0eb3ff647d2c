import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportCar } from '../../ipfs/exportCar.ts'
import { openFile } from '../../ipfs/fetchFile.ts'
import { openDag } from '../../ipfs/openDag.ts'
import { showByteSize } from '../../lib/byteSize.ts'
import { KindlingError } from '../../lib/errors.ts'
import { parseContentPath } from '../../metadata/parseContentPath.ts'
import { toJsonLine } from '../json.ts'
import { openBlockStore, openGateways } from '../openContent.ts'
import type { ProcessContext } from '../runProcess.ts'
import { say } from '../say.ts'

const MAX_BYTES = 4 * 1024 ** 3
const DEADLINE_MS = 24 * 3_600_000

export interface ExportOptions {
  output?: string
  content?: boolean
  json?: boolean
}

/** `kindling ipfs export`: a CAR of everything under a CID, or the bytes of a file. */
export async function exportContent(context: ProcessContext, text: string, options: ExportOptions): Promise<void> {
  const { output, json, content = false } = options
  if (json && output === undefined)
    throw new KindlingError('usage', '--json needs --output: without it the content itself goes to standard output.')
  const { cid, bytes } = await openContent(context, text, content)
  if (output === undefined) return pipeline(Readable.from(bytes), process.stdout)
  const written = await writeWhole(output, bytes)
  if (json) return say(toJsonLine({ cid, file: output, bytes: written, car: !content }))
  say(`Wrote ${showByteSize(written)} to ${output}.`)
}

async function openContent(context: ProcessContext, text: string, content: boolean) {
  const { cid: root, path } = parseContentPath(text)
  const fetching = {
    store: await openBlockStore(context),
    gateways: openGateways(context),
    path,
    maxBytes: MAX_BYTES,
    deadlineMs: DEADLINE_MS,
    signal: context.shutdown.signal,
  }
  if (content) {
    const file = await openFile(root, fetching)
    return { cid: file.cid.toString(), bytes: file.read() }
  }
  const { cid, passed, get } = await openDag(root, fetching)
  return { cid: cid.toString(), bytes: exportCar({ get }, root, { passed, end: cid }) }
}

/** Aside and renamed: what is at `output` is whole or not there. */
async function writeWhole(output: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const aside = `${output}.part`
  let written = 0
  async function* counted() {
    for await (const part of bytes) {
      written += part.byteLength
      yield part
    }
  }
  try {
    await pipeline(Readable.from(counted()), createWriteStream(aside))
    await rename(aside, output)
    return written
  } catch (error) {
    await rm(aside, { force: true })
    if (!(error instanceof Error && 'syscall' in error && error.syscall !== 'read')) throw error
    throw new KindlingError('file_unwritable', `The file ${output} cannot be written.`, { cause: error })
  }
}
