import { connect } from 'amqplib'
import { expect, test } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import type { DeadLetter } from './deadLetters.ts'
import { describeOverRabbitmq } from './testing/describeOverRabbitmq.ts'
import { EXCHANGE } from './topology.ts'

describeOverRabbitmq('the RabbitMQ broker', ({ rabbitmq, open, queue, outgoing, run, collect }) => {
  async function openAdmin() {
    const model = await connect(rabbitmq().url)
    // Without a listener an 'error' ends the process.
    model.on('error', () => {})
    return model
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
    const admin = await openAdmin()
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
    const admin = await openAdmin()
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
      const dying = await openAdmin()
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

  test('an exchange that is something else is named', async () => {
    const admin = await openAdmin()
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
