import { createHash, createHmac, generateKeyPairSync, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeUser, findUserId, givePassword } from '../../accounts/manageUsers.ts'
import { createUser } from '../../accounts/users.ts'
import { createApp } from '../../app.ts'
import { CLI } from '../../audit/cliActor.ts'
import { readConfig } from '../../lib/config.ts'
import { createLogger } from '../../lib/logger.ts'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'

const PASSWORD = 'violet kettle orbit 42'
const SECRET = readConfig({}).jwtSecret

// A client of its own for each test: limits are per client.
let api: TestApi
let client = 0
let name = 'ada'
beforeAll(async () => {
  api = await openTestApi({ world: [], env: { TRUST_PROXY: 'on' } })
})
afterAll(() => api.close())
beforeEach(() => {
  client++
  name = `ada${client}`
})

const from = () => ({ 'x-forwarded-for': `198.51.100.${client}` })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  api.post(`/api/v1/auth/${path}/`, body, { ...from(), ...headers })
const register = (username = name, password = PASSWORD) => post('register', { username, password })
const signIn = (username = name, password = PASSWORD) => post('token', { username, password })
const me = (token: string) =>
  api.request({ url: '/api/v1/auth/me/', headers: { ...from(), authorization: `Bearer ${token}` } })
const outcome = (response: { statusCode: number; json(): { code: string } }) => [
  response.statusCode,
  response.json().code,
]

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

describe('an account', () => {
  it('is made, signs in, and is told who it is', async () => {
    const made = await register()
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      user: { username: name, role: 'user' },
    })
    const { access } = (await signIn(name.toUpperCase())).json()
    const answer = await me(access)
    expect(answer.json()).toMatchObject({ username: name, role: 'user', wallet_address: null })
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await post('token/verify', { token: access })).json().username).toBe(name)
  })

  it.each([
    ['Straße', 'STRASSE'],
    ['ﬁnn', 'Finn'],
    ['zoé', 'ZOE\u0301'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
  ])('named %s is the same as %s', async (one, other) => {
    expect((await register(`${one}${client}`)).statusCode).toBe(201)
    expect(outcome(await register(`${other}${client}`))).toEqual([409, 'username_taken'])
    expect((await signIn(`${other}${client}`)).statusCode).toBe(200)
  })

  it('registered by many at once is made once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => register()))
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409, 409, 409, 409])
  })

  it.each(['ab', 'a b c', 'x'.repeat(33), 'ada\u0000', '.ada', 'ada..lovelace', '\u202eada', '<ada>', 'ada@home'])(
    'cannot be named %j',
    async (username) => {
      const answer = await register(username)
      expect(outcome(answer)).toEqual([400, 'username_invalid'])
      expect(answer.json().errors[0].path).toBe('username')
    },
  )

  it.each([
    'short',
    'aaaaaaaaaaaa',
    'Password123!',
    'P@ssw0rd2024',
    'passwordpassword',
    '1234567890',
    'qwertyuiop',
    'poiuytrewq',
    'abcdefghijkl',
    'x'.repeat(129),
  ])('cannot have the password %j', async (password) => {
    expect(outcome(await register(name, password))).toEqual([400, 'password_weak'])
  })

  it('cannot have a password with its name in it, nor one of 1 MB', async () => {
    expect(outcome(await register('lovelace', 'Lovelace-1852'))).toEqual([400, 'password_weak'])
    expect(outcome(await register(name, 'x'.repeat(1024 * 1024)))).toEqual([413, 'body_too_large'])
    expect(outcome(await signIn(name, 'x'.repeat(10_000)))).toEqual([400, 'validation_failed'])
  })

  it('has a password in whatever unicode form the keyboard sends', async () => {
    await register(name, 'cafe\u0301 corner noon')
    expect((await signIn(name, 'café corner noon')).statusCode).toBe(200)
  })

  it('is not told apart from one that is not there', async () => {
    await register()
    const [wrong, unknown] = [await signIn(name, 'wrong horse'), await signIn('nobodyhere', 'wrong horse')]
    const shown = ({ request_id: _, ...rest }: Record<string, unknown>) => rest
    expect(shown(wrong.json())).toEqual(shown(unknown.json()))
    expect(outcome(wrong)).toEqual([401, 'credentials_wrong'])
    expect(wrong.headers['www-authenticate']).toContain('Bearer')
  })

  it.each([
    [{}, 400, 'validation_failed'],
    [{ username: 'ada' }, 400, 'validation_failed'],
    [{ username: ['ada'], password: PASSWORD }, 400, 'validation_failed'],
    [{ username: 'ada', password: PASSWORD, role: 'admin' }, 400, 'validation_failed'],
    [[], 400, 'validation_failed'],
    [null, 400, 'validation_failed'],
  ])('is not made of %j', async (body, status, code) => {
    expect(
      outcome(await post('register', body === null ? 'null' : body, { 'content-type': 'application/json' })),
    ).toEqual([status, code])
  })

  it('closes to a client that guesses its password, and to no other', async () => {
    await register()
    const wrong = []
    for (let i = 0; i < 5; i++) wrong.push((await signIn(name, `wrong horse ${i}`)).statusCode)
    expect(wrong).toEqual(Array(5).fill(401))
    expect(outcome(await signIn())).toEqual([429, 'rate_limited'])
    expect((await signIn('nobodyhere', 'wrong horse')).statusCode).toBe(401)
    client++
    expect((await signIn()).statusCode).toBe(200)
  })

  it('closes to everybody when a hundred passwords were guessed from everywhere', async () => {
    await register()
    await Promise.all(
      Array.from({ length: 100 }, () => api.app.limits.add(`failed:${name}`, { max: 1, windowMs: 60_000 })),
    )
    expect(outcome(await signIn())).toEqual([429, 'rate_limited'])
  })

  it('past ten sign-ins a minute has to wait', async () => {
    const answers = []
    for (let i = 0; i < 11; i++) answers.push(await signIn('nobodyhere', 'wrong horse'))
    expect(outcome(answers.at(-1)!)).toEqual([429, 'rate_limited'])
    expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('a session', () => {
  it('goes on by its refresh token, which counts once', async () => {
    const first = (await register()).json()
    const second = (await post('token/refresh', { refresh: first.refresh })).json()
    expect((await me(second.access)).statusCode).toBe(200)
    expect(outcome(await post('token/refresh', { refresh: first.refresh }))).toEqual([401, 'token_reused'])
    // The family is ended: whoever holds the newer pair has nothing any more.
    expect(outcome(await post('token/refresh', { refresh: second.refresh }))).toEqual([401, 'token_invalid'])
    expect(outcome(await me(second.access))).toEqual([401, 'token_invalid'])
  })

  it('of which one refresh token is used by two at once gives one of them a pair, and then ends', async () => {
    const { refresh } = (await register()).json()
    const both = await Promise.all([1, 2].map(() => post('token/refresh', { refresh })))
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 401])
    const won = both.find((answer) => answer.statusCode === 200)!.json()
    expect(outcome(await post('token/refresh', { refresh: won.refresh }))).toEqual([401, 'token_invalid'])
  })

  it('ends with signing out; other sessions of the account go on', async () => {
    const [one, other] = [(await register()).json(), (await signIn()).json()]
    const out = await post('logout', { refresh: one.refresh })
    expect([out.statusCode, out.body]).toEqual([204, ''])
    expect(outcome(await me(one.access))).toEqual([401, 'token_invalid'])
    expect(outcome(await post('token/refresh', { refresh: one.refresh }))).toEqual([401, 'token_invalid'])
    expect((await me(other.access)).statusCode).toBe(200)
  })

  it('ends with a new password, and with the account', async () => {
    const one = (await register()).json()
    await givePassword(api.pool, CLI, await findUserId(api.pool, name), 'another long secret 7')
    expect(outcome(await me(one.access))).toEqual([401, 'token_invalid'])
    expect(outcome(await post('token/refresh', { refresh: one.refresh }))).toEqual([401, 'token_invalid'])
    const two = (await signIn(name, 'another long secret 7')).json()
    await api.pool.query('delete from users where username = $1', [name])
    expect(outcome(await me(two.access))).toEqual([401, 'token_invalid'])
    expect(outcome(await post('token/refresh', { refresh: two.refresh }))).toEqual([401, 'token_invalid'])
  })

  it('has the role that the account has now', async () => {
    const user = await createUser(api.pool, { username: name, password: PASSWORD, role: 'admin' })
    const { access } = (await signIn()).json()
    expect((await me(access)).json().role).toBe('admin')
    await changeUser(api.pool, CLI, user.id, { role: 'user' }, { keepAdmin: false })
    expect((await me(access)).json()).toMatchObject({ id: user.id, role: 'user' })
  })
})

describe('a token', () => {
  const refused = async (token: string) => expect(outcome(await me(token))).toEqual([401, 'token_invalid'])

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
    const { access } = (await register()).json()
    expect((await me(access)).statusCode).toBe(200)
    const [head, body, mac] = access.split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const change of [{ exp: claims.exp + 3600 }, { sub: '1' }, { kind: 'refresh' }, { cv: 7 }])
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
        outcome(await api.request({ url: '/api/v1/auth/me/', headers: { ...from(), authorization } })),
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
    expect(outcome(await me(await forge({ expires: Math.floor(Date.now() / 1000) - 1 })))).toEqual([
      401,
      'token_expired',
    ])
  })

  it('of the other kind is refused on both sides', async () => {
    const { access, refresh } = (await register()).json()
    await refused(refresh)
    expect(outcome(await post('token/refresh', { refresh: access }))).toEqual([401, 'token_invalid'])
    expect(outcome(await post('token/verify', { token: refresh }))).toEqual([401, 'token_invalid'])
  })

  it('that is bad is refused on public routes too, rather than taken for nobody', async () => {
    const answer = await api.request({ url: '/api/v1/chains/', headers: { ...from(), authorization: 'Bearer a.b.c' } })
    expect(outcome(answer)).toEqual([401, 'token_invalid'])
    expect(outcome(await api.request({ url: '/api/v1/auth/me/', headers: from() }))).toEqual([401, 'token_missing'])
  })

  it('of the secret of before goes over to the new one by its refresh, so that the old one can be dropped', async () => {
    const old = (await register()).json()
    const NEW = 'a new secret of more than 32 signs'
    const overSameTables = (env: Record<string, string>) =>
      createApp({
        config: readConfig({ RATE_LIMIT_ANON: '1000000/minute', JWT_SECRET: NEW, ...env }),
        pool: api.pool,
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
    const { access } = (await register()).json()
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
        [(await me(access)).json().id],
      )
      const answer = await rotated.request({ url: '/api/v1/auth/me/', headers: { authorization: `Bearer ${access}` } })
      expect(answer.statusCode).toBe(status)
      await rotated.close()
    }
  })
})
