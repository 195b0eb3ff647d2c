import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, openDesk, PASSWORD } from '../testing/openDesk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ world: [] })
})
afterAll(() => desk.close())

const signIn = (username: string, password: string) => desk.post('/api/v1/auth/token/', { username, password })

it('an account made at the desk signs in, and every change of it is written down', async () => {
  const made = await desk.told(201, 'POST', 'users/', { username: 'Ada', password: PASSWORD, role: 'staff' })
  expect(made).toMatchObject({ username: 'Ada', role: 'staff', disabled: false })
  expect((await signIn('ada', PASSWORD)).statusCode).toBe(200)
  await desk.told(409, 'POST', 'users/', { username: 'ADA', password: PASSWORD })
  await desk.told(400, 'POST', 'users/', { username: 'eve', password: 'password1' })
  const { password } = await desk.told(200, 'POST', `users/${made.id}/reset-password/`)
  expect((await signIn('ada', PASSWORD)).statusCode).toBe(401)
  expect((await signIn('ada', password)).statusCode).toBe(200)
  expect(
    await desk.told(200, 'POST', `users/${made.id}/reset-password/`, { password: 'another long secret 7' }),
  ).toMatchObject({ username: 'Ada', password: null })
  await desk.told(200, 'PATCH', `users/${made.id}/`, { role: 'user' })
  await desk.told(200, 'PATCH', `users/${made.id}/`, { disabled: true })
  const refused = await signIn('ada', 'another long secret 7')
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'account_disabled'])
  // Whoever does not know the password learns nothing of that.
  expect((await signIn('ada', 'wrong')).json().code).toBe('credentials_wrong')

  const entries = await desk.audit(`subject=user:${made.id}`)
  expect(entries.map(({ action, before, after }) => [action, before, after])).toEqual([
    ['user.change', { role: 'user', disabled: false }, { role: 'user', disabled: true }],
    ['user.change', { role: 'staff', disabled: false }, { role: 'user', disabled: false }],
    ['user.reset_password', null, null],
    ['user.reset_password', null, null],
    ['user.create', null, { username: 'Ada', role: 'staff' }],
  ])
  expect(entries[0]).toMatchObject({ actor: 'a-admin', request_id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(JSON.stringify(entries)).not.toContain('another long secret')
})

it('the last admin can be neither demoted nor disabled, also when two try at once', async () => {
  const { results } = await desk.told(200, 'GET', 'users/?role=admin')
  const [{ id }] = results
  expect((await desk.told(409, 'PATCH', `users/${id}/`, { role: 'staff' })).code).toBe('last_admin')
  expect((await desk.told(409, 'PATCH', `users/${id}/`, { disabled: true })).code).toBe('last_admin')
  const other = await desk.told(201, 'POST', 'users/', { username: 'second', password: PASSWORD, role: 'admin' })
  const answers = await Promise.all([id, other.id].map((one) => desk.ask('PATCH', `users/${one}/`, { role: 'staff' })))
  const admins = await desk.pool.query("select count(*) as count from users where role = 'admin'")
  expect(admins.rows[0].count).toBe(1)
  expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1)
})
