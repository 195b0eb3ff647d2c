import { base58btc } from 'multiformats/bases/base58'
import { open, seal } from './chacha20Poly1305.ts'

const subtle = () => globalThis.crypto.subtle
export const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
export const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
const utf8 = new TextEncoder()

const NONCE_BYTES = 12
const SHARED_KEY = 0

/** A message as it goes over the relay, for whoever has the topic's key (envelope type 0). */
export function sealMessage(key: string, message: object): string {
  const nonce = randomBytes(NONCE_BYTES)
  const sealed = seal(fromHex(key), nonce, utf8.encode(JSON.stringify(message)))
  return toBase64(Uint8Array.from([SHARED_KEY, ...nonce, ...sealed]))
}

/** @throws for what was not sealed with this key */
export function openMessage(key: string, text: string): Record<string, unknown> {
  const bytes = fromBase64(text)
  if (bytes[0] !== SHARED_KEY) throw new Error(`An envelope of type ${bytes[0]} is none of a session.`)
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES)
  return JSON.parse(new TextDecoder().decode(open(fromHex(key), nonce, bytes.subarray(1 + NONCE_BYTES))))
}

/** The topic of a key: its SHA-256. */
export const topicOf = async (key: string): Promise<string> =>
  toHex(new Uint8Array(await subtle().digest('SHA-256', fromHex(key))))

export interface AgreementKey {
  publicKey: string
  /** The session's key, agreed on with the other side's public key (X25519, then HKDF with SHA-256). */
  agree(publicKey: string): Promise<string>
}

export async function createAgreementKey(): Promise<AgreementKey> {
  const pair = (await subtle().generateKey({ name: 'X25519' }, false, ['deriveBits'])) as CryptoKeyPair
  return {
    publicKey: toHex(new Uint8Array(await subtle().exportKey('raw', pair.publicKey))),
    async agree(publicKey) {
      const other = await subtle().importKey('raw', fromHex(publicKey), { name: 'X25519' }, true, [])
      const shared = await subtle().deriveBits({ name: 'X25519', public: other }, pair.privateKey, 256)
      const base = await subtle().importKey('raw', shared, 'HKDF', false, ['deriveBits'])
      const none = new Uint8Array()
      const key = await subtle().deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: none, info: none }, base, 256)
      return toHex(new Uint8Array(key))
    },
  }
}

const ED25519_MULTICODEC = [0xed, 0x01]
const DAY_S = 86_400

/** What the relay wants to see: a token of a key of our own (did:key), for that relay. */
export async function createRelayToken(relayUrl: string): Promise<string> {
  const pair = (await subtle().generateKey({ name: 'Ed25519' }, false, ['sign'])) as CryptoKeyPair
  const publicKey = new Uint8Array(await subtle().exportKey('raw', pair.publicKey))
  const issuedAt = Math.floor(Date.now() / 1000)
  const claims = {
    iss: `did:key:${base58btc.encode(Uint8Array.from([...ED25519_MULTICODEC, ...publicKey]))}`,
    sub: toHex(randomBytes(32)),
    aud: relayUrl,
    iat: issuedAt,
    exp: issuedAt + DAY_S,
  }
  const part = (value: object) => toBase64Url(utf8.encode(JSON.stringify(value)))
  const signed = `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part(claims)}`
  const signature = await subtle().sign({ name: 'Ed25519' }, pair.privateKey, utf8.encode(signed))
  return `${signed}.${toBase64Url(new Uint8Array(signature))}`
}
