import { createHash } from 'node:crypto'
import { base16 } from 'multiformats/bases/base16'
import { base32upper } from 'multiformats/bases/base32'
import { base36 } from 'multiformats/bases/base36'
import { base58btc } from 'multiformats/bases/base58'
import { CID } from 'multiformats/cid'
import { expect, test } from 'vitest'
import { allSpellingsOf, blockKey, DAG_PB, parseCid, provesBytes, RAW, sameContent } from './cid.ts'
import type { IpfsErrorCode } from './IpfsError.ts'
import { cidOf, sha256Cid } from './testing/dags.ts'

const bytes = Buffer.from('A well for the village school.')
const raw = sha256Cid(bytes, RAW)
const dagPb = sha256Cid(bytes, DAG_PB)
const digest = (name: string) => createHash(name).update(bytes).digest()

const refused: [name: string, text: string, code: IpfsErrorCode][] = [
  ['an empty string', '', 'invalid_cid'],
  ['garbage', 'hello world', 'invalid_cid'],
  ['a string of 1 MB', 'b'.repeat(1_000_000), 'invalid_cid'],
  ['a base58 string of 1 MB', `z${'1'.repeat(1_000_000)}`, 'invalid_cid'],
  ['a trailing newline', `${raw}\n`, 'invalid_cid'],
  ['a leading space', ` ${raw}`, 'invalid_cid'],
  ['a path', `${raw}/a`, 'invalid_cid'],
  ['a NUL', `${raw}\0`, 'invalid_cid'],
  ['a CID cut short', raw.toString().slice(0, -3), 'invalid_cid'],
  ['a version 0 CID under a multibase prefix', `z${CID.createV0(dagPb.multihash as never)}`, 'invalid_cid'],
  ['an IPNS key', cidOf(0x72, 0x12, digest('sha256')).toString(base36), 'unsupported_codec'],
  ['dag-cbor', cidOf(0x71, 0x12, digest('sha256')).toString(), 'unsupported_codec'],
  ['sha1', cidOf(RAW, 0x11, digest('sha1')).toString(), 'unsupported_hash'],
  ['md5', cidOf(RAW, 0xd5, digest('md5')).toString(), 'unsupported_hash'],
  ['blake2b-256', cidOf(RAW, 0xb220, digest('sha256')).toString(), 'unsupported_hash'],
  ['a truncated digest', cidOf(RAW, 0x12, digest('sha256').subarray(0, 20)).toString(), 'unsupported_hash'],
  ['an empty digest', cidOf(RAW, 0x12, new Uint8Array(0)).toString(), 'unsupported_hash'],
  ['an identity of 129 bytes', cidOf(RAW, 0, Buffer.alloc(129)).toString(), 'unsupported_hash'],
  ['an identity of 5,000 bytes', cidOf(RAW, 0, Buffer.alloc(5000)).toString(), 'invalid_cid'],
]

test.each(refused)('%s is refused', (_, text, code) => {
  expect(() => parseCid(text)).toThrow(expect.objectContaining({ name: 'IpfsError', code, retryable: false }))
})

test('an identity of 200 bytes is refused as unsupported, in whichever base it fits', () => {
  const cid = cidOf(RAW, 0, Buffer.alloc(200, 0xff))
  expect(() => parseCid(cid.toString(base58btc))).toThrow(expect.objectContaining({ code: 'unsupported_hash' }))
})

test.each([undefined, null, 5, {}, ['Qm']])('%j is refused though the types forbid it', (value) => {
  expect(() => parseCid(value as unknown as string)).toThrow(expect.objectContaining({ code: 'invalid_cid' }))
})

test.each([
  ['lower-case base32', raw.toString()],
  ['upper-case base32', raw.toString(base32upper)],
  ['base32 in mixed case', raw.toString().replace('k', 'K')],
  ['base36', raw.toString(base36)],
  ['base58', raw.toString(base58btc)],
  ['base16', raw.toString(base16)],
])('%s names the same CID', (_, text) => {
  expect(parseCid(text).toString()).toBe(raw.toString())
})

test('an identity of 5 bytes is accepted', () => {
  expect(parseCid(cidOf(RAW, 0, Buffer.from('hello')).toString()).multihash.digest).toEqual(
    new Uint8Array(Buffer.from('hello')),
  )
})

test('version 0 and version 1 of one content are the same content; raw and dag-pb are not, but share a block', () => {
  const v0 = parseCid(CID.createV0(dagPb.multihash as never).toString())
  expect(sameContent(v0, dagPb)).toBe(true)
  expect(sameContent(raw, dagPb)).toBe(false)
  expect(new Set([v0, raw, dagPb].map(blockKey)).size).toBe(1)
})

test('all spellings of a content are read as it', () => {
  const spellings = allSpellingsOf(CID.createV0(dagPb.multihash as never))
  expect(new Set(spellings).size).toBe(6)
  expect(spellings.every((text) => sameContent(parseCid(text), dagPb))).toBe(true)
  expect(allSpellingsOf(raw)).toHaveLength(5)
})

test('only the very bytes are proved', () => {
  expect(provesBytes(raw, bytes)).toBe(true)
  expect(provesBytes(raw, Buffer.concat([bytes, Buffer.from([0])]))).toBe(false)
  expect(provesBytes(cidOf(RAW, 0x11, digest('sha1')), bytes)).toBe(false)
})
