import { createWriter, headerLength } from '@ipld/car/buffer-writer'
import type { CID } from 'multiformats/cid'
import type { BlockStore } from './blockStore.ts'
import { blockKey, inlineBytes } from './cid.ts'
import { IpfsError } from './IpfsError.ts'
import { walkBlocks } from './listBlocks.ts'

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest & 0x7f) | 0x80)
  return Buffer.from([...bytes, rest])
}

type Readable = { get(cid: CID): Promise<Uint8Array | undefined> }

/**
 * A CAR (version 1) of everything under the root, each block once, parents first. Holds one block at a time. Of a path,
 * the blocks passed on the way and everything under its end, as the trustless gateway specification asks.
 * @throws IpfsError `not_local` where a block is missing
 */
export async function* exportCar(
  store: Readable,
  root: CID,
  { passed = [], end = root }: { passed?: readonly CID[]; end?: CID } = {},
): AsyncGenerator<Uint8Array> {
  yield createWriter(new ArrayBuffer(headerLength({ roots: [root] })), { roots: [root] }).close()
  const written = new Set<string>()
  async function* blocks() {
    for (const cid of passed) {
      const bytes = await store.get(cid)
      if (!bytes) throw new IpfsError('not_local', `Block ${cid} of CID ${root} is not in the store.`)
      yield { cid, bytes }
    }
    yield* walkBlocks(store, end)
  }
  for await (const { cid, bytes } of blocks()) {
    const key = blockKey(cid)
    if (inlineBytes(cid) || written.has(key)) continue
    written.add(key)
    yield varint(cid.bytes.byteLength + bytes.byteLength)
    yield cid.bytes
    yield bytes
  }
}

/** The same as one buffer. @throws IpfsError `too_large` */
export async function exportCarBytes(
  store: Pick<BlockStore, 'get'>,
  root: CID,
  maxBytes = 64 * 1024 * 1024,
): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of exportCar(store, root)) {
    size += part.byteLength
    if (size > maxBytes) throw new IpfsError('too_large', `The CAR of CID ${root} is larger than ${maxBytes} bytes.`)
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}
