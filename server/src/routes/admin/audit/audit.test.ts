import { afterAll, beforeAll, expect, it } from 'vitest'
import { CLI } from '../../../audit/cliActor.ts'
import { recordAction } from '../../../audit/recordAction.ts'
import { withTransaction } from '../../../lib/database.ts'
import { type Desk, openDesk } from '../testing/openDesk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ world: [] })
})
afterAll(() => desk.close())

it('the log takes entries and gives none up', async () => {
  const refused = /never changed or deleted/
  for (const statement of [
    "update admin_log set actor = 'nobody'",
    'update admin_log set id = default where false',
    'delete from admin_log',
    'truncate admin_log',
    'set session_replication_role = replica; delete from admin_log',
  ]) {
    const client = await desk.pool.connect()
    await expect(client.query(statement), statement).rejects.toThrow(refused)
    client.release(true)
  }
  expect((await desk.audit()).length).toBe(3)
})

it('an action that fails leaves no entry', async () => {
  const before = (await desk.audit()).length
  await expect(
    withTransaction(desk.pool, async (tx) => {
      await recordAction(tx, CLI, { action: 'test.fail', subject: 'test:1' })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await desk.audit()).toHaveLength(before)
})

it('entries are found by actor, action, subject and time, and exported', async () => {
  await withTransaction(desk.pool, async (tx) => {
    for (const n of [1, 2, 3])
      await recordAction(
        tx,
        { name: `w${n}`, id: n },
        { action: `thing.do${n}`, subject: `thing:0xAB${n}\u0000`, after: { n, text: 'a\u0000b' } },
      )
  })
  const subjects = async (filter: string) => (await desk.audit(filter)).map(({ actor }) => actor)
  expect(await subjects('actor=w2')).toEqual(['w2'])
  expect(await subjects('action=thing.do3')).toEqual(['w3'])
  expect(await subjects('action=thing.')).toEqual(['w3', 'w2', 'w1'])
  expect(await subjects('action=Thing')).toEqual(['w3', 'w2', 'w1'])
  expect(await subjects('action=t_ing')).toEqual([])
  expect(await subjects('subject=0xab1')).toEqual(['w1'])
  expect(await subjects('action=thing.&until=2020-01-01')).toEqual([])
  expect(await subjects('action=thing.&since=2020-01-01T00:00:00Z')).toHaveLength(3)
  expect((await desk.told(400, 'GET', 'audit/?since=yesterday')).errors[0].path).toBe('since')
  const csv = await desk.ask('GET', 'audit/export.csv?action=thing.')
  expect(csv.body.split('\r\n')[0]).toBe('id,at,actor,actor_id,action,subject,before,after,request_id')
  expect(csv.body.trimEnd().split('\r\n')).toHaveLength(4)
  const ndjson = await desk.ask('GET', 'audit/export.ndjson?action=thing.do1')
  expect(JSON.parse(ndjson.body)).toMatchObject({ actor: 'w1', after: { n: 1 } })
  const [{ id }] = await desk.audit('actor=w2')
  expect(await desk.told(200, 'GET', `audit/${id}/`)).toMatchObject({ action: 'thing.do2' })
  await desk.told(404, 'GET', 'audit/999999/')
})
