import { createTestDatabase, type TestDatabase } from '../support/createTestDatabase.ts'
import { startPrivateRabbitmq } from '../support/privateRabbitmq.ts'
import { openTestCluster } from '../support/testCluster.ts'

/** One RabbitMQ and one PostgreSQL that several histories stand on at once: what befalls them befalls all. */
export interface Ground {
  rabbitmqUrl: string
  /** Only within `undisturbed`. */
  createDatabase(): Promise<TestDatabase>
  /** Runs the harness's own part (set up, compare, tear down) while no disaster is under way; the processes get no such mercy. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>
  /** One at a time, and none while a history is held against a fresh index. */
  disasters: Record<'broker restarted' | 'broker crashed' | 'broker wiped' | 'database restarted', () => Promise<void>>
  close(): Promise<void>
}

export async function openGround(): Promise<Ground> {
  const [cluster, rabbitmq] = await Promise.all([openTestCluster(), startPrivateRabbitmq()])
  const { shared, alone } = createTurnstile()
  return {
    rabbitmqUrl: rabbitmq.url,
    createDatabase: () => createTestDatabase(cluster),
    undisturbed: shared,
    disasters: {
      'broker restarted': () => alone(() => rabbitmq.restart()),
      'broker crashed': () => alone(() => rabbitmq.crash()),
      'broker wiped': () => alone(() => rabbitmq.wipe()),
      'database restarted': () => alone(() => cluster.restart()),
    },
    async close() {
      await rabbitmq.stop()
      await cluster.close()
    },
  }
}

/** Many may be within `shared`, or one within `alone`; who waits for that one's turn lets nobody else pass. */
function createTurnstile() {
  let inside = 0
  let gate: Promise<unknown> = Promise.resolve()
  let onEmpty = () => {}

  async function shared<T>(work: () => Promise<T>): Promise<T> {
    for (let seen: unknown; seen !== gate; ) {
      seen = gate
      await gate
    }
    inside++
    try {
      return await work()
    } finally {
      if (--inside === 0) onEmpty()
    }
  }

  async function alone(work: () => Promise<void>): Promise<void> {
    const turn = gate.then(async () => {
      if (inside > 0) {
        await new Promise<void>((resolve) => {
          onEmpty = resolve
        })
      }
      await work()
    })
    gate = turn.catch(() => {})
    return turn
  }

  return { shared, alone }
}
