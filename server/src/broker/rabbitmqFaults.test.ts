import { expect, test } from 'vitest'
import { startTcpProxy } from '../../test/support/startTcpProxy.ts'
import { waitFor } from '../../test/support/waitFor.ts'
import type { Broker } from './Broker.ts'
import { describeOverRabbitmq } from './testing/describeOverRabbitmq.ts'
import { laneQueue } from './topology.ts'

/** How the payload of the method channel.close begins (AMQP 0-9-1, class 20, method 40). */
const CHANNEL_CLOSE = Buffer.from([0, 20, 0, 40])

describeOverRabbitmq(
  'the RabbitMQ broker when something fails',
  ({ lane, rabbitmq, open, queue, outgoing, run, collect }) => {
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
        await rabbitmq().restart()
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
        await rabbitmq().crash()
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
      await rabbitmq().wipe()
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
        await rabbitmq().ctl(...raise)
        try {
          let done = false
          const waiting = broker.publish([outgoing(41)]).then(() => {
            done = true
          })
          // RabbitMQ says so of a connection that publishes all the same.
          await waitFor('the publisher is blocked', async () =>
            /\bblocked/.test(await rabbitmq().ctl('list_connections', 'state')),
          )
          const { seqs } = await collect(broker)
          await waitFor('all is consumed', () => seqs.length === 40)
          // Acknowledged, not only delivered: more than the 16 that may be under way.
          await waitFor('all is acknowledged', async () => {
            const listed = await rabbitmq().ctl('list_queues', 'name', 'messages')
            return new RegExp(`${queue()}\\s+0\\b`).test(listed)
          })
          expect(done).toBe(false)
          await rabbitmq().ctl(...clear)
          await waiting
          await waitFor('the last arrives', () => seqs.length === 41)
        } finally {
          await rabbitmq().ctl(...clear)
        }
      },
      180_000,
    )

    test.each(['lost before', 'lost this moment', 'stalled'])(
      'closing does not wait for a RabbitMQ whose connection is %s',
      async (how) => {
        const proxy = await startTcpProxy(rabbitmq().url)
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
        const proxy = await startTcpProxy(rabbitmq().url)
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
      const proxy = await startTcpProxy(rabbitmq().url)
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
  },
)
