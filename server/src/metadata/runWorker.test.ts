import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import { WITH_US } from '../../test/support/withUs.ts'
import { addRaw } from '../ipfs/testing/dags.ts'
import { deadUrl, honest, misbehaviours, startGateway } from '../ipfs/testing/hostileGateway.ts'
import { JOB_PRIORITY } from '../lib/jobs.ts'
import { migrate } from '../lib/migrate.ts'
import { addressOf, CHAIN_ID, createMetadataWorld, type MetadataWorld } from './testing/createMetadataWorld.ts'

const startWorkerProcess = (world: MetadataWorld, gatewayUrl: string): ChildProcess => {
  const worker = join(import.meta.dirname, 'testing/workerProcess.ts')
  const [file = '', ...words] = [...WITH_US, process.execPath, worker]
  return spawn(file, [...words, world.database.url, gatewayUrl, world.storeDir], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

test('the document of a new campaign is fetched, proved and stored, and then its pictures', async () => {
  await using world = await createMetadataWorld()
  const picture = addRaw(world.blocks, 'a picture')
  await using gateway = await startGateway(world.blocks)
  // No poll within the test: only the announcement of the job can wake the worker.
  await world.startWorker({ gateways: world.gateways([gateway.url]), pollIntervalMs: 600_000 })
  const document = { name: 'A well', image: `ipfs://${picture}`, tags: ['water'], category: 'Charity' }
  const cid = world.publish(document)
  await world.addCampaigns([{ address: addressOf(1), cid }])
  await waitFor('the picture in the store', async () => (await world.store.get(picture)) !== undefined)
  expect(await world.metadataOf(addressOf(1))).toMatchObject({
    cid,
    state: 'resolved',
    verified: true,
    attempts: 1,
    name: 'A well',
    image_cid: picture.toString(),
    tags: ['water'],
    category: 'charity',
    raw_json: document,
    last_error: null,
    next_attempt_at: null,
    ipfs_fetched_at: expect.any(Date),
  })
  await waitFor('no job left', async () => (await world.jobs()).length === 0)
})

test('300 campaigns over a slow gateway with 5 % errors and a dead sibling are all resolved', async () => {
  await using world = await createMetadataWorld()
  let asked = 0
  await using slow = await startGateway(world.blocks, (request) => {
    asked += 1
    const behaviour = asked % 20 === 0 ? misbehaviours[500] : honest
    setTimeout(() => behaviour(request), 20)
  })
  const campaigns = range(300).map((i) => ({ address: addressOf(i), cid: world.publish({ name: `Campaign ${i}` }) }))
  await world.addCampaigns(campaigns)
  await world.startWorker({ gateways: world.gateways([await deadUrl(), slow.url]) })
  await waitFor('all resolved', async () => (await world.countStates())['resolved'] === 300, 50_000)
  const { rows } = await world.pool.query('select campaign_address as address, cid, name from campaign_metadata')
  const named = new Map(rows.map((row) => [row.address, row]))
  expect(campaigns.map(({ address }) => named.get(address)?.name)).toEqual(range(300).map((i) => `Campaign ${i}`))
})

test('pictures that cannot be had leave the document resolved', async () => {
  await using world = await createMetadataWorld()
  await using gateway = await startGateway(world.blocks)
  await world.startWorker({ gateways: world.gateways([gateway.url]) })
  const missing = addRaw(new Map(), 'never published')
  await world.addCampaigns([{ address: addressOf(1), cid: world.publish({ name: 'A', image: `${missing}` }) }])
  await waitFor('the picture was tried', async () =>
    (await world.jobs()).some((job) => job.task === 'metadata.images' && job.attempts === 1 && job.locked_by === null),
  )
  expect(await world.metadataOf(addressOf(1))).toMatchObject({ state: 'resolved', last_error: null })
})

test('a new campaign is resolved at once while retries and pictures hang in every slot they have', async () => {
  await using world = await createMetadataWorld()
  const hanging = new Set<string>()
  await using gateway = await startGateway(world.blocks, (request) => {
    const isOld = [...hanging].some((cid) => request.request.url?.includes(cid))
    if (!isOld) honest(request)
  })
  const old = range(40).map((i) => ({ address: addressOf(`old ${i}`), cid: world.publish({ name: `Old ${i}` }) }))
  for (const { cid } of old) hanging.add(cid)
  await world.addCampaigns(old)
  await world.pool.query(
    `insert into campaign_metadata (chain_id, campaign_address, cid, state, attempts, error_code, next_attempt_at)
     select chain_id, address, cid, 'failed', 9, 'timeout', now() from campaigns`,
  )
  await world.pool.query('delete from graphile_worker._private_jobs')
  await world.startWorker({ gateways: world.gateways([gateway.url]), config: { ipfsFetchTimeoutMs: 60_000 } })
  await waitFor('retries hang', async () => (await world.jobs()).filter((job) => job.locked_by).length === 4)
  expect((await world.jobs()).every((job) => job.task === 'metadata.retry')).toBe(true)
  await world.addCampaigns([{ address: addressOf('new'), cid: world.publish({ name: 'New' }) }])
  await waitFor('the new one', async () => (await world.metadataOf(addressOf('new')))?.state === 'resolved')
  expect((await world.jobs()).filter((job) => job.priority === JOB_PRIORITY.retry)).toHaveLength(40)
})

test('the jobs of a killed worker are taken over at once by the next', async () => {
  await using world = await createMetadataWorld()
  await using hanging = await startGateway(world.blocks, misbehaviours['a hang after the headers'])
  await using good = await startGateway(world.blocks)
  const child = startWorkerProcess(world, hanging.url)
  const campaigns = range(12).map((i) => ({ address: addressOf(i), cid: world.publish({ name: `Campaign ${i}` }) }))
  await world.addCampaigns(campaigns)
  await waitFor('jobs in hand', async () => (await world.jobs()).filter((job) => job.locked_by).length === 8)
  // A second worker beside it takes nothing from one that lives.
  const beside = await world.startWorker({ gateways: world.gateways([good.url]) })
  // A job is gone a moment after what it did is there.
  await waitFor('the rest done', async () => (await world.jobs()).length === 8)
  expect((await world.countStates())['resolved']).toBe(4)
  expect((await world.jobs()).filter((job) => job.locked_by)).toHaveLength(8)
  await beside.stop()
  child.kill('SIGKILL')
  await once(child, 'exit')
  await world.startWorker({ gateways: world.gateways([good.url]) })
  await waitFor('all resolved', async () => (await world.countStates())['resolved'] === 12)
  await waitFor('no job left', async () => (await world.jobs()).length === 0)
})

/** mulberry32: the same numbers for the same seed. KILL_SEED tries others. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
const seeds = (process.env['KILL_SEEDS'] ?? '1,2').split(',').map(Number)

test.each(seeds)(
  'workers killed at random points of their work leave nothing stuck and nothing half stored (seed %i)',
  async (seed) => {
    const random = randomFrom(seed)
    await using world = await createMetadataWorld()
    const picture = addRaw(world.blocks, 'a picture')
    // The gateway counts: a kill comes after a random number of its answers and a random moment more, so that it meets workers
    // while they fetch, while they write blocks, within their transactions and between those and the end of the job.
    let answered = 0
    await using gateway = await startGateway(world.blocks, (request) => {
      setTimeout(() => {
        answered += 1
        if (random() < 0.1) misbehaviours[random() < 0.5 ? 500 : 'a reset'](request)
        else honest(request)
      }, 20 * random())
    })
    const campaigns = range(200).map((i) => {
      const document = { name: `Campaign ${i}`, location: `Place ${i}`, image: picture.toString() }
      return { address: addressOf(i), cid: world.publish(document) }
    })
    await world.addCampaigns(campaigns)
    for (const _ of range(4)) {
      const child = startWorkerProcess(world, gateway.url)
      const until = answered + 1 + Math.floor(40 * random())
      await waitFor('the moment to kill', async () => answered >= until || (await isQuiet(world)), 60_000)
      await sleep(30 * random())
      child.kill('SIGKILL')
      await once(child, 'exit')
      expect(await countHalf(world)).toBe(0)
    }
    await world.startWorker({ gateways: world.gateways([gateway.url]) })
    // What failed waits for its time; a test need not.
    const hurry = () =>
      world.pool.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null')
    await waitFor(
      'all resolved',
      async () => {
        await hurry()
        return (await world.countStates())['resolved'] === 200
      },
      60_000,
    )
    await waitFor(
      'no job left',
      async () => {
        await hurry()
        return (await world.jobs()).length === 0
      },
      60_000,
    )
    expect(await countHalf(world)).toBe(0)
    expect(await world.store.verify()).toMatchObject({ corrupt: [], blocks: 201 })
  },
)

const isQuiet = async (world: MetadataWorld) => ((await world.countStates())['resolved'] ?? 0) === 200

/** Rows that are not whole: resolved without what their document says, or failed without a job or a reason. */
async function countHalf(world: MetadataWorld): Promise<number> {
  const { rows } = await world.pool.query(
    `select count(*) as count from campaign_metadata m
     where case state
       when 'resolved' then (raw_json ->> 'name' = name and raw_json ->> 'location' = location
                             and raw_json ->> 'image' = image_cid and verified) is not true
       else last_error is null or next_attempt_at is null or not exists (
         select from graphile_worker._private_jobs job
         where job.key = 'metadata:' || m.chain_id || ':' || m.campaign_address)
     end`,
  )
  return rows[0].count
}

test('a stopped worker gives its jobs back uncounted', async () => {
  await using world = await createMetadataWorld()
  await using hanging = await startGateway(world.blocks, misbehaviours['a hang before the headers'])
  const worker = await world.startWorker({ gateways: world.gateways([hanging.url]) })
  await world.addCampaigns([{ address: addressOf(1), cid: world.publish({ name: 'A' }) }])
  await waitFor('the gateway was asked', () => hanging.asked.length > 0)
  await worker.stop()
  expect(await world.jobs()).toMatchObject([{ task: 'metadata.resolve', attempts: 0, locked_by: null }])
  expect(await world.metadataOf(addressOf(1))).toBeUndefined()
})

test('a worker whose database connections are all cut goes on', async () => {
  await using world = await createMetadataWorld()
  await using gateway = await startGateway(world.blocks, (request) => setTimeout(() => honest(request), 20))
  await world.startWorker({ gateways: world.gateways([gateway.url]) })
  const campaigns = range(60).map((i) => ({ address: addressOf(i), cid: world.publish({ name: `Campaign ${i}` }) }))
  await world.addCampaigns(campaigns)
  await waitFor('some resolved', async () => ((await world.countStates())['resolved'] ?? 0) >= 8)
  await world.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name like 'kindling worker%'`,
  )
  await waitFor('all resolved', async () => (await world.countStates())['resolved'] === 60, 40_000)
  await waitFor('no job left', async () => (await world.jobs()).length === 0)
  await world.addCampaigns([{ address: addressOf('later'), cid: world.publish({ name: 'Later' }) }])
  await waitFor('a later one', async () => (await world.metadataOf(addressOf('later')))?.state === 'resolved')
})

test('a lost job queue is filled again at the start, retries at their time', async () => {
  await using world = await createMetadataWorld()
  await using gateway = await startGateway(world.blocks)
  const cid = (name: string) => world.publish({ name })
  await world.addCampaigns([
    { address: addressOf('never tried'), cid: cid('1') },
    { address: addressOf('pending'), cid: cid('2') },
    { address: addressOf('given up'), cid: cid('3') },
    { address: addressOf('resolved'), cid: cid('4') },
    { address: addressOf('without'), cid: '' },
  ])
  const later = new Date(Date.now() + 3_600_000)
  const rows = [
    ['pending', 'pending', later],
    ['given up', 'failed', null],
    ['resolved', 'resolved', null],
    ['taken by a reorg', 'resolved', null],
  ] as const
  for (const [name, state, next] of rows) {
    await world.pool.query(
      `insert into campaign_metadata (chain_id, campaign_address, cid, state, next_attempt_at)
       values ($1, $2::text, coalesce((select cid from campaigns where address = $2::text), 'cid'), $3, $4)`,
      [CHAIN_ID, addressOf(name), state, next],
    )
  }
  await world.pool.query('drop schema graphile_worker cascade')
  await migrate(world.database.url)
  await world.startWorker({ gateways: world.gateways([gateway.url]) })
  await waitFor('the new one', async () => (await world.metadataOf(addressOf('never tried')))?.state === 'resolved')
  await waitFor('its job done', async () => (await world.jobs()).length === 1)
  expect(await world.jobs()).toMatchObject([{ task: 'metadata.retry', run_at: later }])
  expect(await world.countStates()).toEqual({ resolved: 2, pending: 1, failed: 1 })
  expect(await world.metadataOf(addressOf('taken by a reorg'))).toBeUndefined()
})
