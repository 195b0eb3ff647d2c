import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runKindling } from '../../../test/support/runKindling.ts'
import { waitFor } from '../../../test/support/waitFor.ts'
import { addRaw } from '../../ipfs/testing/dags.ts'
import { startGateway, type TestGateway } from '../../ipfs/testing/hostileGateway.ts'
import {
  addressOf,
  CHAIN_ID,
  createMetadataWorld,
  type MetadataWorld,
} from '../../metadata/testing/createMetadataWorld.ts'

// Each command is a process of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let world: MetadataWorld
let gateway: TestGateway
beforeAll(async () => {
  world = await createMetadataWorld()
  gateway = await startGateway(world.blocks)
  const missing = addRaw(new Map(), 'never published').toString()
  await world.addCampaigns([
    { address: addressOf('well'), cid: world.publish({ name: 'A well' }) },
    { address: addressOf('lost'), cid: missing },
    { address: addressOf('garbage'), cid: 'garbage' },
    { address: addressOf('waiting'), cid: world.publish({ name: 'Waiting' }) },
    { address: addressOf('without'), cid: '' },
  ])
})
afterAll(async () => {
  await gateway[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

const metadata = (...args: string[]) =>
  runKindling(['metadata', ...args], {
    DATABASE_URL: world.database.url,
    KINDLING_DATA_DIR: world.storeDir,
    IPFS_GATEWAY_URL: gateway.url,
  })

describe('kindling metadata', () => {
  test('tells what each command is for', async () => {
    expect((await metadata('refresh', '--help')).text).toMatch(/--failed[\s\S]*--all[\s\S]*IPFS_GATEWAY_URL/)
    expect((await metadata('status', '--help')).text).toMatch(/resolved[\s\S]*pending[\s\S]*failed/)
  })

  test('refreshes one campaign at once and says what came of it, whatever the case of its address', async () => {
    const address = addressOf('well')
    const { code, text } = await metadata('refresh', `0x${address.slice(2).toUpperCase()}`)
    expect([code, text]).toEqual([0, `Chain ${CHAIN_ID}: resolved, from ${gateway.url}.`])
    expect(await world.metadataOf(address)).toMatchObject({ state: 'resolved', name: 'A well' })
    const again = await metadata('refresh', address, '--json')
    expect(JSON.parse(again.text)).toEqual({
      address,
      chains: [{ chain_id: CHAIN_ID, outcome: 'resolved', from: 'store' }],
    })
  })

  test('that cannot be had ends with 1, says why and when it is tried again', async () => {
    const lost = await metadata('refresh', addressOf('lost'))
    expect(lost.code).toBe(1)
    expect(lost.text).toMatch(/answers CID \w+ with 404.*It is tried again at \d{4}-/)
    expect(lost.stderr).toBe(`kindling: The document of campaign ${addressOf('lost')} could not be refreshed.\n`)
    const garbage = await metadata('refresh', addressOf('garbage'), '--json')
    expect(garbage.code).toBe(1)
    expect(JSON.parse(garbage.text).chains).toEqual([
      expect.objectContaining({ outcome: 'failed', error_code: 'invalid_cid', next_attempt_at: null, gateways: [] }),
    ])
  })

  test('status counts what there is and names what is wrong', async () => {
    const { code, text } = await metadata('status', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(text)).toMatchObject({
      resolved: 1,
      pending: 2,
      failed: 1,
      without_cid: 1,
      oldest_pending_at: expect.any(String),
      jobs: { waiting: expect.any(Number), running: 0 },
      errors: [
        { code: 'invalid_cid', count: 1, chain_id: CHAIN_ID, address: addressOf('garbage') },
        { code: 'not_found', count: 1, address: addressOf('lost') },
      ],
    })
    const shown = (await metadata('status')).text
    expect(shown).toMatch(/resolved +pending +failed/)
    expect(shown).toContain(`1 × invalid_cid: campaign ${addressOf('garbage')} of chain ${CHAIN_ID}`)
    expect(JSON.parse((await metadata('status', '--chain', '1', '--json')).text)).toMatchObject({
      resolved: 0,
      errors: [],
    })
  })

  test('hands those that failed, or all, to the worker', async () => {
    const failed = await metadata('refresh', '--failed')
    expect(failed.text).toMatch(/^1 document is refreshed by the worker/)
    expect((await metadata('refresh', '--failed', '--chain', '1')).text).toBe('There is nothing to refresh.')
    expect(JSON.parse((await metadata('refresh', '--all', '--json')).text)).toEqual({ enqueued: 4 })
    const worker = await world.startWorker({ gateways: world.gateways([gateway.url]) })
    await waitFor('the waiting one', async () => (await world.metadataOf(addressOf('waiting')))?.state === 'resolved')
    await worker.stop()
  })

  test.each([
    [['refresh'], /Say one of: a campaign's address, --failed, --all/],
    [['refresh', '0x12'], /It must be 0x and 40 hex digits/],
    [['refresh', `0x${'0'.repeat(40)}`], /No campaign 0x0+ is indexed/],
  ])('of %j ends with a sentence and exit code 1', async (args, words) => {
    const { code, stderr } = await metadata(...args)
    expect(code).toBe(1)
    expect(stderr).toMatch(words)
    expect(stderr).not.toContain('    at ')
  })
})

test('a database that cannot be used is said in one sentence, without its password', async () => {
  const wrong = new URL(world.database.url)
  wrong.password = 'sesame-wrong'
  for (const [url, reason] of [
    [wrong.href, /^kindling: The database [\w.:]+\/\w+ cannot be used\. \(password authentication failed[^\n]*\)\n$/],
    [
      'postgres://kindling:sesame-wrong@127.0.0.1:1/none',
      /^kindling: The database 127\.0\.0\.1:1\/none cannot be used\. \(.*ECONNREFUSED[^\n]*\)\n$/,
    ],
  ] as const) {
    const { code, stderr } = await runKindling(['metadata', 'status'], {
      DATABASE_URL: url,
      KINDLING_DATA_DIR: world.storeDir,
    })
    expect([code, stderr]).toEqual([1, expect.stringMatching(reason)])
    expect(stderr).not.toContain('sesame')
  }
})
