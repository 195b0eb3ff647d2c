import { createHash, createHmac, generateKeyPairSync, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { readConfig } from '../../lib/config.ts'
import { createLogger } from '../../lib/logger.ts'
import { openTestApi } from '../testing/openTestApi.ts'
import { openAuthApi, outcome, SECRET } from './testing/openAuthApi.ts'

let auth: Awaited<ReturnType<typeof openAuthApi>>
let name = 'ada'
beforeAll(async () => {
  auth = await openAuthApi()
})
afterAll(() => auth.api.close())
beforeEach(() => {
  ;({ name } = auth.next())
})

const keyId = (secret: string) => createHash('sha256').update(`kid:${secret}`).digest('base64url').slice(0, 11)

/** A token like ours but for what is given. */
async function forge(
  options: {
    claims?: object
    header?: object
    secret?: string
    expires?: number
    subject?: string
    issuer?: string
    audience?: string
  } = {},
) {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ kind: 'access', fam: randomUUID(), cv: 0, ...options.claims })
    .setProtectedHeader({ alg: 'HS256', kid: keyId(SECRET), ...options.header })
    .setIssuer(options.issuer ?? 'kindling')
    .setAudience(options.audience ?? 'kindling')
    .setSubject(options.subject ?? '1')
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(options.expires ?? now + 60)
    .sign(Buffer.from(options.secret ?? SECRET))
}

describe('a token', () => {
  const refused = async (token: string) => expect(outcome(await auth.me(token))).toEqual([401, 'token_invalid'])

  it('without a signature is refused', async () => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = {
      kind: 'access',
      sub: '1',
      fam: randomUUID(),
      jti: randomUUID(),
      cv: 0,
      iss: 'kindling',
      aud: 'kindling',
    }
    const now = Math.floor(Date.now() / 1000)
    for (const alg of ['none', 'None', 'HS256']) {
      await refused(`${encode({ alg, kid: keyId(SECRET) })}.${encode({ ...claims, iat: now, exp: now + 60 })}.`)
    }
  })

  it('of another algorithm is refused, though the key is the same', async () => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const now = Math.floor(Date.now() / 1000)
    const body = `${encode({ alg: 'HS512', kid: keyId(SECRET) })}.${encode({ kind: 'access', sub: '1', fam: randomUUID(), jti: randomUUID(), cv: 0, iss: 'kindling', aud: 'kindling', iat: now, exp: now + 60 })}`
    await refused(`${body}.${createHmac('sha512', SECRET).update(body).digest('base64url')}`)
    await refused(await forge({ header: { alg: 'HS384' } }))
  })

  it('of a public key is refused, whether it is signed with the private one or keyed with the public one (HS/RS confusion)', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const jwk = publicKey.export({ format: 'jwk' })
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const claims = { kind: 'access', fam: randomUUID(), cv: 0 }
    for (const header of [{ kid: keyId(SECRET) }, { jwk }, { kid: keyId(SECRET), jku: 'http://127.0.0.1:1/keys' }]) {
      await refused(
        await new SignJWT(claims)
          .setProtectedHeader({ alg: 'RS256', ...header })
          .setIssuer('kindling')
          .setAudience('kindling')
          .setSubject('1')
          .setJti(randomUUID())
          .setExpirationTime('1m')
          .sign(privateKey),
      )
      await refused(await forge({ secret: pem, header }))
    }
  })

  it('whose account is real counts only as it was signed: nothing of it can be changed', async () => {
    const { access } = (await auth.register()).json()
    expect((await auth.me(access)).statusCode).toBe(200)
    const [head, body, mac] = access.split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const change of [
      { exp: claims.exp + 3600 },
      { sub: String(Number(claims.sub) + 1) },
      { kind: 'refresh' },
      { cv: 7 },
    ])
      await refused(`${head}.${encode({ ...claims, ...change })}.${mac}`)
    await refused(`${encode({ alg: 'none' })}.${body}.`)
    await refused(
      `${head}.${body}.${Buffer.from(Buffer.from(mac, 'base64url').map((byte) => byte ^ 1)).toString('base64url')}`,
    )
  })

  it('in a header of any size is refused without harm', async () => {
    await refused(`a.${'b'.repeat(12_000)}.c`)
    for (const authorization of [
      'Bearer',
      'Bearer ',
      'Basic YWRhOng=',
      'bearer a.b.c d',
      `Bearer ${await forge()} x`,
      'a.b.c',
    ])
      expect(
        outcome(await auth.api.request({ url: '/api/v1/auth/me/', headers: { ...auth.from(), authorization } })),
        authorization,
      ).toEqual([401, 'token_invalid'])
  })

  it('of another secret, key, issuer, audience or kind is refused', async () => {
    for (const issuer of ['kindling2', 'https://kindling.example', '']) await refused(await forge({ issuer }))
    await refused(await forge({ audience: 'another' }))
    await refused(await forge({ secret: 'another secret of thirty-two signs' }))
    for (const kid of ['nobody', '../../etc/passwd', '__proto__', "' or 1=1 --"])
      await refused(await forge({ header: { kid } }))
    await refused(await forge({ claims: { kind: 'refresh' } }))
    await refused(await forge({ claims: { fam: 'x' } }))
    await refused(await forge({ subject: "1' or '1'='1" }))
    await refused(await forge({ subject: '999999999' }))
    await refused(await forge({ claims: { nbf: Math.floor(Date.now() / 1000) + 600 } }))
  })

  it('that has expired says so', async () => {
    expect(outcome(await auth.me(await forge({ expires: Math.floor(Date.now() / 1000) - 1 })))).toEqual([
      401,
      'token_expired',
    ])
  })

  it('of the other kind is refused on both sides', async () => {
    const { access, refresh } = (await auth.register()).json()
    await refused(refresh)
    expect(outcome(await auth.post('token/refresh', { refresh: access }))).toEqual([401, 'token_invalid'])
    expect(outcome(await auth.post('token/verify', { token: refresh }))).toEqual([401, 'token_invalid'])
  })

  it('that is bad is refused on public routes too, rather than taken for nobody', async () => {
    const answer = await auth.api.request({
      url: '/api/v1/chains/',
      headers: { ...auth.from(), authorization: 'Bearer a.b.c' },
    })
    expect(outcome(answer)).toEqual([401, 'token_invalid'])
    expect(outcome(await auth.api.request({ url: '/api/v1/auth/me/', headers: auth.from() }))).toEqual([
      401,
      'token_missing',
    ])
  })

  it('of the secret of before goes over to the new one by its refresh, so that the old one can be dropped', async () => {
    const old = (await auth.register()).json()
    const NEW = 'a new secret of more than 32 signs'
    const overSameTables = (env: Record<string, string>) =>
      createApp({
        config: readConfig({ RATE_LIMIT_ANON: '1000000/minute', JWT_SECRET: NEW, ...env }),
        pool: auth.api.pool,
        logger: createLogger({ level: 'silent' }),
        version: '0',
        readiness: async () => ({ ready: true, checks: {} }),
        keptBytes: 0,
      })
    const during = overSameTables({ JWT_SECRET_PREVIOUS: SECRET })
    const after = overSameTables({})
    const meAt = (app: typeof during, token: string) =>
      app.inject({ url: '/api/v1/auth/me/', headers: { authorization: `Bearer ${token}` } })
    expect((await meAt(during, old.access)).statusCode).toBe(200)
    const renewed = await during.inject({
      method: 'POST',
      url: '/api/v1/auth/token/refresh/',
      payload: { refresh: old.refresh },
    })
    expect(renewed.statusCode).toBe(200)
    expect((await meAt(after, old.access)).statusCode).toBe(401)
    expect((await meAt(after, renewed.json().access)).json().username).toBe(name)
    await during.close()
    await after.close()
  })

  it('made with the secret of before still counts, and one of a secret dropped does not', async () => {
    const { access } = (await auth.register()).json()
    const rotate = (env: Record<string, string>) =>
      openTestApi({ world: [], env: { JWT_SECRET: 'a new secret of more than 32 signs', ...env } })
    for (const [env, status] of [
      [{ JWT_SECRET_PREVIOUS: SECRET }, 200],
      [{}, 401],
    ] as const) {
      const rotated = await rotate(env)
      await rotated.pool.query(
        `insert into users (id, username, username_key, password_hash) overriding system value select id, 'x', 'x', 'x'
         from generate_series(1, 99) id where id = $1`,
        [(await auth.me(access)).json().id],
      )
      const answer = await rotated.request({ url: '/api/v1/auth/me/', headers: { authorization: `Bearer ${access}` } })
      expect(answer.statusCode).toBe(status)
      await rotated.close()
    }
  })
})
