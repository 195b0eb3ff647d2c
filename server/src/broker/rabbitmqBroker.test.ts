import { connect } from 'amqplib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findRabbitmqServer, type PrivateRabbitmq, startPrivateRabbitmq } from '../../test/support/privateRabbitmq.ts'
import { quietLogger } from '../../test/support/startPipeline.ts'
import { startTcpProxy } from '../../test/support/startTcpProxy.ts'
import { waitFor } from '../../test/support/waitFor.ts'
import type { Broker } from './Broker.ts'
import type { DeadLetter } from './deadLetters.ts'
import type { LaneMessage } from './messages.ts'
import { createRabbitmqBroker } from './rabbitmqBroker.ts'
import { EXCHANGE, laneQueue } from './topology.ts'

/** How the payload of the method channel.close begins (AMQP 0-9-1, class 20, method 40). */
const CHANNEL_CLOSE = Buffer.from([0, 20, 0, 40])

const missing = findRabbitmqServer() === null
describe.skipIf(missing)(`the RabbitMQ broker${missing ? ' (no rabbitmq-server is installed here)' : ''}`, () => {
  let rabbitmq: PrivateRabbitmq
  let brokers: Broker[] = []
  let chainId = 1

  // One of its own even where RABBITMQ_URL names one: it is killed and wiped here.
  beforeAll(async () => {
    rabbitmq = await startPrivateRabbitmq()
  }, 120_000)
  afterAll(() => rabbitmq?.stop())
  afterEach(async () => {
    for (const broker of brokers) await broker.close()
    brokers = []
    chainId++
  })

  function open(url = rabbitmq.url): Broker {
    const broker = createRabbitmqBroker({ url, logger: quietLogger })
    brokers.push(broker)
    return broker
  }

  const lane = () => ({ chainId, partition: 0, partitions: 1 })
  const queue = () => laneQueue(lane())
  const outgoing = (seq: number) => {
    const message: LaneMessage = {
      v: 1,
      kind: 'rollback',
      ...lane(),
      epoch: 1,
      seq,
      toBlock: -1,
      toHash: `0x${'0'.repeat(64)}`,
      toTime: 0,
      origin: true,
      sinceEpoch: 0,
    }
    return { queue: queue(), message }
  }
  const run = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => outgoing(from + i))

  /** Collects sequence numbers. */
  async function collect(broker: Broker): Promise<{ seqs: number[]; stop(): Promise<void> }> {
    const seqs: number[] = []
    const subscription = await broker.consume(queue(), async (body) => {
      seqs.push(JSON.parse(body).seq)
      return { result: 'ack' }
    })
    return { seqs, stop: () => subscription.stop() }
  }

  test('messages arrive in the order they were published', async () => {
    const broker = open()
    await broker.publish(run(1, 600))
    const { seqs } = await collect(broker)
    await waitFor('all arrive', () => seqs.length === 600)
    expect(await broker.consumers(queue())).toBe(1)
    expect(seqs).toEqual(run(1, 600).map(({ message }) => message.seq))
  })

  test('publishing into a queue that was deleted fails, and then declares it again', async () => {
    const broker = open()
    await broker.publish([outgoing(1)])
    const admin = await connect(rabbitmq.url)
    const channel = await admin.createChannel()
    await channel.deleteQueue(queue())
    await admin.close()
    await expect(broker.publish([outgoing(2)])).rejects.toMatchObject({ code: 'broker_unroutable', retryable: true })
    await broker.publish([outgoing(2)])
    expect(await broker.depth(queue())).toBe(1)
  })

  test('a consumer whose queue was deleted consumes it again', async () => {
    const broker = open()
    const { seqs } = await collect(broker)
    await broker.publish([outgoing(1)])
    await waitFor('the first arrives', () => seqs.length === 1)
    const admin = await connect(rabbitmq.url)
    await (await admin.createChannel()).deleteQueue(queue())
    await admin.close()
    // What is published in the instant of the deletion may go down with the queue, as all that lay in it.
    let seq = 1
    await waitFor('later ones arrive', async () => {
      await broker.publish([outgoing(++seq)]).catch(() => {})
      return seqs.length > 1
    })
  })

  test('a dead letter keeps the reason, the attempts and the original, and the next message follows', async () => {
    const broker = open()
    const { promise: done, resolve } = Promise.withResolvers<void>()
    await broker.consume(queue(), async (body) => {
      if (body === 'rubbish') return { result: 'dead', reason: 'It is not JSON.', attempts: 3 }
      resolve()
      return { result: 'ack' }
    })
    await broker.republish(queue(), 'rubbish')
    await broker.publish([outgoing(1)])
    await done
    const letters: DeadLetter[] = []
    await broker.collectDeadLetters(async (letter) => void letters.push(letter))
    await waitFor('the letter', () => letters.length > 0)
    expect(letters).toEqual([{ queue: queue(), reason: 'It is not JSON.', attempts: 3, body: 'rubbish' }])
  })

  test('a message whose consumer dies of it every time is put aside by RabbitMQ', async () => {
    const broker = open()
    await broker.publish([outgoing(7)])
    for (let i = 0; i <= 20; i++) {
      const dying = await connect(rabbitmq.url)
      dying.on('error', () => {})
      const channel = await dying.createChannel()
      const { promise: delivered, resolve } = Promise.withResolvers<void>()
      await channel.consume(queue(), () => resolve())
      await delivered
      await dying.close()
    }
    const letters: DeadLetter[] = []
    await broker.collectDeadLetters(async (letter) => void letters.push(letter))
    await waitFor('the letter', () => letters.length > 0)
    expect(letters[0]).toMatchObject({ queue: queue(), reason: expect.stringMatching(/delivery_limit/) })
    expect(JSON.parse(letters[0]!.body).seq).toBe(7)
  })

  test('a handler that throws gets the same message again, before the next one', async () => {
    const broker = open()
    const seqs: number[] = []
    let failures = 2
    await broker.publish(run(1, 5))
    await broker.consume(queue(), async (body) => {
      const { seq } = JSON.parse(body)
      if (seq === 2 && failures-- > 0) throw new Error('not now')
      seqs.push(seq)
      return { result: 'ack' }
    })
    await waitFor('all arrive', () => seqs.length >= 5)
    expect(seqs).toEqual([1, 2, 3, 4, 5])
  })

  test('of two consumers one is active, and the other takes over when its connection is gone', async () => {
    const [first, second] = [open(), open()]
    const one = await collect(first)
    await first.publish(run(1, 3))
    await waitFor('the first consumes', () => one.seqs.length === 3)
    const other = await collect(second)
    await second.publish(run(4, 6))
    await waitFor('it still does', () => one.seqs.length === 6)
    expect(other.seqs).toEqual([])
    await first.close()
    await second.publish(run(7, 9))
    await waitFor('the second consumes', () => other.seqs.length === 3)
    expect(other.seqs).toEqual([7, 8, 9])
  })

  /** Publishes one after the other until stopped. */
  function keepPublishing(broker: Broker): { confirmed: Set<number>; stop(): Promise<void> } {
    const confirmed = new Set<number>()
    let stopped = false
    const publishing = (async () => {
      for (let seq = 1; !stopped; seq++) {
        await broker.publish([outgoing(seq)]).then(
          () => confirmed.add(seq),
          () => {},
        )
      }
    })()
    return {
      confirmed,
      async stop() {
        stopped = true
        await publishing
      },
    }
  }

  test('a restart of the broker loses nothing that was confirmed', async () => {
    const broker = open()
    const { confirmed, stop } = keepPublishing(broker)
    try {
      await waitFor('some are confirmed', () => confirmed.size > 20)
      await rabbitmq.restart()
      const before = confirmed.size
      await waitFor('publishing goes on', () => confirmed.size > before + 20, 60_000)
    } finally {
      await stop()
    }
    const { seqs } = await collect(broker)
    await waitFor('everything confirmed arrives', () => [...confirmed].every((seq) => seqs.includes(seq)))
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  }, 120_000)

  // RabbitMQ 3.10 may lose the log of a queue declared moments before: lanes heal that, here it must only not stand still.
  test('after a crash of the broker, messages flow again, in order', async () => {
    const broker = open()
    const { confirmed, stop } = keepPublishing(broker)
    try {
      await waitFor('some are confirmed', () => confirmed.size > 20)
      await rabbitmq.crash()
      const before = confirmed.size
      await waitFor('publishing goes on', () => confirmed.size > before + 20, 90_000)
    } finally {
      await stop()
    }
    const last = Math.max(...confirmed)
    const { seqs } = await collect(broker)
    await waitFor('the last arrives', () => seqs.includes(last), 60_000)
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  }, 240_000)

  test('after the disk was wiped, the topology is declared again on both sides', async () => {
    const broker = open()
    const { seqs } = await collect(broker)
    await broker.publish([outgoing(1)])
    await waitFor('the first arrives', () => seqs.length === 1)
    await rabbitmq.wipe()
    await waitFor(
      'publishing works',
      () =>
        broker.publish([outgoing(2)]).then(
          () => true,
          () => false,
        ),
      60_000,
    )
    await waitFor('the second arrives', () => seqs.includes(2), 60_000)
  }, 120_000)

  test.each([
    ['memory', ['set_vm_memory_high_watermark', '0.000001'], ['set_vm_memory_high_watermark', '0.6']],
    ['disk', ['set_disk_free_limit', '1000000GB'], ['set_disk_free_limit', '1MB']],
  ])(
    'under a %s alarm publishing waits while what lies there is still consumed, and goes on when it is over',
    async (_, raise, clear) => {
      const broker = open()
      await broker.publish(run(1, 40))
      await rabbitmq.ctl(...raise)
      try {
        let done = false
        const waiting = broker.publish([outgoing(41)]).then(() => {
          done = true
        })
        // RabbitMQ says so of a connection that publishes all the same.
        await waitFor('the publisher is blocked', async () =>
          /\bblocked/.test(await rabbitmq.ctl('list_connections', 'state')),
        )
        const { seqs } = await collect(broker)
        await waitFor('all is consumed', () => seqs.length === 40)
        // Acknowledged, not only delivered: more than the 16 that may be under way.
        await waitFor('all is acknowledged', async () => {
          const listed = await rabbitmq.ctl('list_queues', 'name', 'messages')
          return new RegExp(`${queue()}\\s+0\\b`).test(listed)
        })
        expect(done).toBe(false)
        await rabbitmq.ctl(...clear)
        await waiting
        await waitFor('the last arrives', () => seqs.length === 41)
      } finally {
        await rabbitmq.ctl(...clear)
      }
    },
    180_000,
  )

  test.each(['lost before', 'lost this moment', 'stalled'])(
    'closing does not wait for a RabbitMQ whose connection is %s',
    async (how) => {
      const proxy = await startTcpProxy(rabbitmq.url)
      const broker = open(proxy.url)
      const { seqs } = await collect(broker)
      await broker.publish([outgoing(1)])
      await waitFor('the first arrives', () => seqs.length === 1)
      if (how === 'lost this moment') await proxy.close()
      if (how === 'stalled') proxy.stall()
      if (how === 'lost before') {
        proxy.cut()
        await expect(broker.publish([outgoing(2)])).rejects.toMatchObject({ code: 'broker_unavailable' })
      }
      await broker.close()
      if (how !== 'lost this moment') await proxy.close()
    },
  )

  // amqplib never answers a close that was under way then.
  test.each(['publishing', 'consuming'])(
    'a connection lost in the moment a channel is closed stops nobody from %s',
    async (use) => {
      const proxy = await startTcpProxy(rabbitmq.url)
      try {
        const broker = open(proxy.url)
        const other = open()
        proxy.cutAtNext(CHANNEL_CLOSE)
        const collected = use === 'consuming' ? collect(broker) : undefined
        await waitFor(
          'publishing works',
          () =>
            (use === 'publishing' ? broker : other).publish([outgoing(1)]).then(
              () => true,
              () => false,
            ),
          30_000,
        )
        // And once more, in a connection that was there before.
        proxy.cutAtNext(CHANNEL_CLOSE)
        await broker.declare([laneQueue({ ...lane(), partition: 1, partitions: 2 })]).catch(() => {})
        const { seqs } = (await collected) ?? (await collect(broker))
        await waitFor('it arrives', () => seqs.includes(1), 30_000)
      } finally {
        await proxy.close()
      }
    },
    120_000,
  )

  test('a connection that nothing passes any more is noticed by its heartbeats, by publisher and consumer', async () => {
    const proxy = await startTcpProxy(rabbitmq.url)
    try {
      const broker = open(`${proxy.url}?heartbeat=1`)
      const { seqs } = await collect(broker)
      await broker.publish([outgoing(1)])
      await waitFor('the first arrives', () => seqs.length === 1)
      proxy.stall()
      const lost = broker.publish([outgoing(2)])
      await expect(lost).rejects.toMatchObject({ code: 'broker_unavailable', retryable: true })
      proxy.restore()
      await waitFor(
        'publishing works',
        () =>
          broker.publish([outgoing(3)]).then(
            () => true,
            () => false,
          ),
        60_000,
      )
      await waitFor('it arrives', () => seqs.includes(3), 60_000)
    } finally {
      await proxy.close()
    }
  }, 120_000)

  test('an exchange that is something else is named', async () => {
    const admin = await connect(rabbitmq.url)
    const channel = await admin.createChannel()
    await channel.deleteExchange(EXCHANGE)
    await channel.assertExchange(EXCHANGE, 'fanout', { durable: true })
    try {
      await expect(open().declare([queue()])).rejects.toMatchObject({
        code: 'broker_topology_conflict',
        message: expect.stringContaining(`"${EXCHANGE}"`),
      })
    } finally {
      await channel.deleteExchange(EXCHANGE)
      await admin.close()
    }
  })
})
