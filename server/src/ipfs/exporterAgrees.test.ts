import { exporter } from 'ipfs-unixfs-exporter'
import { importer } from 'ipfs-unixfs-importer'
import { fixedSize } from 'ipfs-unixfs-importer/chunker'
import { balanced, trickle } from 'ipfs-unixfs-importer/layout'
import type { CID } from 'multiformats/cid'
import { expect, test } from 'vitest'
import { Budget } from './Budget.ts'
import { blockKey, inlineBytes } from './cid.ts'
import { asFile, readFileBytes, resolvePath } from './walk.ts'

/** mulberry32: the same worlds on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

type Random = ReturnType<typeof seeded>

const randomBytes = (random: Random, length: number) => Uint8Array.from({ length }, () => random(256))

function createMemoryStore() {
  const blocks = new Map<string, Uint8Array>()
  const load = (cid: CID) => {
    const bytes = inlineBytes(cid) ?? blocks.get(blockKey(cid))
    if (!bytes) throw new Error(`no block ${cid}`)
    return bytes
  }
  return {
    load: async (cid: CID) => load(cid),
    put: async (cid: CID, bytes: unknown) => {
      blocks.set(blockKey(cid), bytes as Uint8Array)
      return cid
    },
    async *get(cid: CID) {
      yield load(cid)
    },
  }
}

type MemoryStore = ReturnType<typeof createMemoryStore>

async function ours(store: MemoryStore, root: CID, path: string, start?: number, end?: number): Promise<Buffer> {
  const walk = { load: store.load, budget: new Budget({ maxBytes: 2 ** 30, maxBlocks: 1e6, deadlineMs: 60_000 }) }
  const parts: Uint8Array[] = []
  const file = asFile(await resolvePath(root, path, walk))
  for await (const part of readFileBytes(file, walk, start, end)) parts.push(part)
  return Buffer.concat(parts)
}

async function theirs(store: MemoryStore, root: CID, path: string, start?: number, end?: number): Promise<Buffer> {
  const entry = await exporter(path ? `${root}/${path}` : root, store as never)
  const parts: Uint8Array[] = []
  const range = start === undefined || end === undefined ? {} : { offset: start, length: end - start }
  for await (const part of (entry as unknown as { content(range: object): AsyncGenerator<Uint8Array> }).content(range))
    parts.push(part)
  return Buffer.concat(parts)
}

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'a random file (seed %i) reads as the reference exporter reads it, whole and in ranges',
  async (seed) => {
    const random = seeded(seed)
    const store = createMemoryStore()
    const content = randomBytes(random, random(6000))
    const options = {
      cidVersion: random(2) as 0 | 1,
      rawLeaves: random(2) === 1,
      reduceSingleLeafToSelf: random(2) === 1,
      leafType: random(2) === 1 ? ('file' as const) : ('raw' as const),
      chunker: fixedSize({ chunkSize: 1 + random(300) }),
      layout: random(3) === 0 ? trickle() : balanced({ maxChildrenPerNode: 2 + random(10) }),
    }
    let root: CID | undefined
    for await (const { cid } of importer([{ content }], store as never, options)) root = cid
    expect(await ours(store, root!, '')).toEqual(Buffer.from(content))
    expect(await theirs(store, root!, '')).toEqual(Buffer.from(content))
    for (let i = 0; i < 5 && content.byteLength > 0; i += 1) {
      const start = random(content.byteLength)
      const end = start + 1 + random(content.byteLength - start)
      expect(await ours(store, root!, '', start, end)).toEqual(Buffer.from(content.subarray(start, end)))
      expect(await theirs(store, root!, '', start, end)).toEqual(Buffer.from(content.subarray(start, end)))
    }
  },
)

test.each([
  [1, 8, 'sharded'],
  [2, 3, 'sharded'],
  [3, 4, 'sharded'],
  [4, 10, 'sharded'],
  [5, 8, 'nested'],
  [6, 8, 'nested'],
] as const)(
  'random directories (seed %i, slots of %i bits, %s) read as the reference exporter reads them',
  async (seed, shardFanoutBits, shape) => {
    const random = seeded(seed)
    const store = createMemoryStore()
    const letters = [...'abcXYZ019 %\\?#.é漢🌊_-']
    const name = () => `n${Array.from({ length: 1 + random(12) }, () => letters[random(letters.length)]).join('')}`
    const files = new Map<string, Uint8Array>()
    for (let i = 0; i < 400; i += 1) {
      // Not both: the importer loses entries of a sharded directory that holds a sharded directory.
      const folder = shape === 'nested' && random(4) === 0 ? `d${random(3)}/e/` : ''
      files.set(folder + name(), randomBytes(random, random(40)))
    }
    const candidates = [...files].map(([path, content]) => ({ path: `root/${path}`, content }))
    let root: CID | undefined
    const options = shape === 'sharded' ? { shardSplitThresholdBytes: 0, shardFanoutBits } : {}
    for await (const { cid } of importer(candidates, store as never, options)) root = cid
    for (const [path, content] of files) expect(await ours(store, root!, path), path).toEqual(Buffer.from(content))
    // The exporter takes a path as part of an address, so it cannot be asked for these.
    const askable = [...files].filter(([path]) => !/[%?#\\]/.test(path)).slice(0, 40)
    for (const [path, content] of askable) expect(await theirs(store, root!, path), path).toEqual(Buffer.from(content))
    await expect(ours(store, root!, 'absent')).rejects.toMatchObject({ code: 'path_not_found' })
  },
)
