import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addRaw } from '../testing/dags.ts'
import { temporaryStore } from '../testing/temporaryStore.ts'
import { createResizedImages } from './createResizedImages.ts'
import { photograph, picture } from './testing/pictures.ts'

const signal = new AbortController().signal
const blocks = new Map()
const bring = async () => {}

async function filesOf(dir: string): Promise<string[]> {
  const entries = await readdir(join(dir, 'resized'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** A picture whose reading is counted. */
function counted(bytes: Buffer) {
  const reads = { count: 0 }
  const read = async () => {
    reads.count += 1
    return bytes
  }
  return { file: addRaw(blocks, bytes), read, reads }
}

test('who asks for the same at once shares one making, and later ones are given the file, after a restart too', async () => {
  await using temporary = await temporaryStore()
  const { file, read, reads } = counted(await photograph(900, 600))
  const images = createResizedImages(temporary)
  const ask = (one = images) => one.get({ file, bring, read, width: 640, avif: true, signal })
  const answers = await Promise.all(Array.from({ length: 30 }, () => ask()))
  expect([reads.count, images.made()]).toEqual([1, 1])
  const restarted = createResizedImages(temporary)
  expect((await ask(restarted)).bytes.equals(answers[0]!.bytes)).toBe(true)
  expect([reads.count, restarted.made()]).toEqual([1, 0])
})

test('one that gives up leaves the others undisturbed', async () => {
  await using temporary = await temporaryStore()
  const { file, read } = counted(await photograph(900, 600))
  const images = createResizedImages(temporary)
  const leaving = new AbortController()
  const left = images.get({ file, bring, read, width: 320, avif: false, signal: leaving.signal })
  const staying = images.get({ file, bring, read, width: 320, avif: false, signal })
  leaving.abort()
  await expect(left).rejects.toMatchObject({ code: 'aborted' })
  expect((await staying).type).toBe('image/webp')
})

test('pictures that do not arrive keep no other from being made', async () => {
  await using temporary = await temporaryStore()
  const images = createResizedImages(temporary)
  const leaving = new AbortController()
  const never = () =>
    new Promise<void>((_, reject) => leaving.signal.addEventListener('abort', () => reject(leaving.signal.reason)))
  const missing = Array.from({ length: 20 }, (_, i) => {
    const { file, read } = counted(Buffer.from(`missing ${i}`))
    return images.get({ file, bring: never, read, width: 320, avif: false, signal: leaving.signal })
  })
  const { file, read } = counted(await picture('png', 501))
  expect((await images.get({ file, bring, read, width: 320, avif: false, signal })).type).toBe('image/webp')
  leaving.abort()
  for (const result of await Promise.allSettled(missing)) expect(result.status).toBe('rejected')
})

test('a rotten file is made again', async () => {
  await using temporary = await temporaryStore()
  const { file, read, reads } = counted(await picture('png', 500))
  const images = createResizedImages(temporary)
  const ask = () => images.get({ file, bring, read, width: 320, avif: false, signal })
  const { bytes } = await ask()
  const [path] = await filesOf(temporary.dir)
  const flipped = (all: Buffer) => {
    all[60]! ^= 1
    return all
  }
  for (const rot of [flipped, (all: Buffer) => all.subarray(0, 20), () => Buffer.alloc(0)]) {
    await writeFile(path!, rot(await readFile(path!)))
    expect((await ask()).bytes.equals(bytes)).toBe(true)
  }
  expect(reads.count).toBe(4)
})

test('files stay about their cap, those used last', async () => {
  await using temporary = await temporaryStore()
  const maxBytes = 60_000
  const images = createResizedImages({ dir: temporary.dir, maxBytes })
  for (let i = 0; i < 30; i++) {
    const { file, read } = counted(await photograph(400 + i, 300))
    await images.get({ file, bring, read, width: 320, avif: false, signal })
  }
  const sizes = await Promise.all((await filesOf(temporary.dir)).map(async (path) => (await readFile(path)).byteLength))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  expect(total).toBeLessThan(maxBytes * 1.2)
  expect(sizes.length).toBeGreaterThan(2)
})

test('a failure is not kept', async () => {
  await using temporary = await temporaryStore()
  const { file } = counted(Buffer.from('no picture'))
  const images = createResizedImages(temporary)
  const good = await picture('png')
  const ask = (bytes: Buffer) => images.get({ file, bring, read: async () => bytes, width: 160, avif: false, signal })
  await expect(ask(Buffer.from('no picture'))).rejects.toMatchObject({ code: 'bad_image' })
  expect((await ask(good)).type).toBe('image/webp')
})
