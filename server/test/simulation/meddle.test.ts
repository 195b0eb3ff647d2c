import { expect, test } from 'vitest'
import { describeOverRabbitmq } from '../../src/broker/testing/describeOverRabbitmq.ts'
import { chainQueues } from '../../src/broker/topology.ts'
import { createRandom } from '../../src/demo/random.ts'
import { startTcpProxy } from '../support/startTcpProxy.ts'
import { startMeddler } from './meddle.ts'

/** How the payloads of connection.close and channel.close begin (AMQP 0-9-1, class and method). */
const CONNECTION_CLOSE = Buffer.from([0, 10, 0, 50])
const CHANNEL_CLOSE = Buffer.from([0, 20, 0, 40])

// A history must not stand still because the broker was killed under the one who meddles.
describeOverRabbitmq('someone who meddles with the broker', ({ rabbitmq, open, lane }) => {
  async function meddle() {
    const proxy = await startTcpProxy(rabbitmq().url)
    const meddler = await startMeddler(proxy.url, lane(), createRandom('meddler'))
    return { proxy, meddler }
  }

  test('goes, though the connection breaks while it is closed', async () => {
    const { proxy, meddler } = await meddle()
    proxy.cutAtNext(CONNECTION_CLOSE)
    await expect(meddler.close()).resolves.toBeUndefined()
    await proxy.close()
  })

  test('goes on, though the connection breaks while a channel is closed', async () => {
    const { chainId, partitions } = lane()
    await open().declare(chainQueues(chainId, partitions))
    const { proxy, meddler } = await meddle()
    proxy.cutAtNext(CHANNEL_CLOSE)
    await expect(meddler.purge()).resolves.toBeUndefined()
    await meddler.close()
    await proxy.close()
  })
})
