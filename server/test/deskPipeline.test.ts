import { parseEther } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDeskTools } from '../src/bin/createDeskTools.ts'
import { deskWork } from '../src/desk/testing/deskWork.ts'
import { temporaryStore } from '../src/ipfs/testing/temporaryStore.ts'
import { readConfig } from '../src/lib/config.ts'
import { createShutdown } from '../src/lib/shutdown.ts'
import { type RunningWorker, runWorker } from '../src/metadata/runWorker.ts'
import { type Desk, openDesk } from '../src/routes/admin/testing/openDesk.ts'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { projectionRows } from './support/projectionRows.ts'
import { type Pipeline, quietLogger, startPipeline } from './support/startPipeline.ts'
import { waitFor } from './support/waitFor.ts'
import { waitForHead } from './support/waitForHead.ts'

let chain: TestChain
let databases: TestDatabase[]
let pipeline: Pipeline
let store: Awaited<ReturnType<typeof temporaryStore>>
let worker: RunningWorker
let desk: Desk

const open = (database: TestDatabase) =>
  startPipeline({
    databaseUrl: database.url,
    rpcUrls: [chain.rpcUrl],
    chainId: chain.chainId,
    factoryAddresses: [chain.factoryAddress],
  })

/** Everything of the desk on a real chain: the same wiring as the processes have. */
beforeAll(async () => {
  chain = await createTestChain()
  databases = [await createTestDatabase()]
  pipeline = await open(databases[0]!)
  await pipeline.startConsumer()
  pipeline.startProducer()
  store = await temporaryStore()
  const config = readConfig({ RPC_URL: chain.rpcUrl, FACTORY_ADDRESS: chain.factoryAddress })
  const [{ url }] = databases as [TestDatabase]
  const database = { url, pool: pipeline.pool, embedded: false }
  const parts = { config, logger: quietLogger, shutdown: createShutdown(quietLogger), database }
  const tools = createDeskTools(parts, { store: store.store }, pipeline.broker)
  worker = await runWorker({
    databaseUrl: url,
    pool: pipeline.pool,
    store: store.store,
    config,
    logger: quietLogger,
    pollIntervalMs: 100,
    more: deskWork(tools, quietLogger),
  })
  desk = await openDesk({ databaseUrl: url, world: [], broker: pipeline.broker })
})

afterAll(async () => {
  await desk?.close()
  await worker?.stop()
  await pipeline?.stop()
  await store?.[Symbol.asyncDispose]()
  for (const database of databases) await database.drop()
  await chain?.stop()
})

const settled = async (of = pipeline) =>
  waitForHead(of.pool, (await chain.client.getBlock()) as { number: bigint; hash: string })

async function fresh() {
  const database = await createTestDatabase()
  databases.push(database)
  const other = await open(database)
  await other.startConsumer()
  other.startProducer()
  await settled(other)
  const rows = await projectionRows(other.pool)
  await other.stop()
  return rows
}

async function ended(id: number) {
  let job: { state: string } = { state: 'queued' }
  await waitFor('the end of the job', async () => {
    job = await desk.told(200, 'GET', `jobs/${id}/`)
    return job.state !== 'queued' && job.state !== 'running'
  })
  return job
}

test('a dead letter is listed, shown with its message, replayed by an admin, and right in the books', async () => {
  const [, creator, donor] = chain.accounts
  const { address } = await chain.createCampaign({ creator: creator!, goalWei: parseEther('1') })
  await settled()
  await pipeline.pool.query('alter table contributions add constraint poison check (contributed_wei <> 666)')
  await chain.donate({ campaign: address, donor: donor!, amountWei: 666n })
  await waitFor('the dead letter', async () => (await desk.told(200, 'GET', 'overview/')).dead_letters === 1)
  const {
    results: [letter],
  } = await desk.told(200, 'GET', `dead-letters/?chain_id=${chain.chainId}`, undefined, 'staff')
  expect(letter).toMatchObject({ chain_id: chain.chainId, queue: `kindling.${chain.chainId}.0of1`, attempts: 5 })
  const shown = await desk.told(200, 'GET', `dead-letters/${letter.id}/`, undefined, 'staff')
  expect(shown.reason).toContain('poison')
  expect(shown.message).toMatchObject({ chainId: chain.chainId, kind: 'blocks' })
  const { recent_errors } = await desk.told(200, 'GET', 'overview/')
  expect(recent_errors[0]).toMatchObject({ where: `dead letter ${letter.id} of ${letter.queue}` })

  await pipeline.pool.query('alter table contributions drop constraint poison')
  await desk.told(403, 'POST', `dead-letters/${letter.id}/replay/`, undefined, 'staff')
  await desk.told(204, 'POST', `dead-letters/${letter.id}/replay/`)
  await settled()
  expect((await desk.told(200, 'GET', `campaigns/${address.toLowerCase()}/`)).total_raised_wei).toBe('666')
  expect(await projectionRows(pipeline.pool)).toEqual(await fresh())
  expect((await desk.told(404, 'POST', `dead-letters/${letter.id}/replay/`)).code).toBe('dead_letter_not_found')
  const [entry] = await desk.audit('action=dead_letter.')
  expect(entry).toMatchObject({ action: 'dead_letter.replay', subject: `dead_letter:${letter.id}` })
  expect(entry.before.body).toContain(address.toLowerCase())
})

test('a letter of lanes that are no more is not replayed, and discarded it is gone', async () => {
  await pipeline.pool.query(
    "insert into dead_letters (queue, reason, attempts, body, identity) values ($1, 'x', 1, 'no json', 'i')",
    [`kindling.${chain.chainId}.1of7`],
  )
  await pipeline.pool.query('update chains set partitions = 1')
  const {
    results: [letter],
  } = await desk.told(200, 'GET', 'dead-letters/')
  expect((await desk.told(200, 'GET', `dead-letters/${letter.id}/`)).message).toBeNull()
  expect((await desk.told(409, 'POST', `dead-letters/${letter.id}/replay/`)).code).toBe('dead_letter_outdated')
  await desk.told(204, 'POST', `dead-letters/${letter.id}/discard/`)
  expect((await desk.told(200, 'GET', 'dead-letters/')).count).toBe(0)
})

test('a verify run finds what was changed behind the back, and nothing once it is mended', async () => {
  await settled()
  const good = await desk.told(202, 'POST', 'verify-runs/', {})
  expect(await ended(good.id)).toMatchObject({ state: 'done' })
  expect(await desk.told(200, 'GET', `verify-runs/${good.id}/`)).toMatchObject({
    ok: true,
    differences_count: 0,
    campaigns_checked: 1,
    blocks: [{ number: expect.any(Number) }],
  })
  await pipeline.pool.query('update campaigns set total_raised_wei = total_raised_wei + 1')
  const bad = await desk.told(202, 'POST', 'verify-runs/', { chain_id: chain.chainId, sample: 1 })
  await ended(bad.id)
  const found = await desk.told(200, 'GET', `verify-runs/${bad.id}/`, undefined, 'staff')
  expect(found).toMatchObject({ ok: false, sample: 1 })
  expect(found.differences).toContainEqual(
    expect.objectContaining({ kind: 'contract', field: 'total_raised_wei', stored: '667', expected: '666' }),
  )
  await pipeline.pool.query('update campaigns set total_raised_wei = total_raised_wei - 1')
  const { results } = await desk.told(200, 'GET', 'verify-runs/')
  expect(results.map(({ id, ok }: { id: number; ok: boolean }) => [id, ok])).toEqual([
    [bad.id, false],
    [good.id, true],
  ])
})

test('a resync takes back what is above a block and ends in the same rows', async () => {
  await settled()
  const before = await projectionRows(pipeline.pool)
  const epoch = (await desk.told(200, 'GET', 'chains/')).results[0].checkpoint.epoch
  await desk.told(404, 'POST', 'chains/99/resync/', { from_block: 1 })
  const job = await desk.told(202, 'POST', `chains/${chain.chainId}/resync/`, { from_block: 1 })
  expect(await ended(job.id)).toMatchObject({ state: 'done', error: null })
  await settled()
  expect(await projectionRows(pipeline.pool)).toEqual(before)
  const [now] = (await desk.told(200, 'GET', 'chains/')).results
  expect(now.checkpoint.epoch).toBeGreaterThan(epoch)
  expect(now).toMatchObject({ id: chain.chainId, state: 'live', halted_reason: null, resync_job: null })
  expect(now.lanes).toMatchObject([{ partition: 0, epoch: now.checkpoint.epoch, last_block: now.last_block }])
  expect((await desk.audit('action=job.resync'))[0]).toMatchObject({ after: { from_block: 1 } })
})

test('queues and consumers are counted at the broker, and unanswered ones do not hold the page up', async () => {
  const overview = await desk.told(200, 'GET', 'overview/', undefined, 'staff')
  const queue = `kindling.${chain.chainId}.0of1`
  expect(overview.queues).toContainEqual(
    expect.objectContaining({ queue, kind: 'lane', depth: 0, consumers: 1, chain_id: chain.chainId }),
  )
  expect(overview.queues).toContainEqual(expect.objectContaining({ queue: 'desk.run', kind: 'jobs', consumers: 1 }))
  expect(overview.consumers).toMatchObject([{ queue, connected: 1 }])
  expect(overview.chains).toMatchObject([{ chain_id: chain.chainId, state: 'live', lag_blocks: 0 }])
  await pipeline.stopConsumer()
  await waitFor('nobody to read', async () => {
    const { results } = await desk.told(200, 'GET', 'queues/')
    return results.find((one: { queue: string }) => one.queue === queue).consumers === 0
  })
  const deaf = await openDesk({
    databaseUrl: databases[0]!.url,
    world: [],
    accounts: false,
    broker: {
      kind: 'rabbitmq',
      depth: () => new Promise(() => {}),
      consumers: async () => Promise.reject(new Error('away')),
      republish: () => new Promise(() => {}),
    },
  })
  // What the producer counted last, which goes on without its consumer.
  const counted = async (): Promise<number> =>
    (await desk.pool.query('select depth from lanes where chain_id = $1', [chain.chainId])).rows[0].depth
  await waitFor('what was counted last', async () => {
    const before = await counted()
    const { results } = await deaf.told(200, 'GET', 'queues/', undefined, 'staff')
    const told = results.find((one: { queue: string }) => one.queue === queue)
    expect(told).toMatchObject({ depth: expect.any(Number), consumers: null })
    // Between two looks it may have been counted anew.
    const isStill = before === (await counted())
    if (isStill) expect(told.depth).toBe(before)
    return isStill
  })
  await deaf.close()
})
