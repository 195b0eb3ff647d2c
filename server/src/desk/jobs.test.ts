import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { quietLogger } from '../../test/support/startPipeline.ts'
import { waitFor } from '../../test/support/waitFor.ts'
import { WITH_US } from '../../test/support/withUs.ts'
import { misbehaviours, startGateway } from '../ipfs/testing/hostileGateway.ts'
import { addressOf, createMetadataWorld, type MetadataWorld } from '../metadata/testing/createMetadataWorld.ts'
import { type Desk, openDesk } from '../routes/admin/testing/openDesk.ts'
import { deskWork } from './testing/deskWork.ts'

const startWorkerProcess = (world: MetadataWorld, gatewayUrl: string) => {
  const worker = join(import.meta.dirname, 'testing/workerProcess.ts')
  const [file = '', ...words] = [...WITH_US, process.execPath, worker]
  return spawn(file, [...words, world.database.url, gatewayUrl, world.storeDir], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

async function openWorld() {
  const world = await createMetadataWorld()
  const desk = await openDesk({ databaseUrl: world.database.url, world: [] })
  return {
    ...world,
    desk,
    startDeskWorker(gatewayUrl: string) {
      const gateways = world.gateways([gatewayUrl])
      const tools = { pool: world.pool, store: world.store, gateways, timeoutMs: 2_000 }
      return world.startWorker({ gateways, config: { ipfsFetchTimeoutMs: 2_000 }, more: deskWork(tools, quietLogger) })
    },
    async [Symbol.asyncDispose]() {
      await desk.close()
      await world[Symbol.asyncDispose]()
    },
  }
}

async function ended(desk: Desk, id: number) {
  await waitFor('the end of the job', async () => {
    const { state } = await desk.told(200, 'GET', `jobs/${id}/`)
    return state !== 'queued' && state !== 'running'
  })
  return desk.told(200, 'GET', `jobs/${id}/`)
}

test('a bulk refresh does what can be done, reports what cannot, and goes on after its worker was killed', async () => {
  await using world = await openWorld()
  await using hanging = await startGateway(world.blocks, misbehaviours['a hang after the headers'])
  await using good = await startGateway(world.blocks)
  const campaigns = range(12).map((i) => ({ address: addressOf(i), cid: world.publish({ name: `Campaign ${i}` }) }))
  await world.addCampaigns(campaigns)
  // Nothing of it is fetched by itself: the job alone does.
  await world.pool.query('delete from graphile_worker._private_jobs')
  await world.pool.query(
    `insert into campaign_metadata (chain_id, campaign_address, cid, state)
     select chain_id, address, cid, 'failed' from campaigns`,
  )
  world.blocks.delete([...world.blocks.keys()][5]!)

  const child = startWorkerProcess(world, hanging.url)
  const job = await world.desk.told(202, 'POST', 'metadata/bulk-refresh/', { state: 'failed' }, 'staff')
  expect(job).toMatchObject({ kind: 'refresh_metadata', state: 'queued', total: 12, done: 0, created_by: 'a-staff' })
  await waitFor('the job in hand', async () => {
    const { state } = await world.desk.told(200, 'GET', `jobs/${job.id}/`)
    return state === 'running' && (await world.jobs()).some(({ locked_by }) => locked_by !== null)
  })
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect((await world.desk.told(200, 'GET', `jobs/${job.id}/`)).state).toBe('running')

  await world.startDeskWorker(good.url)
  const done = await ended(world.desk, job.id)
  expect(done).toMatchObject({ state: 'done', total: 12, done: 11, failed: 1, error: null })
  expect(done.failures).toEqual([{ subject: addressOf(5), reason: expect.stringMatching(/./) }])
  expect((await world.desk.told(200, 'GET', 'metadata/?state=resolved')).count).toBe(11)
  expect((await world.desk.told(409, 'POST', `jobs/${job.id}/cancel/`)).code).toBe('job_ended')
  expect((await world.desk.audit('action=job.')).map(({ actor, subject }) => [actor, subject])).toEqual([
    ['a-staff', `job:${job.id}`],
  ])
})

test('bulk actions are done once each, though the worker is killed in their midst, and written down one by one', async () => {
  await using world = await openWorld()
  await using gateway = await startGateway(world.blocks)
  const addresses = range(150).map((i) => addressOf(i))
  await world.addCampaigns(addresses.map((address) => ({ address, cid: '' })))
  const unknown = addressOf('unknown')
  const { id } = await world.desk.told(202, 'POST', 'campaigns/bulk/', {
    action: 'hide',
    reason: 'A wave of copies.',
    addresses: [...addresses, unknown, addresses[0]],
  })
  const child = startWorkerProcess(world, gateway.url)
  await waitFor('some of them', async () => (await world.desk.told(200, 'GET', `jobs/${id}/`)).done > 10)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await world.startDeskWorker(gateway.url)
  const done = await ended(world.desk, id)
  expect(done).toMatchObject({ state: 'done', total: 151, done: 150, failed: 1 })
  expect(done.failures).toEqual([{ subject: unknown, reason: `Chain 31337 has no campaign ${unknown}.` }])
  const { rows } = await world.pool.query(
    `select count(*) as entries, count(distinct subject) as campaigns, min(request_id) as request from admin_log
     where action = 'campaign.hide'`,
  )
  expect(rows[0]).toEqual({ entries: 150, campaigns: 150, request: `job:${id}` })
  expect((await world.desk.told(200, 'GET', 'campaigns/?hidden=true')).count).toBe(150)

  for (const action of ['feature', 'unfeature', 'unhide']) {
    const some = addresses.slice(0, 3)
    const next = await world.desk.told(202, 'POST', 'campaigns/bulk/', { action, addresses: some })
    expect(await ended(world.desk, next.id)).toMatchObject({ state: 'done', done: 3, failed: 0 })
    const featured = (await world.desk.told(200, 'GET', 'featured/')).results
    expect(featured.map(({ id: address }: { id: string }) => address)).toEqual(action === 'feature' ? some : [])
  }
  expect((await world.desk.told(200, 'GET', 'campaigns/?hidden=true')).count).toBe(147)
})

test('a job that is cancelled keeps what it did and does no more; one whose queue was lost is taken up again', async () => {
  await using world = await openWorld()
  await using hanging = await startGateway(world.blocks, misbehaviours['a hang after the headers'])
  const campaigns = range(3).map((i) => ({ address: addressOf(i), cid: world.publish({ name: `Campaign ${i}` }) }))
  await world.addCampaigns(campaigns)
  await world.pool.query('delete from graphile_worker._private_jobs')
  const addresses = campaigns.map(({ address }) => address)
  const { id } = await world.desk.told(202, 'POST', 'metadata/bulk-refresh/', { addresses })
  await world.pool.query('delete from graphile_worker._private_jobs')
  await world.startDeskWorker(hanging.url)
  await waitFor('it runs', async () => (await world.desk.told(200, 'GET', `jobs/${id}/`)).state === 'running')
  expect(await world.desk.told(200, 'POST', `jobs/${id}/cancel/`, undefined, 'staff')).toMatchObject({
    state: 'cancelled',
    finished_at: expect.any(String),
  })
  await waitFor('it is let go', async () => (await world.jobs()).every(({ task }) => task !== 'desk.run'))
  expect((await world.desk.told(200, 'GET', `jobs/${id}/`)).state).toBe('cancelled')
  // Nobody may end what he may not begin.
  const run = await world.desk.told(202, 'POST', 'verify-runs/', {})
  await world.desk.told(403, 'POST', `jobs/${run.id}/cancel/`, undefined, 'staff')
  expect(await ended(world.desk, run.id)).toMatchObject({ state: 'failed', error: 'there is no chain here' })
  expect(await world.desk.told(200, 'GET', `verify-runs/${run.id}/`)).toMatchObject({ ok: null, state: 'failed' })
})

test('bulk requests that do not hold together are refused', async () => {
  await using world = await openWorld()
  const { desk } = world
  const address = addressOf(1)
  for (const [path, body] of [
    ['campaigns/bulk/', { action: 'hide', addresses: [address] }],
    ['campaigns/bulk/', { action: 'delete', addresses: [address] }],
    ['campaigns/bulk/', { action: 'unhide', addresses: [] }],
    ['campaigns/bulk/', { action: 'unhide', addresses: ['0x1'] }],
    ['metadata/bulk-refresh/', {}],
    ['metadata/bulk-refresh/', { state: 'failed', addresses: [address] }],
    [`campaigns/${address}/hide/`, { reason: ' \n ' }],
  ] as const)
    expect((await desk.ask('POST', path, body)).statusCode, JSON.stringify(body)).toBe(400)
  expect((await desk.told(200, 'GET', 'jobs/')).count).toBe(0)
})
