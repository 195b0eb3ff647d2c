import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHAIN_ID } from '../../testing/world.ts'
import { type Desk, openDesk } from '../testing/openDesk.ts'

let desk: Desk
let addresses: string[]
beforeAll(async () => {
  desk = await openDesk({ env: { TRUST_PROXY: 'on' } })
  addresses = desk.world.filter(({ chain_id }) => chain_id === CHAIN_ID).map(({ address }) => address)
})
afterAll(() => desk.close())

const report = (address: string, body: object, client: string, token?: string) =>
  desk.post(`/api/v1/campaigns/${address}/reports/`, body, {
    'x-forwarded-for': client,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  })

it('a visitor reports a campaign once, and the staff decide', async () => {
  const [first, second] = addresses as [string, string]
  const made = await report(first, { reason: 'scam', details: ' The pictures\nare mine. ' }, '10.0.0.1')
  expect([made.statusCode, made.json()]).toMatchObject([201, { campaign_address: first, state: 'open' }])
  const again = await report(first, { reason: 'spam' }, '10.0.0.1')
  expect([again.statusCode, again.json().code]).toEqual([409, 'already_reported'])
  expect((await report(first, { reason: 'spam' }, '10.0.0.2')).statusCode).toBe(201)
  expect((await report(second, { reason: 'other' }, '10.0.0.3', desk.tokens.user)).statusCode).toBe(201)

  const open = await desk.told(200, 'GET', 'reports/?state=open&ordering=created_at', undefined, 'staff')
  expect(open.results.map(({ reporter, reason }: Record<string, string>) => [reporter, reason])).toEqual([
    ['anonymous', 'scam'],
    ['anonymous', 'spam'],
    ['a-user', 'other'],
  ])
  expect(open.results[0].details).toBe('The pictures\nare mine.')
  expect((await desk.told(200, 'GET', 'campaigns/?reported=true')).results).toHaveLength(2)
  expect((await desk.told(200, 'GET', 'overview/')).reports_open).toBe(3)
  // Nobody's address is kept.
  const { rows } = await desk.pool.query('select reporter_key from campaign_reports')
  expect(JSON.stringify(rows)).not.toContain('10.0.0')

  const [scam, spam, other] = open.results.map(({ id }: { id: number }) => id)
  await desk.told(400, 'POST', `reports/${scam}/resolve/`, { state: 'dismissed', hide: true, reason: 'x' })
  await desk.told(400, 'POST', `reports/${scam}/resolve/`, { state: 'upheld', hide: true })
  const upheld = { state: 'upheld', note: 'Seen.', hide: true, reason: 'Stolen pictures.' }
  expect(await desk.told(200, 'POST', `reports/${scam}/resolve/`, upheld, 'staff')).toMatchObject({
    state: 'upheld',
    note: 'Seen.',
    resolved_by: 'a-staff',
    campaign_hidden: true,
  })
  expect((await desk.request(`/api/v1/campaigns/${first}/`)).json().reason).toBe('Stolen pictures.')
  expect((await desk.told(409, 'POST', `reports/${scam}/resolve/`, { state: 'dismissed' })).code).toBe(
    'report_resolved',
  )
  await desk.told(200, 'POST', `reports/${spam}/resolve/`, { state: 'upheld' })
  await desk.told(200, 'POST', `reports/${other}/resolve/`, { state: 'dismissed' })
  // A decided one does not keep the same visitor from reporting again.
  expect((await report(second, { reason: 'illegal' }, '10.0.0.3', desk.tokens.user)).statusCode).toBe(201)
  expect((await report(first, { reason: 'scam' }, '10.0.0.9')).statusCode).toBe(451)
  expect((await desk.audit('action=report.')).map(({ action }) => action)).toEqual([
    'report.dismiss',
    'report.uphold',
    'report.uphold',
  ])
  const csv = await desk.ask('GET', 'reports/export.csv?state=upheld')
  expect(csv.body.trimEnd().split('\r\n').length).toBeGreaterThan(2)
})

it('reports are few in ten minutes, a client or an account', async () => {
  const statuses: number[] = []
  for (const address of addresses.slice(10, 17))
    statuses.push((await report(address, { reason: 'spam' }, '10.9.9.9')).statusCode)
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429])
  const refused = await report(addresses[20]!, { reason: 'spam' }, '10.9.9.9')
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(500)
  expect((await report(addresses[20]!, { reason: 'spam' }, '10.9.9.8')).statusCode).toBe(201)
})

it('a report that is none is refused', async () => {
  const [address] = addresses.slice(30) as [string]
  for (const [i, body] of [
    {},
    { reason: 'dislike' },
    { reason: 'spam', details: 'x'.repeat(2001) },
    { reason: 'spam', details: 'a\u0000b' },
    { reason: 'spam', extra: 1 },
  ].entries())
    expect((await report(address, body, `10.1.1.${i}`)).statusCode, JSON.stringify(body).slice(0, 60)).toBe(400)
  expect((await report(`0x${'0'.repeat(40)}`, { reason: 'spam' }, '10.1.2.1')).statusCode).toBe(404)
})
