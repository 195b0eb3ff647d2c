import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeUser, findUserId, givePassword } from '../../accounts/manageUsers.ts'
import { createUser } from '../../accounts/users.ts'
import { CLI } from '../../audit/cliActor.ts'
import { openAuthApi, outcome, PASSWORD } from './testing/openAuthApi.ts'

let auth: Awaited<ReturnType<typeof openAuthApi>>
let client = 0
let name = 'ada'
beforeAll(async () => {
  auth = await openAuthApi()
})
afterAll(() => auth.api.close())
beforeEach(() => {
  ;({ client, name } = auth.next())
})

describe('an account', () => {
  it('is made, signs in, and is told who it is', async () => {
    const made = await auth.register()
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      user: { username: name, role: 'user' },
    })
    const { access } = (await auth.signIn(name.toUpperCase())).json()
    const answer = await auth.me(access)
    expect(answer.json()).toMatchObject({ username: name, role: 'user', wallet_address: null })
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await auth.post('token/verify', { token: access })).json().username).toBe(name)
  })

  it.each([
    ['Straße', 'STRASSE'],
    ['ﬁnn', 'Finn'],
    ['zoé', 'ZOE\u0301'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
  ])('named %s is the same as %s', async (one, other) => {
    expect((await auth.register(`${one}${client}`)).statusCode).toBe(201)
    expect(outcome(await auth.register(`${other}${client}`))).toEqual([409, 'username_taken'])
    expect((await auth.signIn(`${other}${client}`)).statusCode).toBe(200)
  })

  it('registered by many at once is made once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => auth.register()))
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409, 409, 409, 409])
  })

  it.each(['ab', 'a b c', 'x'.repeat(33), 'ada\u0000', '.ada', 'ada..lovelace', '\u202eada', '<ada>', 'ada@home'])(
    'cannot be named %j',
    async (username) => {
      const answer = await auth.register(username)
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
    expect(outcome(await auth.register(name, password))).toEqual([400, 'password_weak'])
  })

  it('cannot have a password with its name in it, nor one of 1 MB', async () => {
    expect(outcome(await auth.register('lovelace', 'Lovelace-1852'))).toEqual([400, 'password_weak'])
    expect(outcome(await auth.register(name, 'x'.repeat(1024 * 1024)))).toEqual([413, 'body_too_large'])
    expect(outcome(await auth.signIn(name, 'x'.repeat(10_000)))).toEqual([400, 'validation_failed'])
  })

  it('has a password in whatever unicode form the keyboard sends', async () => {
    await auth.register(name, 'cafe\u0301 corner noon')
    expect((await auth.signIn(name, 'café corner noon')).statusCode).toBe(200)
  })

  it('is not told apart from one that is not there', async () => {
    await auth.register()
    const [wrong, unknown] = [await auth.signIn(name, 'wrong horse'), await auth.signIn('nobodyhere', 'wrong horse')]
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
      outcome(await auth.post('register', body === null ? 'null' : body, { 'content-type': 'application/json' })),
    ).toEqual([status, code])
  })

  it('closes to a client that guesses its password, and to no other', async () => {
    await auth.register()
    const wrong = []
    for (let i = 0; i < 5; i++) wrong.push((await auth.signIn(name, `wrong horse ${i}`)).statusCode)
    expect(wrong).toEqual(Array(5).fill(401))
    expect(outcome(await auth.signIn())).toEqual([429, 'rate_limited'])
    expect((await auth.signIn('nobodyhere', 'wrong horse')).statusCode).toBe(401)
    auth.move()
    expect((await auth.signIn()).statusCode).toBe(200)
  })

  it('closes to everybody when a hundred passwords were guessed from everywhere', async () => {
    await auth.register()
    await Promise.all(
      Array.from({ length: 100 }, () => auth.api.app.limits.add(`failed:${name}`, { max: 1, windowMs: 60_000 })),
    )
    expect(outcome(await auth.signIn())).toEqual([429, 'rate_limited'])
  })

  it('past ten sign-ins a minute has to wait', async () => {
    const answers = []
    for (let i = 0; i < 11; i++) answers.push(await auth.signIn('nobodyhere', 'wrong horse'))
    expect(outcome(answers.at(-1)!)).toEqual([429, 'rate_limited'])
    expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('a session', () => {
  it('goes on by its refresh token, which counts once', async () => {
    const first = (await auth.register()).json()
    const second = (await auth.post('token/refresh', { refresh: first.refresh })).json()
    expect((await auth.me(second.access)).statusCode).toBe(200)
    expect(outcome(await auth.post('token/refresh', { refresh: first.refresh }))).toEqual([401, 'token_reused'])
    // The family is ended: whoever holds the newer pair has nothing any more.
    expect(outcome(await auth.post('token/refresh', { refresh: second.refresh }))).toEqual([401, 'token_invalid'])
    expect(outcome(await auth.me(second.access))).toEqual([401, 'token_invalid'])
  })

  it('of which one refresh token is used by two at once gives one of them a pair, and then ends', async () => {
    const { refresh } = (await auth.register()).json()
    const both = await Promise.all([1, 2].map(() => auth.post('token/refresh', { refresh })))
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 401])
    const won = both.find((answer) => answer.statusCode === 200)!.json()
    expect(outcome(await auth.post('token/refresh', { refresh: won.refresh }))).toEqual([401, 'token_invalid'])
  })

  it('ends with signing out; other sessions of the account go on', async () => {
    const [one, other] = [(await auth.register()).json(), (await auth.signIn()).json()]
    const out = await auth.post('logout', { refresh: one.refresh })
    expect([out.statusCode, out.body]).toEqual([204, ''])
    expect(outcome(await auth.me(one.access))).toEqual([401, 'token_invalid'])
    expect(outcome(await auth.post('token/refresh', { refresh: one.refresh }))).toEqual([401, 'token_invalid'])
    expect((await auth.me(other.access)).statusCode).toBe(200)
  })

  it('ends with a new password, and with the account', async () => {
    const one = (await auth.register()).json()
    await givePassword(auth.api.pool, CLI, await findUserId(auth.api.pool, name), 'another long secret 7')
    expect(outcome(await auth.me(one.access))).toEqual([401, 'token_invalid'])
    expect(outcome(await auth.post('token/refresh', { refresh: one.refresh }))).toEqual([401, 'token_invalid'])
    const two = (await auth.signIn(name, 'another long secret 7')).json()
    await auth.api.pool.query('delete from users where username = $1', [name])
    expect(outcome(await auth.me(two.access))).toEqual([401, 'token_invalid'])
    expect(outcome(await auth.post('token/refresh', { refresh: two.refresh }))).toEqual([401, 'token_invalid'])
  })

  it('has the role that the account has now', async () => {
    const user = await createUser(auth.api.pool, { username: name, password: PASSWORD, role: 'admin' })
    const { access } = (await auth.signIn()).json()
    expect((await auth.me(access)).json().role).toBe('admin')
    await changeUser(auth.api.pool, CLI, user.id, { role: 'user' }, { keepAdmin: false })
    expect((await auth.me(access)).json()).toMatchObject({ id: user.id, role: 'user' })
  })
})
