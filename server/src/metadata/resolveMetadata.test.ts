import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import { importFile } from '../ipfs/importFile.ts'
import { addDirectory, addRaw, cidOf } from '../ipfs/testing/dags.ts'
import { deadUrl, honest, misbehaviours, startGateway } from '../ipfs/testing/hostileGateway.ts'
import { getMetadataStatus } from './getMetadataStatus.ts'
import { refreshAllMetadata, refreshMetadata } from './refreshMetadata.ts'
import { type ResolveOptions, resolveMetadata } from './resolveMetadata.ts'
import { ATTEMPTS_PENDING } from './retrySchedule.ts'
import { addressOf, CHAIN_ID, createMetadataWorld, type MetadataWorld } from './testing/createMetadataWorld.ts'

let world: MetadataWorld
let next = 0

beforeAll(async () => {
  world = await createMetadataWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

/** A campaign of its own for a test, with the options to resolve it. */
async function campaignWith(cid: string, gatewayUrls: string[], over: Partial<ResolveOptions> = {}) {
  const address = addressOf(++next)
  await world.addCampaigns([{ address, cid }])
  const gateways = world.gateways(gatewayUrls)
  const options: ResolveOptions = { pool: world.pool, store: world.store, gateways, timeoutMs: 5_000, ...over }
  return {
    address,
    options,
    resolve: (more: Partial<ResolveOptions> = {}) =>
      resolveMetadata({ ...options, ...more }, { chainId: CHAIN_ID, address }),
    row: () => world.metadataOf(address),
    jobs: async () => (await world.jobs()).filter((job) => job.key?.endsWith(address)),
  }
}

test('what is resolved is never fetched again, unless by force, and then from the blocks that are here', async () => {
  await using gateway = await startGateway(world.blocks)
  const campaign = await campaignWith(world.publish({ name: 'Once' }), [gateway.url])
  expect(await campaign.resolve()).toEqual({ outcome: 'resolved', from: gateway.url })
  const row = await campaign.row()
  expect(await campaign.resolve()).toEqual({ outcome: 'unchanged' })
  expect(await campaign.row()).toEqual(row)
  expect(await campaign.resolve({ force: true })).toEqual({ outcome: 'resolved', from: 'store' })
  expect(gateway.asked).toHaveLength(1)
})

test('a document in a directory is found by its path, with or without ipfs://', async () => {
  await using gateway = await startGateway(world.blocks)
  const file = addRaw(world.blocks, JSON.stringify({ title: 'In a folder' }))
  const folder = addDirectory(world.blocks, [['metadata.json', file]])
  for (const cid of [`${folder}/metadata.json`, `ipfs://${folder}/metadata.json`]) {
    const campaign = await campaignWith(cid, [gateway.url])
    expect(await campaign.resolve()).toMatchObject({ outcome: 'resolved' })
    expect(await campaign.row()).toMatchObject({ name: 'In a folder', cid })
  }
})

test('a retryable fault stays pending, then is called failed, and is tried again ever later', async () => {
  await using gateway = await startGateway(world.blocks, misbehaviours[404])
  const campaign = await campaignWith(world.publish({ name: 'Late' }), [gateway.url], { random: () => 0.5 })
  for (let attempt = 1; attempt <= ATTEMPTS_PENDING; attempt++) {
    const outcome = attempt < ATTEMPTS_PENDING ? 'pending' : 'failed'
    const before = Date.now()
    expect(await campaign.resolve()).toMatchObject({ outcome, error: { code: 'not_found' } })
    const row = await campaign.row()
    expect(row).toMatchObject({ state: outcome, attempts: attempt, error_code: 'not_found', verified: false })
    expect(row.last_error).toContain(gateway.url)
    expect(row.next_attempt_at.getTime() - before).toBeGreaterThanOrEqual(2_000 * 3 ** (attempt - 1))
  }
})

test('the retry is a job of its own time, and one that waits already is not put off', async () => {
  await using gateway = await startGateway(world.blocks, misbehaviours[404])
  const campaign = await campaignWith(world.publish({ name: 'Retried' }), [gateway.url])
  const [waiting] = await campaign.jobs()
  await campaign.resolve()
  expect(await campaign.jobs()).toMatchObject([{ run_at: waiting.run_at }])
  await world.pool.query('delete from graphile_worker._private_jobs where key = $1', [waiting.key])
  await campaign.resolve()
  const { next_attempt_at } = await campaign.row()
  expect(await campaign.jobs()).toMatchObject([{ task: 'metadata.retry', run_at: next_attempt_at }])
})

describe('what can never be read fails at once and is not tried again', () => {
  const of = (make: (world: MetadataWorld) => string) => make
  const cases: [what: string, cid: (world: MetadataWorld) => string, code: string][] = [
    ['no CID', of(() => ''), 'invalid_cid'],
    ['garbage', of(() => 'hello'), 'invalid_cid'],
    ['10 KB of garbage', of(() => 'x'.repeat(10_000)), 'invalid_cid'],
    ['a CID with a newline', of((w) => `${w.publish('{}')}\n`), 'invalid_cid'],
    ['an IPNS name', of(() => '/ipns/example.org'), 'invalid_cid'],
    ['a sha1 CID', of(() => cidOf(0x55, 0x11, new Uint8Array(20)).toString()), 'unsupported_hash'],
    ['a path with dots', of((w) => `${w.publish('{}')}/../x`), 'invalid_path'],
    ['a file as a folder', of((w) => `${w.publish('{}')}/x`), 'not_a_directory'],
    ['a folder', of((w) => addDirectory(w.blocks, [['a', addRaw(w.blocks, '{}')]]).toString()), 'is_a_directory'],
    ['no such file', of((w) => `${addDirectory(w.blocks, [['a', addRaw(w.blocks, '{}')]])}/b`), 'path_not_found'],
    ['a page', of((w) => w.publish('<!doctype html><title>Not JSON</title>')), 'document_not_json'],
    ['an array', of((w) => w.publish([{ name: 'x' }])), 'document_not_object'],
    ['a number', of((w) => w.publish(7)), 'document_not_object'],
    ['nothing', of((w) => w.publishBytes(new Uint8Array(0))), 'document_not_json'],
    ['invalid UTF-8', of((w) => w.publishBytes(Buffer.from([0x7b, 0xff, 0x7d]))), 'document_not_utf8'],
    ['deep JSON', of((w) => w.publish(`{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)), 'document_too_deep'],
    ['400,000 values', of((w) => w.publish(`{"a":[${'1,'.repeat(400_000)}1]}`)), 'document_too_many_values'],
    ['1.5 MB of JSON', of((w) => w.publish({ description: 'x'.repeat(1_500_000) })), 'too_large'],
  ]
  test.each(cases)('%s', async (_, cidIn, code) => {
    await using gateway = await startGateway(world.blocks)
    const campaign = await campaignWith(cidIn(world), [gateway.url])
    await world.pool.query('delete from graphile_worker._private_jobs where key like $1', [`%${campaign.address}`])
    expect(await campaign.resolve()).toMatchObject({ outcome: 'failed', nextAttemptAt: null, error: { code } })
    const row = await campaign.row()
    expect(row).toMatchObject({ state: 'failed', error_code: code, next_attempt_at: null, attempts: 1, name: null })
    expect(row.last_error).toMatch(/^[\x20-\uffff]+\.$/)
    expect(await campaign.jobs()).toEqual([])
  })

  test('a description of 10 MB, before any of it is read', async () => {
    const cid = await importFile(world.store, Buffer.from(JSON.stringify({ description: 'x'.repeat(10_000_000) })))
    const campaign = await campaignWith(cid.toString(), [])
    expect(await campaign.resolve()).toMatchObject({ outcome: 'failed', error: { code: 'too_large' } })
  })

  test('a hash that no gateway matches', async () => {
    await using liar = await startGateway(world.blocks, misbehaviours['one bit flipped'])
    const campaign = await campaignWith(world.publish({ name: 'Forged' }), [liar.url])
    expect(await campaign.resolve()).toMatchObject({ outcome: 'failed', nextAttemptAt: null })
    expect(await campaign.row()).toMatchObject({ state: 'failed', error_code: 'hash_mismatch', name: null })
  })
})

test('a liar beside a dead gateway is no proof that it can never be had', async () => {
  await using liar = await startGateway(world.blocks, misbehaviours['another block'])
  const campaign = await campaignWith(world.publish({ name: 'Unproved' }), [liar.url, await deadUrl()])
  expect(await campaign.resolve()).toMatchObject({ outcome: 'pending', nextAttemptAt: expect.any(Date) })
})

test('one answer in time: the fetch ends within the time-out', async () => {
  await using hanging = await startGateway(world.blocks, misbehaviours['a hang before the headers'])
  const campaign = await campaignWith(world.publish({ name: 'Slow' }), [hanging.url], { timeoutMs: 200 })
  expect(await campaign.resolve()).toMatchObject({ outcome: 'pending', error: { code: 'deadline' } })
})

describe('reorgs', () => {
  test('a campaign that is gone takes its row along', async () => {
    await using gateway = await startGateway(world.blocks)
    const campaign = await campaignWith(world.publish({ name: 'Gone' }), [gateway.url])
    await campaign.resolve()
    await world.removeCampaign(campaign.address)
    expect(await campaign.resolve()).toEqual({ outcome: 'gone' })
    expect(await campaign.row()).toBeUndefined()
  })

  test('a campaign made anew with another CID replaces the row, even where the new one fails', async () => {
    await using gateway = await startGateway(world.blocks)
    const campaign = await campaignWith(world.publish({ name: 'First', tags: ['a'] }), [gateway.url])
    await campaign.resolve()
    await world.pool.query(`update campaigns set cid = 'broken' where address = $1`, [campaign.address])
    expect(await campaign.resolve()).toMatchObject({ outcome: 'failed' })
    expect(await campaign.row()).toMatchObject({
      cid: 'broken',
      state: 'failed',
      attempts: 1,
      name: null,
      tags: [],
      raw_json: null,
      verified: false,
      ipfs_fetched_at: null,
    })
    await world.pool.query('update campaigns set cid = $2 where address = $1', [
      campaign.address,
      world.publish({ name: 'Second' }),
    ])
    expect(await campaign.resolve()).toMatchObject({ outcome: 'resolved' })
    expect(await campaign.row()).toMatchObject({ name: 'Second', attempts: 1, error_code: null, last_error: null })
  })

  test('a document that arrives after its campaign got another CID is not stored', async () => {
    let answer: (() => void) | undefined
    await using gateway = await startGateway(world.blocks, (request) => {
      answer = () => honest(request)
    })
    const campaign = await campaignWith(world.publish({ name: 'Too late' }), [gateway.url])
    const resolution = campaign.resolve()
    await waitFor('the gateway was asked', () => answer !== undefined)
    await world.pool.query(`update campaigns set cid = 'another' where address = $1`, [campaign.address])
    answer?.()
    expect(await resolution).toEqual({ outcome: 'gone' })
    expect(await campaign.row()).toBeUndefined()
  })
})

describe('by hand', () => {
  test('a refresh that fails tells each gateway and keeps what is resolved', async () => {
    await using gateway = await startGateway(world.blocks)
    const campaign = await campaignWith(world.publish({ name: 'Kept' }), [gateway.url])
    await campaign.resolve()
    const row = await campaign.row()
    for await (const { path } of world.store.list()) await rm(path)
    await using broken = await startGateway(world.blocks, misbehaviours[500])
    const gateways = world.gateways([broken.url, await deadUrl()])
    const refreshed = await refreshMetadata(
      { ...campaign.options, gateways },
      { chainId: CHAIN_ID, address: campaign.address.toUpperCase().replace('0X', '0x') },
    )
    expect(refreshed).toMatchObject({
      outcome: 'failed',
      keptOld: true,
      error: { faults: [{ code: 'http_status' }, { code: 'connection' }] },
    })
    expect(await campaign.row()).toEqual(row)
  })

  test('a refresh resolves at once what was given up', async () => {
    await using liar = await startGateway(world.blocks, misbehaviours['another block'])
    await using gateway = await startGateway(world.blocks)
    const campaign = await campaignWith(world.publish({ name: 'Rescued' }), [liar.url])
    await campaign.resolve()
    const gateways = world.gateways([gateway.url])
    const refreshed = await refreshMetadata({ ...campaign.options, gateways }, { chainId: CHAIN_ID, ...campaign })
    expect(refreshed).toMatchObject({ outcome: 'resolved' })
    expect(await campaign.row()).toMatchObject({ state: 'resolved', name: 'Rescued', last_error: null })
  })

  test('all campaigns, or those that failed, are enqueued behind new ones', async () => {
    await using own = await createMetadataWorld()
    const ownCampaigns = [
      { address: addressOf('a'), cid: own.publish({ name: 'A' }) },
      { address: addressOf('b'), cid: 'broken' },
      { address: addressOf('c'), cid: '' },
    ]
    await own.addCampaigns(ownCampaigns)
    await using gateway = await startGateway(own.blocks)
    const options = { pool: own.pool, store: own.store, gateways: own.gateways([gateway.url]), timeoutMs: 5_000 }
    const empty = await getMetadataStatus(own.pool)
    expect(empty).toMatchObject({ resolved: 0, pending: 2, failed: 0, withoutCid: 1, jobs: { waiting: 3, running: 0 } })
    expect(empty.oldestPendingAt).toEqual(expect.any(Date))
    for (const { address } of ownCampaigns) await resolveMetadata(options, { chainId: CHAIN_ID, address })
    expect(await getMetadataStatus(own.pool, CHAIN_ID)).toMatchObject({
      resolved: 1,
      pending: 0,
      failed: 1,
      withoutCid: 1,
      oldestPendingAt: null,
      nextAttemptAt: null,
      errors: [{ code: 'invalid_cid', count: 1, address: addressOf('b'), message: expect.stringContaining('broken') }],
    })
    await own.pool.query('delete from graphile_worker._private_jobs')
    expect(await refreshAllMetadata(own.pool, 'failed')).toBe(1)
    expect(await own.jobs()).toMatchObject([{ task: 'metadata.retry', key: `metadata:${CHAIN_ID}:${addressOf('b')}` }])
    expect(await refreshAllMetadata(own.pool, 'all', CHAIN_ID)).toBe(2)
    expect(await own.jobs()).toHaveLength(2)
    expect(await refreshAllMetadata(own.pool, 'all', 1)).toBe(0)
  })
})
