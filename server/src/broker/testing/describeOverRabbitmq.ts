import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import {
  findRabbitmqServer,
  type PrivateRabbitmq,
  startPrivateRabbitmq,
} from '../../../test/support/privateRabbitmq.ts'
import { quietLogger } from '../../../test/support/startPipeline.ts'
import type { Broker } from '../Broker.ts'
import type { LaneMessage } from '../messages.ts'
import { createRabbitmqBroker } from '../rabbitmqBroker.ts'
import { laneQueue } from '../topology.ts'

/** Tests of the broker over a RabbitMQ of their own, each in queues of its own. Skipped, and said so, where none is installed. */
export function describeOverRabbitmq(subject: string, add: (tools: ReturnType<typeof openTools>) => void): void {
  const missing = findRabbitmqServer() === null
  describe.skipIf(missing)(`${subject}${missing ? ' (no rabbitmq-server is installed here)' : ''}`, () =>
    add(openTools()),
  )
}

function openTools() {
  let server: PrivateRabbitmq
  let brokers: Broker[] = []
  let chainId = 1

  // One of its own even where RABBITMQ_URL names one: it is killed and wiped here.
  beforeAll(async () => {
    server = await startPrivateRabbitmq()
  }, 120_000)
  afterAll(() => server?.stop())
  afterEach(async () => {
    for (const broker of brokers) await broker.close()
    brokers = []
    chainId++
  })

  function open(url = server.url): Broker {
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

  return { rabbitmq: () => server, open, lane, queue, outgoing, run, collect }
}
