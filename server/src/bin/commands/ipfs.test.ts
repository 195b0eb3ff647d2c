import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runKindling } from '../../../test/support/runKindling.ts'
import { blockPath } from '../../ipfs/blockFiles.ts'
import { type BlockStore, createBlockStore } from '../../ipfs/blockStore.ts'
import { blockKey, parseCid } from '../../ipfs/cid.ts'
import { computeCid, importFile } from '../../ipfs/importFile.ts'
import { addDirectory, addRaw, type BlockMap } from '../../ipfs/testing/dags.ts'
import { startGateway, type TestGateway } from '../../ipfs/testing/hostileGateway.ts'

// Each command is a process of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let dir: string
let store: BlockStore
let blocks: BlockMap
let gateway: TestGateway
const picture = randomBytes(2_500_000)
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kindling-cli-'))
  store = createBlockStore({ dir: join(dir, 'ipfs') })
  blocks = new Map()
  gateway = await startGateway(blocks)
  await writeFile(join(dir, 'picture.bin'), picture)
})
afterAll(async () => {
  await gateway[Symbol.asyncDispose]()
  await rm(dir, { recursive: true })
})

const ipfs = (...args: string[]) =>
  runKindling(['ipfs', ...args], {
    KINDLING_DATA_DIR: dir,
    IPFS_GATEWAY_URL: gateway.url,
    IPFS_STORE_MAX_SIZE: '64MiB',
  })

/** The answer for programs: one object on one line. */
async function json(...args: string[]) {
  const { code, text, stderr } = await ipfs(...args, '--json')
  expect({ code, stderr, lines: text.split('\n').length }).toEqual({ code: 0, stderr: '', lines: 1 })
  return JSON.parse(text)
}

const damage = (cid: string) => truncate(blockPath(store.dir, blockKey(parseCid(cid))), 10)

describe('kindling ipfs', () => {
  test('tells what each command is for', async () => {
    for (const [args, words] of [
      [['--help'], ['stat', 'verify', 'gc', 'import', 'export', 'IPFS_STORE_MAX_SIZE']],
      [
        ['export', '--help'],
        ['--content', '--output', 'campaign.car'],
      ],
    ] as const) {
      const { code, text } = await ipfs(...args)
      expect(code).toBe(0)
      for (const word of words) expect(text).toContain(word)
    }
  })

  test('imports a file, exports it as a CAR and as it was, and imports the CAR elsewhere', async () => {
    const cid = (await computeCid(picture)).toString()
    expect(await ipfs('import', join(dir, 'picture.bin'))).toMatchObject({ code: 0, text: cid, stderr: '' })
    expect((await store.pins()).map(String)).toEqual([cid])

    const car = join(dir, 'picture.car')
    const written = await json('export', cid, '--output', car)
    expect(written).toEqual({ cid, file: car, bytes: (await readFile(car)).byteLength, car: true })
    expect((await ipfs('export', cid, '--content')).stdout.equals(picture)).toBe(true)
    expect((await readdir(dir)).filter((name) => name.endsWith('.part'))).toEqual([])

    const other = await mkdtemp(join(tmpdir(), 'kindling-cli-'))
    const imported = await runKindling(['ipfs', 'import', car, '--no-pin', '--json'], { KINDLING_DATA_DIR: other })
    expect(JSON.parse(imported.text)).toEqual({ roots: [cid], car: true, pinned: false })
    await rm(other, { recursive: true })
  })

  test('exports what only a gateway has, by its path', async () => {
    const root = addDirectory(blocks, [['story.txt', addRaw(blocks, 'a story')]])
    expect(await ipfs('export', `${root}/story.txt`, '--content')).toMatchObject({ code: 0, text: 'a story' })
  })

  test('finds rot, ends with 1 where pinned content lacks blocks, and repairs it from a gateway', async () => {
    const cid = addRaw(blocks, 'pinned and published').toString()
    await store.put(parseCid(cid), Buffer.from('pinned and published'))
    await store.pin(parseCid(cid))
    await damage(cid)
    const found = await ipfs('verify')
    expect(found.code).toBe(1)
    expect(found.text).toContain(`incomplete: ${cid}`)
    expect(found.stderr).toBe('kindling: 1 pinned root lacks blocks; --repair fetches them.\n')
    expect(await json('verify', '--repair')).toMatchObject({
      corrupt: [],
      repaired: [{ root: cid }],
      incomplete_pins: [],
    })
  })

  test('says how much is stored, and removes down to a size what is not pinned', async () => {
    for (let i = 0; i < 4; i += 1) await importFile(store, randomBytes(100_000))
    const before = await json('stat')
    expect(before).toMatchObject({ dir: store.dir, max_bytes: 64 * 1024 ** 2, pins: 2 })
    expect((await ipfs('stat')).text).toMatch(/64 MiB/)
    const collected = await json('gc', '--to', '0')
    expect(collected.removed_bytes).toBeGreaterThanOrEqual(400_000)
    const after = await json('stat')
    expect(after.bytes).toBe(before.bytes - collected.removed_bytes)
    expect(after.blocks).toBe(after.pinned_blocks)
  })

  test.each([
    [['export', 'not-a-cid'], /^kindling: "not-a-cid" is not a CID\./],
    [['import', '/nowhere/at-all'], /^kindling: The file \/nowhere\/at-all cannot be read/],
    [['gc', '--to', 'plenty'], /It must be a size like 500MiB or 2GiB/],
  ])('of %j ends with a sentence and exit code 1', async (args, words) => {
    const { code, stderr } = await ipfs(...args)
    expect(code).toBe(1)
    expect(stderr).toMatch(words)
    expect(stderr).not.toContain('    at ')
  })

  test('leaves no half of a file where an export fails', async () => {
    const missing = addRaw(new Map(), 'never published')
    const { code, stderr } = await ipfs('export', missing.toString(), '-o', join(dir, 'missing.car'))
    expect([code, stderr]).toEqual([1, expect.stringContaining(missing.toString())])
    expect(await readdir(dir)).not.toContain('missing.car')
    expect(await readdir(dir)).not.toContain('missing.car.part')
    expect((await ipfs('export', missing.toString(), '-o', '/nowhere/at-all.car')).stderr).not.toContain('    at ')
  })
})
