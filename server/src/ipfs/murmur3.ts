const MASK = (1n << 64n) - 1n
const C1 = 0x87c37b91114253d5n
const C2 = 0x4cf5ad432745937fn

const rotl = (x: bigint, bits: bigint) => ((x << bits) | (x >> (64n - bits))) & MASK

function mix(x: bigint): bigint {
  let k = x
  k = ((k ^ (k >> 33n)) * 0xff51afd7ed558ccdn) & MASK
  k = ((k ^ (k >> 33n)) * 0xc4ceb9fe1a85ec53n) & MASK
  return k ^ (k >> 33n)
}

const mixK1 = (k: bigint) => (rotl((k * C1) & MASK, 31n) * C2) & MASK
const mixK2 = (k: bigint) => (rotl((k * C2) & MASK, 33n) * C1) & MASK

function littleEndian(bytes: Uint8Array, from: number, to: number): bigint {
  let value = 0n
  for (let i = Math.min(to, bytes.byteLength) - 1; i >= from; i -= 1) value = (value << 8n) | BigInt(bytes[i] ?? 0)
  return value
}

/** The first half of MurmurHash3 x64-128 with seed 0: what UnixFS hashes the names of sharded directories with. */
export function murmur3x64(bytes: Uint8Array): bigint {
  const length = BigInt(bytes.byteLength)
  let h1 = 0n
  let h2 = 0n
  const tail = bytes.byteLength - (bytes.byteLength % 16)
  for (let at = 0; at < tail; at += 16) {
    h1 ^= mixK1(littleEndian(bytes, at, at + 8))
    h1 = (((rotl(h1, 27n) + h2) & MASK) * 5n + 0x52dce729n) & MASK
    h2 ^= mixK2(littleEndian(bytes, at + 8, at + 16))
    h2 = (((rotl(h2, 31n) + h1) & MASK) * 5n + 0x38495ab5n) & MASK
  }
  h2 ^= mixK2(littleEndian(bytes, tail + 8, tail + 16))
  h1 ^= mixK1(littleEndian(bytes, tail, tail + 8))
  h1 ^= length
  h2 ^= length
  h1 = (h1 + h2) & MASK
  h2 = (h2 + h1) & MASK
  return (mix(h1) + mix(h2)) & MASK
}
