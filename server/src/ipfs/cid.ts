import { createHash } from 'node:crypto'
import { base16 } from 'multiformats/bases/base16'
import { base32, base32upper } from 'multiformats/bases/base32'
import { base36 } from 'multiformats/bases/base36'
import { base58btc } from 'multiformats/bases/base58'
import { CID } from 'multiformats/cid'
import { IpfsError } from './IpfsError.ts'

export const RAW = 0x55
export const DAG_PB = 0x70
const IDENTITY = 0x00
/** Bytes an identity CID may carry inline (the trustless gateway specification's limit). */
export const MAX_IDENTITY_BYTES = 128
/** The longest CID accepted: an identity CID of 128 bytes in base16. Longer strings are refused before decoding, which is quadratic. */
const MAX_CID_CHARS = 300

const HASHES = new Map([
  [0x12, { name: 'sha256', length: 32 }],
  [0x13, { name: 'sha512', length: 64 }],
])
const ENCODERS = [base32, base32upper, base58btc, base36, base16]
const BASES = new Map<string, { decode(text: string): Uint8Array<ArrayBuffer> }>(
  ENCODERS.map((base) => [base.prefix, base]),
)

const quote = (text: string) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)

/** @throws IpfsError `unsupported_codec` or `unsupported_hash` for a CID that can be read but not proved by us. */
export function assertSupported(cid: CID): CID {
  if (cid.code !== RAW && cid.code !== DAG_PB)
    throw new IpfsError(
      'unsupported_codec',
      `CID ${cid} has codec 0x${cid.code.toString(16)}; only raw and dag-pb are read.`,
    )
  const { code, digest } = cid.multihash
  if (code === IDENTITY) {
    if (digest.byteLength > MAX_IDENTITY_BYTES)
      throw new IpfsError(
        'unsupported_hash',
        `The identity CID ${quote(cid.toString())} carries ${digest.byteLength} bytes; at most ${MAX_IDENTITY_BYTES} are read inline.`,
      )
    return cid
  }
  const hash = HASHES.get(code)
  if (!hash)
    throw new IpfsError(
      'unsupported_hash',
      `CID ${cid} uses hash 0x${code.toString(16)}; only sha2-256 and sha2-512 prove content.`,
    )
  if (digest.byteLength !== hash.length)
    throw new IpfsError(
      'unsupported_hash',
      `CID ${cid} has a digest of ${digest.byteLength} bytes instead of ${hash.length}.`,
    )
  return cid
}

/**
 * Reads a CID from untrusted text: version 0, or version 1 in base32 (either case), base58, base36 or base16.
 * @throws IpfsError `invalid_cid`, `unsupported_codec`, `unsupported_hash`
 */
export function parseCid(text: string): CID {
  if (typeof text !== 'string' || text.length === 0 || text.length > MAX_CID_CHARS)
    throw new IpfsError('invalid_cid', `A CID is 1 to ${MAX_CID_CHARS} characters, not ${String(text?.length)}.`)
  let cid: CID
  try {
    if (text.startsWith('Qm')) cid = CID.parse(text)
    else {
      const base = BASES.get(text[0] ?? '')
      if (!base) throw new Error('unknown multibase prefix')
      cid = CID.decode(base.decode(text))
      if (cid.version === 0) throw new Error('a version 0 CID has no multibase prefix')
    }
  } catch (cause) {
    throw new IpfsError('invalid_cid', `${quote(text)} is not a CID.`, { cause })
  }
  return assertSupported(cid)
}

/** Whether the bytes are those the CID names: the one proof everything here rests on. */
export function provesBytes(cid: CID, bytes: Uint8Array): boolean {
  if (cid.multihash.code === IDENTITY) return Buffer.compare(cid.multihash.digest, bytes) === 0
  const hash = HASHES.get(cid.multihash.code)
  return hash !== undefined && createHash(hash.name).update(bytes).digest().equals(cid.multihash.digest)
}

/** The bytes an identity CID carries in itself. */
export function inlineBytes(cid: CID): Uint8Array | undefined {
  return cid.multihash.code === IDENTITY ? cid.multihash.digest : undefined
}

/** One key for one content: raw and dag-pb, version 0 and 1 of the same hash share it. */
export const blockKey = (cid: CID): string => Buffer.from(cid.multihash.bytes).toString('hex')

/** Equal in what they name: version 0 and version 1 of one dag-pb hash are. */
export const sameContent = (a: CID, b: CID): boolean => a.code === b.code && blockKey(a) === blockKey(b)

/** The names that tools give one content: version 1 in base32, version 0 where there is one, and this one. */
export function spellingsOf(cid: CID, given = cid.toString()): string[] {
  const isV0 = cid.code === DAG_PB && cid.multihash.code === 0x12
  return [...new Set([given, cid.toV1().toString(), ...(isV0 ? [cid.toV0().toString()] : [])])]
}

/** Those and, as people can write any of them, version 1 in every other base that is read. */
export function allSpellingsOf(cid: CID, given = cid.toString()): string[] {
  const v1 = cid.toV1()
  return [...new Set([...spellingsOf(cid, given), ...ENCODERS.map((base) => v1.toString(base))])]
}
