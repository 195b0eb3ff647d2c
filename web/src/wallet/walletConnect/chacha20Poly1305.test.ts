/// <reference types="node" />
import { createCipheriv, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { open, seal } from './chacha20Poly1305.ts'

function sealByOpenssl(key: Buffer, nonce: Buffer, plain: Buffer): Uint8Array {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
}

it.each([0, 1, 15, 16, 17, 63, 64, 65, 114, 128, 1000])('%d bytes are sealed as OpenSSL seals them', (length) => {
  for (let round = 0; round < 5; round++) {
    const [key, nonce, plain] = [randomBytes(32), randomBytes(12), randomBytes(length)]
    const sealed = seal(key, nonce, plain)
    expect(sealed).toEqual(sealByOpenssl(key, nonce, plain))
    expect(open(key, nonce, sealed)).toEqual(new Uint8Array(plain))
  }
})

it('bytes of ones are carried over in the tag', () => {
  const [key, nonce, plain] = [Buffer.alloc(32, 255), Buffer.alloc(12, 255), Buffer.alloc(200, 255)]
  expect(seal(key, nonce, plain)).toEqual(sealByOpenssl(key, nonce, plain))
})

it('one changed bit, another key or a short message is refused', () => {
  const [key, nonce] = [randomBytes(32), randomBytes(12)]
  const sealed = seal(key, nonce, Buffer.from('a session'))
  for (let i = 0; i < sealed.length; i++) {
    const changed = sealed.slice()
    changed[i] = (changed[i] as number) ^ 1
    expect(() => open(key, nonce, changed)).toThrow('was changed')
  }
  expect(() => open(randomBytes(32), nonce, sealed)).toThrow('for another key')
  expect(() => open(key, nonce, sealed.subarray(0, 10))).toThrow('shorter than its tag')
})
