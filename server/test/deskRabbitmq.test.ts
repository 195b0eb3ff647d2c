import { parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEAD_LETTER_QUEUE } from '../src/broker/topology.ts'
import { type Desk, openDesk } from '../src/routes/admin/testing/openDesk.ts'
import { createTestChain, type TestChain } from './support/createTestChain.ts'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { findRabbitmqServer, type PrivateRabbitmq, startPrivateRabbitmq } from './support/privateRabbitmq.ts'
import { type Pipeline, startPipeline } from './support/startPipeline.ts'
import { waitFor } from './support/waitFor.ts'
import { waitForHead } from './support/waitForHead.ts'

const missing = findRabbitmqServer() === null
describe.skipIf(missing)(`the desk over RabbitMQ${missing ? ' (no rabbitmq-server is installed here)' : ''}`, () => {
  let rabbitmq: PrivateRabbitmq
  let chain: TestChain
  let database: TestDatabase
  let pipeline: Pipeline
  let desk: Desk
  let campaign: `0x${string}`

  // One of its own: it is stopped here.
  beforeAll(async () => {
    ;[rabbitmq, chain, database] = await Promise.all([startPrivateRabbitmq(), createTestChain(), createTestDatabase()])
    pipeline = await startPipeline({
      databaseUrl: database.url,
      rpcUrls: [chain.rpcUrl],
      chainId: chain.chainId,
      factoryAddresses: [chain.factoryAddress],
      rabbitmqUrl: rabbitmq.url,
    })
    await pipeline.startConsumer()
    pipeline.startProducer()
    desk = await openDesk({ databaseUrl: database.url, world: [], broker: pipeline.broker })
    campaign = (await chain.createCampaign({ creator: chain.accounts[1]!, goalWei: parseEther('1') })).address
    await settled()
  }, 180_000)
  afterAll(async () => {
    await desk?.close()
    await pipeline?.stop()
    await database?.drop()
    await chain?.stop()
    await rabbitmq?.stop()
  })

  const settled = async () =>
    waitForHead(pipeline.pool, (await chain.client.getBlock()) as { number: bigint; hash: string })

  const raised = async () => (await desk.told(200, 'GET', `campaigns/${campaign.toLowerCase()}/`)).total_raised_wei

  /** A gift that the database refuses until it is told otherwise. @returns its dead letter */
  async function poison(amountWei: bigint): Promise<{ id: number; queue: string }> {
    await pipeline.pool.query(
      `alter table contributions add constraint poison check (contributed_wei <> ${amountWei + BigInt(await raised())})`,
    )
    await chain.donate({ campaign, donor: chain.accounts[2]!, amountWei })
    await waitFor('the dead letter', async () => (await desk.told(200, 'GET', 'dead-letters/')).count === 1, 60_000)
    const [letter] = (await desk.told(200, 'GET', 'dead-letters/')).results
    expect(letter.queue).toBe(`kindling.${chain.chainId}.0of1`)
    expect(await pipeline.broker.depth(DEAD_LETTER_QUEUE), 'taken out of RabbitMQ').toBe(0)
    return letter
  }
  const heal = () => pipeline.pool.query('alter table contributions drop constraint poison')

  test('a dead letter goes back into its queue, and is right in the books', async () => {
    const { id } = await poison(666n)
    expect(await raised()).toBe('0')
    await heal()
    await desk.told(204, 'POST', `dead-letters/${id}/replay/`)
    await settled()
    expect(await raised()).toBe('666')
    expect((await desk.told(200, 'GET', 'dead-letters/')).count).toBe(0)
    const [entry] = await desk.audit('action=dead_letter.replay')
    expect(entry).toMatchObject({ actor: 'a-admin', subject: `dead_letter:${id}` })
    const { results } = await desk.told(200, 'GET', 'queues/')
    expect(results).toContainEqual(
      expect.objectContaining({ queue: `kindling.${chain.chainId}.0of1`, depth: 0, consumers: 1 }),
    )
  })

  test('what is discarded is forgotten, and its lane is sent what it lacks', async () => {
    const { id } = await poison(334n)
    await heal()
    await desk.told(204, 'POST', `dead-letters/${id}/discard/`)
    expect((await desk.told(404, 'POST', `dead-letters/${id}/replay/`)).code).toBe('dead_letter_not_found')
    // A message asks for what is missing before it, at the latest a minute after the poison.
    await chain.donate({ campaign, donor: chain.accounts[3]!, amountWei: 1n })
    await waitFor('the lane has all', async () => (await raised()) === '1001', 120_000, 200)
    expect((await desk.audit('action=dead_letter.discard'))[0]).toMatchObject({ subject: `dead_letter:${id}` })
  }, 180_000)

  test('without RabbitMQ a letter stays where it is', async () => {
    await pipeline.pool.query(
      "insert into dead_letters (queue, reason, attempts, body, identity) values ($1, 'x', 1, '{}', 'i')",
      [`kindling.${chain.chainId}.0of1`],
    )
    const [{ id }] = (await desk.told(200, 'GET', 'dead-letters/')).results
    await rabbitmq.ctl('stop_app')
    const refused = await desk.told(503, 'POST', `dead-letters/${id}/replay/`)
    expect(refused.code).toBe('broker_unavailable')
    expect((await desk.told(200, 'GET', 'dead-letters/')).count).toBe(1)
    await rabbitmq.ctl('start_app')
    await waitFor(
      'it is back in its queue',
      async () => (await desk.ask('POST', `dead-letters/${id}/replay/`)).statusCode === 204,
      60_000,
      500,
    )
  }, 180_000)
})
