import { type ChannelModel, type ConfirmChannel, connect } from 'amqplib'
import { answered, closeChannel } from '../../src/broker/rabbitmqChannel.ts'
import { chainQueues, EXCHANGE, laneQueue, lanesOf } from '../../src/broker/topology.ts'
import type { Random } from '../../src/demo/random.ts'

/** Someone who has access to the broker and does no good there. */
export interface Meddler {
  /** Messages of the last seconds once more. */
  double(): Promise<void>
  /** Messages of long ago once more. */
  repeatOld(): Promise<void>
  purge(): Promise<void>
  poison(): Promise<void>
  close(): Promise<void>
}

const KEPT = 2_000

/** Listens to all that goes through the exchange, as a topic exchange allows anyone, and remembers it. */
export async function startMeddler(
  url: string,
  chain: { chainId: number; partitions: number },
  random: Random,
): Promise<Meddler> {
  const { chainId, partitions } = chain
  const heard: { queue: string; body: Buffer }[] = []
  let open: { model: ChannelModel; channel: ConfirmChannel } | undefined
  let opening: Promise<void> | undefined
  let closed = false

  async function listen(): Promise<void> {
    const model = await connect(url, { timeout: 5_000 })
    model.on('error', () => {})
    try {
      open = { model, channel: await answered(hear(model), 'to let someone listen') }
    } catch (error) {
      await closeConnection(model)
      throw error
    }
    model.on('close', () => {
      open = undefined
      if (!closed) reopen()
    })
  }

  async function hear(model: ChannelModel): Promise<ConfirmChannel> {
    const channel = await model.createConfirmChannel()
    channel.on('error', () => {})
    await channel.assertExchange(EXCHANGE, 'topic', { durable: true })
    const { queue } = await channel.assertQueue('', { exclusive: true })
    await channel.bindQueue(queue, EXCHANGE, `kindling.${chainId}.#`)
    await channel.consume(
      queue,
      (message) => {
        if (message === null) return
        heard.push({ queue: message.fields.routingKey, body: message.content })
        if (heard.length > KEPT) heard.shift()
      },
      { noAck: true },
    )
    return channel
  }

  function reopen(): void {
    opening ??= listen()
      .catch(async () => {
        await new Promise((resolve) => setTimeout(resolve, 200))
      })
      .finally(() => {
        opening = undefined
        if (!open && !closed) reopen()
      })
  }

  async function send(messages: { queue: string; body: Buffer }[]): Promise<void> {
    const channel = open?.channel
    if (!channel) return
    try {
      for (const { queue, body } of messages) channel.publish(EXCHANGE, queue, body, { persistent: true })
      await answered(channel.waitForConfirms(), 'to confirm what was meddled with')
    } catch {
      // The broker is away: then nothing was doubled.
    }
  }

  await listen()
  return {
    double: () => send(heard.slice(-random.int(1, 4))),
    repeatOld: () => send(heard.length === 0 ? [] : [random.pick(heard), random.pick(heard)]),
    async purge() {
      const model = open?.model
      if (!model) return
      try {
        const channel = await answered(model.createChannel(), 'to open a channel')
        channel.on('error', () => {})
        for (const queue of chainQueues(chainId, partitions))
          await answered(channel.purgeQueue(queue), `to purge ${queue}`)
        await closeChannel(channel)
      } catch {
        // A queue that is not there is as good as purged.
      }
    },
    poison: () =>
      send([{ queue: laneQueue(random.pick(lanesOf(chainId, partitions))), body: Buffer.from('{"v":99}') }]),
    async close() {
      closed = true
      await opening
      if (open) await closeConnection(open.model)
    },
  }
}

/** The answer to a close that is under way when the connection breaks never comes (amqplib 2.3); the event does. */
async function closeConnection(model: ChannelModel): Promise<void> {
  const gone = new Promise((resolve) => model.once('close', resolve))
  await Promise.race([answered(gone, 'to close a connection').catch(() => {}), model.close().catch(() => {})])
}
