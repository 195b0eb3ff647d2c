/**
 * ChaCha20-Poly1305 as RFC 8439 has it, for the envelopes of WalletConnect: the one cipher of theirs that browsers do not
 * bring (Web Crypto has no ChaCha). Tested against the RFC's vectors and against OpenSSL.
 */
const TAG_BYTES = 16

/** @returns the ciphertext with its tag behind */
export function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(plain.length + TAG_BYTES)
  sealed.set(encrypt(key, nonce, plain))
  sealed.set(tagOf(key, nonce, sealed.subarray(0, plain.length)), plain.length)
  return sealed
}

/** @throws when the tag is not that of these bytes */
export function open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array {
  const end = sealed.length - TAG_BYTES
  if (end < 0) throw new Error('The sealed message is shorter than its tag.')
  const expected = tagOf(key, nonce, sealed.subarray(0, end))
  let difference = 0
  for (let i = 0; i < TAG_BYTES; i++) difference |= (expected[i] as number) ^ (sealed[end + i] as number)
  if (difference !== 0) throw new Error('The sealed message was changed, or is for another key.')
  return encrypt(key, nonce, sealed.subarray(0, end))
}

const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)) >>>
  0

const rotate = (value: number, by: number): number => ((value << by) | (value >>> (32 - by))) >>> 0

function quarter(s: Uint32Array, a: number, b: number, c: number, d: number): void {
  const step = (x: number, y: number, z: number, by: number) => {
    s[x] = (s[x] as number) + (s[y] as number)
    s[z] = rotate((s[z] as number) ^ (s[x] as number), by)
  }
  step(a, b, d, 16)
  step(c, d, b, 12)
  step(a, b, d, 8)
  step(c, d, b, 7)
}

function blockOf(key: Uint8Array, nonce: Uint8Array, counter: number): Uint8Array {
  const start = new Uint32Array(16)
  start.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574])
  for (let i = 0; i < 8; i++) start[4 + i] = word(key, i * 4)
  start[12] = counter
  for (let i = 0; i < 3; i++) start[13 + i] = word(nonce, i * 4)
  const state = start.slice()
  for (let round = 0; round < 10; round++) {
    for (let i = 0; i < 4; i++) quarter(state, i, 4 + i, 8 + i, 12 + i)
    for (let i = 0; i < 4; i++) quarter(state, i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4))
  }
  const block = new Uint8Array(64)
  const view = new DataView(block.buffer)
  for (let i = 0; i < 16; i++) view.setUint32(i * 4, (state[i] as number) + (start[i] as number), true)
  return block
}

function encrypt(key: Uint8Array, nonce: Uint8Array, bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes)
  for (let at = 0; at < bytes.length; at += 64) {
    // Block 0 is the key of the tag.
    const block = blockOf(key, nonce, at / 64 + 1)
    for (let i = 0; i < 64 && at + i < bytes.length; i++)
      result[at + i] = (result[at + i] as number) ^ (block[i] as number)
  }
  return result
}

const PRIME = (1n << 130n) - 5n
const CLAMP = 0x0ffffffc0ffffffc0ffffffc0fffffffn

function little(bytes: Uint8Array): bigint {
  let value = 0n
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] as number)
  return value
}

/** Poly1305 over the ciphertext, padded, and the lengths; there is no further data to vouch for. */
function tagOf(key: Uint8Array, nonce: Uint8Array, cipher: Uint8Array): Uint8Array {
  const once = blockOf(key, nonce, 0)
  const factor = little(once.subarray(0, 16)) & CLAMP
  const lengths = new Uint8Array(16)
  new DataView(lengths.buffer).setBigUint64(8, BigInt(cipher.length), true)
  let sum = 0n
  const add = (chunk: Uint8Array) => {
    const padded = new Uint8Array(17)
    padded.set(chunk)
    padded[16] = 1
    sum = ((sum + little(padded)) * factor) % PRIME
  }
  for (let at = 0; at < cipher.length; at += 16) add(cipher.subarray(at, at + 16))
  add(lengths)
  let tag = (sum + little(once.subarray(16, 32))) & ((1n << 128n) - 1n)
  return Uint8Array.from({ length: TAG_BYTES }, () => {
    const byte = Number(tag & 255n)
    tag >>= 8n
    return byte
  })
}
