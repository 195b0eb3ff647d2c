import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { fetchFile } from './fetchFile.ts'
import { computeCid, importFile } from './importFile.ts'
import { temporaryStore } from './testing/temporaryStore.ts'

/** Kubo's test/cli/testutils/random_deterministic.go: the ChaCha20 keystream under sha256(seed) and a nonce of zeros. */
const deterministicBytes = (length: number, seed: string): Buffer =>
  createCipheriv('chacha20', createHash('sha256').update(seed).digest(), Buffer.alloc(16)).update(Buffer.alloc(length))

/**
 * Published vectors of IPIP-499 (https://specs.ipfs.tech/ipips/ipip-0499/#test-fixtures), as in kubo's
 * test/cli/cid_profiles_test.go and js-ipfs-unixfs's ipip-499-profiles.spec.ts.
 */
test.each([
  ['hello world', () => Buffer.from('hello world'), 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e'],
  [
    'a file of one chunk',
    () => deterministicBytes(1_048_576, 'chunk-v1-seed'),
    'bafkreiacndfy443ter6qr2tmbbdhadvxxheowwf75s6zehscklu6ezxmta',
  ],
  [
    'a file of one chunk and a byte',
    () => deterministicBytes(1_048_577, 'chunk-v1-seed'),
    'bafybeigmix7t42i6jacydtquhet7srwvgpizfg7gjbq7627d35mjomtu64',
  ],
])('%s has the CID published for the profile unixfs-v1-2025', async (_, bytes, cid) => {
  expect((await computeCid(bytes())).toString()).toBe(cid)
})

/** The keystream, piece by piece: the files of these vectors are not held whole. */
async function* deterministicStream(length: number, seed: string): AsyncGenerator<Uint8Array> {
  const cipher = createCipheriv('chacha20', createHash('sha256').update(seed).digest(), Buffer.alloc(16))
  const zeros = Buffer.alloc(1024 * 1024)
  for (let left = length; left > 0; left -= zeros.byteLength) yield cipher.update(zeros.subarray(0, left))
}

test.each([
  ['as many links as one node holds', 1024, 'bafybeihmf37wcuvtx4hpu7he5zl5qaf2ineo2lqlfrapokkm5zzw7zyhvm'],
  ['one link more', 1025, 'bafybeihmzokxxjqwxjcryerhp5ezpcog2wcawfryb2xm64xiakgm4a5jue'],
])('a file of %s (%i MiB) has the CID published for the profile, and is not held whole', async (_, mebibytes, cid) => {
  const made = await computeCid(deterministicStream(mebibytes * 1024 * 1024, 'v1-2025-seed'))
  expect(made.toString()).toBe(cid)
})

test.each([0, 1, 1_048_575, 1_048_576, 1_048_577, 3_500_000])('%i bytes are stored and read back', async (length) => {
  await using temporary = await temporaryStore()
  const bytes = randomBytes(length)
  const cid = await importFile(temporary.store, bytes)
  expect(cid).toEqual(await computeCid(bytes))
  const file = await fetchFile(cid, { store: temporary.store, maxBytes: length })
  expect(file.from).toBe('store')
  expect(Buffer.compare(file.bytes, bytes)).toBe(0)
})

test('importing the same bytes again stores nothing more', async () => {
  await using temporary = await temporaryStore()
  const bytes = randomBytes(1000)
  await importFile(temporary.store, bytes)
  await Promise.all([importFile(temporary.store, bytes), importFile(temporary.store, bytes)])
  expect(await temporary.store.stat()).toMatchObject({ blocks: 1, bytes: 1000 })
})
