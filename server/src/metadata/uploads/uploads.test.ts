import { spawn } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { base36 } from 'multiformats/bases/base36'
import { expect, test } from 'vitest'
import { waitFor } from '../../../test/support/waitFor.ts'
import { WITH_US } from '../../../test/support/withUs.ts'
import { parseCid } from '../../ipfs/cid.ts'
import { addDirectory } from '../../ipfs/testing/dags.ts'
import { type Reply, startKubo } from '../../ipfs/testing/pinServers.ts'
import { addressOf, CHAIN_ID, createMetadataWorld, type MetadataWorld } from '../testing/createMetadataWorld.ts'
import { collectUploads } from './collectUploads.ts'
import { enqueueMissingPins, enqueueMissingUnpins } from './enqueuePins.ts'
import { storeUpload } from './storeUpload.ts'

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

async function addUser(world: MetadataWorld, n = 0): Promise<number> {
  const { rows } = await world.pool.query('insert into users (wallet_address) values ($1) returning id', [
    addressOf(`user ${n}`),
  ])
  return rows[0].id
}

/** What a user brings, and its CID. */
async function bring(
  world: MetadataWorld,
  userId: number,
  content: string | Uint8Array,
  contentType = 'application/json',
) {
  const bytes = Buffer.from(content as string)
  const { cid, reservation } = await storeUpload(world, { userId, bytes, contentType, dailyBytes: 100 * 1024 ** 2 })
  expect(reservation.granted).toBe(true)
  return cid.toString()
}

const uploadsOf = async (world: MetadataWorld) => (await world.pool.query('select * from uploads order by id')).rows
const makeOld = (world: MetadataWorld) =>
  world.pool.query(`update uploads set created_at = created_at - interval '25 hours'`)
const configured = (url: URL) => ({ config: { ipfsFetchTimeoutMs: 10_000, ipfsPinUrl: url.href } })

test('what was brought is pinned by a job, and the root that comes back is compared', async () => {
  await using world = await createMetadataWorld()
  await using kubo = await startKubo()
  await world.startWorker(configured(kubo.url))
  const cid = await bring(world, await addUser(world), '{"name":"A well"}')
  await waitFor('pinned', async () => (await uploadsOf(world))[0].pinned_at !== null)
  expect(kubo.imported).toEqual([cid])
  await waitFor('no job left', async () => (await world.jobs()).length === 0)
})

test('without a pin backend our own store keeps it', async () => {
  await using world = await createMetadataWorld()
  await world.startWorker()
  const cid = await bring(world, await addUser(world), '{"name":"A well"}')
  await waitFor('pinned', async () => (await uploadsOf(world))[0].pinned_at !== null)
  await world.store.gc(0)
  expect(await world.store.get(parseCid(cid))).toBeDefined()
})

test('a backend that answers with another root has not pinned it, and is not asked again by itself', async () => {
  await using world = await createMetadataWorld()
  const other = 'bafkreicysg23kiwv34eg2d7qweipxwosdo2py4ldv42nbauguluen5v6am'
  await using kubo = await startKubo(() => ({ body: JSON.stringify({ Root: { Cid: { '/': other } } }) }))
  await world.startWorker(configured(kubo.url))
  await bring(world, await addUser(world), '{"name":"A well"}')
  await waitFor('refused', async () => (await uploadsOf(world))[0].pin_refused)
  expect((await uploadsOf(world))[0]).toMatchObject({ pinned_at: null, pin_error_code: 'wrong_root' })
  await waitFor('no job left', async () => (await world.jobs()).length === 0)
  expect(await enqueueMissingPins(world.pool)).toBe(0)
})

test('a backend that fails is asked again until it pins', async () => {
  await using world = await createMetadataWorld()
  const faults: Reply[] = [{ status: 500 }, { status: 429 }]
  await using kubo = await startKubo(() => faults.shift())
  await world.startWorker(configured(kubo.url))
  await bring(world, await addUser(world), '{"name":"A well"}')
  await waitFor('pinned', async () => {
    await world.pool.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null')
    return (await uploadsOf(world))[0].pinned_at !== null
  })
  expect(kubo.imported).toHaveLength(3)
  expect((await uploadsOf(world))[0]).toMatchObject({ pin_error_code: null, pin_error: null })
})

test('a worker killed in the midst of pinning leaves the job to the next, and a lost queue is filled again', async () => {
  await using world = await createMetadataWorld()
  await using kubo = await startKubo()
  // Takes everything and never answers.
  const hanging = http.createServer((request) => request.resume())
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve))
  const hangingUrl = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}`
  const userId = await addUser(world)
  const cids = []
  for (const i of range(5)) cids.push(await bring(world, userId, `{"name":"${i}"}`))
  const worker = join(import.meta.dirname, '../testing/workerProcess.ts')
  const [file = '', ...words] = [...WITH_US, process.execPath, worker]
  for (const _ of range(2)) {
    const child = spawn(file, [...words, world.database.url, 'http://127.0.0.1:9', world.storeDir, hangingUrl], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    await waitFor('jobs in hand', async () => (await world.jobs()).filter((job) => job.locked_by).length === 2)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await world.pool.query(`delete from graphile_worker._private_jobs where key = 'pin:' || $1`, [cids[4]])
  await world.startWorker(configured(kubo.url))
  await waitFor('all pinned', async () => (await uploadsOf(world)).every((row) => row.pinned_at !== null))
  await waitFor('no job left', async () => (await world.jobs()).length === 0)
  expect(new Set(kubo.imported)).toEqual(new Set(cids))
  hanging.closeAllConnections()
  hanging.close()
})

test('what no campaign speaks of is removed after a day; what one speaks of in any way stays', async () => {
  await using world = await createMetadataWorld()
  const userId = await addUser(world)
  const image = (name: string) => bring(world, userId, Buffer.from(`picture ${name}`), 'image/png')
  const lost = await image('lost')
  const large = await bring(world, userId, Buffer.alloc(3 * 1024 * 1024, 'x'), 'image/png')
  const shown = await image('of a campaign')
  const inside = await image('in a description')
  const ofDraft = await image('of a document that waits')
  const ofLost = await image('of a document that is lost')
  const document = await bring(world, userId, '{"name":"A well"}')
  const asUrl = await bring(world, userId, '{"name":"By its URL"}')
  const inBase36 = await bring(world, userId, '{"name":"In another base"}')
  const lostDocument = await bring(world, userId, JSON.stringify({ image: `https://gateway.example/ipfs/${ofLost}` }))
  await world.addCampaigns([
    { address: addressOf(1), cid: `ipfs://${document}` },
    { address: addressOf(2), cid: `https://gateway.example/ipfs/${asUrl}` },
    { address: addressOf(3), cid: `/ipfs/${parseCid(inBase36).toString(base36)}` },
  ])
  await world.pool.query(
    `insert into campaign_metadata (chain_id, campaign_address, cid, state, image_cid, raw_json)
     values ($1, $2, 'x', 'resolved', $3, $4)`,
    [CHAIN_ID, addressOf(1), `${shown}/path`, JSON.stringify({ description: `![](ipfs://${inside})` })],
  )
  await makeOld(world)
  const draft = await bring(world, userId, JSON.stringify({ cover: `ipfs://${ofDraft}` }))
  const fresh = await image('fresh')

  const first = await collectUploads(world.pool, world.store)
  expect(new Set(first)).toEqual(new Set([lost, large, lostDocument]))
  // Its document is gone, so it is next.
  expect(await collectUploads(world.pool, world.store)).toEqual([ofLost])
  expect(await collectUploads(world.pool, world.store)).toEqual([])
  const kept = [shown, inside, ofDraft, document, asUrl, inBase36, draft, fresh]
  expect(new Set((await uploadsOf(world)).map((row) => row.cid))).toEqual(new Set(kept))
  for (const cid of kept) expect(await world.store.get(parseCid(cid))).toBeDefined()
  for (const cid of [...first, ofLost]) expect(await world.store.get(parseCid(cid))).toBeUndefined()
  expect((await world.store.pins()).map(String).sort()).toEqual(kept.toSorted())
  // Leaves of the large one too.
  expect((await world.store.stat()).blocks).toBe(kept.length)
})

const unpinsOf = async (world: MetadataWorld) => (await world.pool.query('select * from unpins order by cid')).rows
const retryNow = (world: MetadataWorld) =>
  world.pool.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null')

test('a pinning service lets go of what is removed here, asked until it did, though the queue be lost', async () => {
  await using world = await createMetadataWorld()
  let faults = 0
  await using kubo = await startKubo(() => (faults-- > 0 ? { status: 503 } : undefined))
  const userId = await addUser(world)
  const [gone, kept] = [await bring(world, userId, '{"name":"Gone"}'), await bring(world, userId, '{"name":"Kept"}')]
  await world.addCampaigns([{ address: addressOf(1), cid: kept }])
  const first = await world.startWorker(configured(kubo.url))
  await waitFor('pinned', async () => (await uploadsOf(world)).every((row) => row.pinned_at !== null))
  await first.stop()
  await makeOld(world)
  expect(await collectUploads(world.pool, world.store)).toEqual([gone])
  expect(kubo.kept()).toHaveLength(2)
  await world.pool.query(`delete from graphile_worker._private_jobs where key like 'unpin:%'`)

  faults = 2
  await world.startWorker(configured(kubo.url))
  await waitFor('an error noted', async () => (await unpinsOf(world))[0]?.error_code === 'pin_failed')
  await waitFor('let go', async () => {
    await retryNow(world)
    return (await unpinsOf(world)).length === 0
  })
  expect(kubo.kept()).toEqual([kept])
})

test('what is brought again while the service lets go of it is pinned again', async () => {
  await using world = await createMetadataWorld()
  const userId = await addUser(world)
  const content = '{"name":"Again and again"}'
  let again: Promise<string> | undefined
  await using kubo = await startKubo((cid) => {
    // In the midst of the first unpin, its owner brings it once more.
    if (kubo.imported.length === 1 && again === undefined && kubo.kept().includes(cid))
      again = bring(world, userId, content)
    return undefined
  })
  const worker = await world.startWorker(configured(kubo.url))
  const cid = await bring(world, userId, content)
  await waitFor('pinned', async () => (await uploadsOf(world))[0].pinned_at !== null)
  await makeOld(world)
  expect(await collectUploads(world.pool, world.store)).toEqual([cid])
  await waitFor('brought again', () => again !== undefined)
  await again
  await waitFor('pinned again', async () => {
    await retryNow(world)
    return (await uploadsOf(world))[0]?.pinned_at !== null && (await unpinsOf(world)).length === 0
  })
  await waitFor('no job left', async () => {
    await retryNow(world)
    return (await world.jobs()).length === 0
  })
  expect(kubo.kept()).toEqual([cid])
  expect(await world.store.get(parseCid(cid))).toBeDefined()
  await worker.stop()
})

test('a service that refuses to let go is noted, and not asked again by itself', async () => {
  await using world = await createMetadataWorld()
  let locked = false
  await using kubo = await startKubo(() => (locked ? { status: 403, body: 'no' } : undefined))
  await world.startWorker(configured(kubo.url))
  await bring(world, await addUser(world), '{"name":"Gone"}')
  await waitFor('pinned', async () => (await uploadsOf(world))[0].pinned_at !== null)
  locked = true
  await makeOld(world)
  await collectUploads(world.pool, world.store)
  await waitFor('refused', async () => (await unpinsOf(world))[0]?.refused === true)
  await waitFor('no job left', async () => (await world.jobs()).length === 0)
  expect(await enqueueMissingUnpins(world.pool)).toBe(0)
})

test('what two brought stays while one of them is fresh, and blocks that another pin holds stay always', async () => {
  await using world = await createMetadataWorld()
  const [one, two] = [await addUser(world, 1), await addUser(world, 2)]
  const shared = await bring(world, one, Buffer.from('the same'), 'image/png')
  const pinnedElsewhere = await bring(world, one, Buffer.from('in a directory'), 'image/png')
  const directory = addDirectory(world.blocks, [['a.png', parseCid(pinnedElsewhere)]])
  for (const bytes of world.blocks.values()) await world.store.put(directory, bytes)
  await world.store.pin(directory)
  await makeOld(world)
  expect(await bring(world, two, Buffer.from('the same'), 'image/png')).toBe(shared)
  expect(await collectUploads(world.pool, world.store)).toEqual([pinnedElsewhere])
  expect(await world.store.get(parseCid(shared))).toBeDefined()
  expect(await world.store.get(parseCid(pinnedElsewhere))).toBeDefined()
  await makeOld(world)
  expect(await collectUploads(world.pool, world.store)).toEqual([shared])
})

test('brought again while it is collected it is there in the end', async () => {
  await using world = await createMetadataWorld()
  const userId = await addUser(world)
  for (const i of range(15)) {
    const content = Buffer.from(`again ${i}`)
    const cid = await bring(world, userId, content, 'image/png')
    await makeOld(world)
    await Promise.all([collectUploads(world.pool, world.store), bring(world, userId, content, 'image/png')])
    expect((await uploadsOf(world)).map((row) => row.cid)).toContain(cid)
    expect(await world.store.get(parseCid(cid))).toBeDefined()
    expect((await world.store.pins()).map(String)).toContain(cid)
  }
})

test('an upload that was killed before its blocks were stored is collected', async () => {
  await using world = await createMetadataWorld()
  const userId = await addUser(world)
  await world.pool.query(
    `insert into uploads (user_id, cid, bytes, content_type, created_at)
     values ($1, 'bafkreicysg23kiwv34eg2d7qweipxwosdo2py4ldv42nbauguluen5v6am', 5, 'image/png', now() - interval '2 days')`,
    [userId],
  )
  expect(await collectUploads(world.pool, world.store)).toHaveLength(1)
  expect(await uploadsOf(world)).toEqual([])
})

test('the upkeep of the worker collects', async () => {
  await using world = await createMetadataWorld()
  await bring(world, await addUser(world), '{"name":"Nobody published me"}')
  await makeOld(world)
  await world.startWorker()
  await waitFor('removed', async () => (await uploadsOf(world)).length === 0)
})
