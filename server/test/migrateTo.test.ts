import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createBlockStore } from '../src/ipfs/blockStore.ts'
import { importFile } from '../src/ipfs/importFile.ts'
import { startKubo } from '../src/ipfs/testing/pinServers.ts'
import { createPool } from '../src/lib/database.ts'
import { registerChain } from '../src/producer/registerChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { findRabbitmqServer, type PrivateRabbitmq, startPrivateRabbitmq } from './support/privateRabbitmq.ts'
import { runKindling } from './support/runKindling.ts'

// Each command is a process of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const missing = findRabbitmqServer() === null
describe.skipIf(missing)(`kindling migrate-to${missing ? ' (no rabbitmq-server is installed here)' : ''}`, () => {
  let folder: string
  let rabbitmq: PrivateRabbitmq
  let source: TestDatabase
  let target: TestDatabase
  let roots: string[]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kindling-move-'))
    ;[rabbitmq, source, target] = await Promise.all([
      startPrivateRabbitmq(),
      createTestDatabase(),
      createTestDatabase(),
    ])
    const pool = createPool(source.url, { name: 'test', max: 1 })
    await registerChain(pool, {
      chainId: 8453,
      name: 'Base',
      nativeSymbol: 'ETH',
      explorerUrl: null,
      factoryAddresses: [],
      startBlock: 0,
    })
    await pool.query('update chains set partitions = 2')
    await pool.end()
    const store = createBlockStore({ dir: join(folder, 'old', 'ipfs') })
    const cids = [await importFile(store, Buffer.from('a story')), await importFile(store, Buffer.from('a picture'))]
    for (const cid of cids) await store.pin(cid)
    await importFile(store, Buffer.from('a cached thing'))
    roots = cids.map(String).sort()
  })
  afterAll(async () => {
    await rabbitmq?.stop()
    await source?.drop()
    await target?.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  const migrateTo = (pinUrl: string, rabbitmqUrl = rabbitmq.url) =>
    runKindling(
      [
        ...['migrate-to', '--json', '--database-url', target.url, '--rabbitmq-url', rabbitmqUrl],
        ...['--pin-url', pinUrl, '--data-dir', join(folder, 'new')],
      ],
      { DATABASE_URL: source.url, KINDLING_DATA_DIR: join(folder, 'old') },
    )

  async function chainsOfTarget(): Promise<unknown[]> {
    const pool = createPool(target.url, { name: 'test', max: 1 })
    try {
      return (await pool.query('select chain_id, partitions from chains')).rows
    } finally {
      await pool.end()
    }
  }

  test('that fails at the pinning service or at RabbitMQ leaves the new database empty', async () => {
    await using refusing = await startKubo(() => ({ status: 500, body: 'the disk is full' }))
    const unpinned = await migrateTo(refusing.url.href)
    expect(unpinned).toMatchObject({ code: 1, text: '' })
    expect(unpinned.stderr).toContain('the disk is full')
    expect(await chainsOfTarget()).toEqual([])

    await using kubo = await startKubo()
    const closed = new URL(rabbitmq.url)
    closed.port = '1'
    const unheard = await migrateTo(kubo.url.href, closed.href)
    expect(unheard.code).toBe(1)
    expect(unheard.stderr).toMatch(/RabbitMQ/)
    expect(kubo.imported).toEqual([])
    expect(await chainsOfTarget()).toEqual([])
  })

  test('then declares every queue, pins what is pinned, copies blocks and tables, and writes it down', async () => {
    await using kubo = await startKubo()
    const { code, text, stderr } = await migrateTo(kubo.url.href)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(text)).toMatchObject({ queues: 4, pins: 2, blocks: 3 })
    expect([...kubo.imported].sort()).toEqual(roots)
    expect(await chainsOfTarget()).toEqual([{ chain_id: 8453, partitions: 2 }])
    const queues = await rabbitmq.ctl('list_queues', 'name', 'type')
    for (const name of ['kindling.8453.0of2', 'kindling.8453.1of2', 'kindling.8453.control', 'kindling.dead-letters'])
      expect(queues).toMatch(new RegExp(`${name.replaceAll('.', '\\.')}\\s+quorum`))
    const copy = createBlockStore({ dir: join(folder, 'new', 'ipfs') })
    expect((await copy.pins()).map(String).sort()).toEqual(roots)
    const pool = createPool(target.url, { name: 'test', max: 1 })
    const { rows } = await pool.query('select action, after from admin_log')
    await pool.end()
    expect(rows).toMatchObject([{ action: 'deployment.move', after: { queues: 4, pins: 2, blocks: 3 } }])
    expect(JSON.stringify(rows), 'no password').not.toContain('guest')

    const again = await migrateTo(kubo.url.href)
    expect(again.code).toBe(1)
    expect(again.stderr).toContain('is not empty')
  })
})
