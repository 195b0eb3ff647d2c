import { Agent, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import { openTestApi } from '../routes/testing/openTestApi.ts'

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

function ask(port: number, path: string, agent: Agent | false): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ port, path, agent }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      response.on('error', reject)
    }).on('error', reject)
  })
}

async function listen() {
  const api = await openTestApi({ world: [] })
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  return { api, port: (api.app.server.address() as AddressInfo).port }
}

test('while it drains, an app fails readiness, still answers, gives connections up, and ends live streams', async () => {
  const { api, port } = await listen()
  const agent = new Agent({ keepAlive: true })
  const before = await ask(port, '/health/ready', agent)
  expect(before).toMatchObject({ status: 200, headers: { connection: 'keep-alive' } })
  const stream = ask(port, '/api/v1/stream/', false)
  await waitFor('an open stream', async () =>
    (await ask(port, '/metrics', agent)).body.includes('\nkindling_streams 1\n'),
  )

  const closed = api.app.draining.close({ drainMs: 1_000, forceAfterMs: 1_000 })
  const [ready, chains, live] = await Promise.all([
    ask(port, '/health/ready', agent),
    ask(port, '/api/v1/chains/', agent),
    ask(port, '/health/live', agent),
  ])
  expect(ready).toMatchObject({ status: 503, headers: { connection: 'close' } })
  expect(JSON.parse(ready.body)).toMatchObject({ code: 'not_ready', checks: { process: { ok: false } } })
  expect(chains).toMatchObject({ status: 200, headers: { connection: 'close' } })
  expect(live).toMatchObject({ status: 200, headers: { connection: 'close' } })
  expect((await stream).status).toBe(200)
  await closed
  await expect(ask(port, '/health/live', false)).rejects.toThrow('ECONNREFUSED')
  agent.destroy()
  await api.close()
})

test('a request in hand is answered before the app closes, and one that takes too long is cut off', async () => {
  const { api, port } = await listen()
  // Both wait in the database for a lock that this connection holds.
  const lock = await api.pool.connect()
  await lock.query('begin')
  await lock.query('lock table chains')
  const waits = async (count: number) => {
    const { rows } = await lock.query(
      "select count(*) as n from pg_locks where not granted and relation = 'chains'::regclass",
    )
    return rows[0].n >= count
  }
  const patient = ask(port, '/api/v1/chains/', false)
  await waitFor('the request waits', () => waits(1))
  const closed = api.app.draining.close({ drainMs: 0, forceAfterMs: 10_000 })
  await lock.query('commit')
  lock.release()
  expect((await patient).status).toBe(200)
  await closed
  await api.close()

  const second = await listen()
  const holder = await second.api.pool.connect()
  await holder.query('begin')
  await holder.query('lock table chains')
  const endless = ask(second.port, '/api/v1/chains/', false)
  const cut = expect(endless).rejects.toThrow()
  await waitFor('the request waits', async () => {
    const { rows } = await holder.query(
      "select count(*) as n from pg_locks where not granted and relation = 'chains'::regclass",
    )
    return rows[0].n >= 1
  })
  await second.api.app.draining.close({ drainMs: 0, forceAfterMs: 100 })
  await cut
  await holder.query('commit')
  holder.release()
  await second.api.close()
})
