import type pg from 'pg'
import { type Actor, recordAction } from '../audit/recordAction.ts'
import type { Broker } from '../broker/Broker.ts'
import { deleteDeadLetter, getDeadLetter, type StoredDeadLetter } from '../broker/deadLetters.ts'
import { laneQueue } from '../broker/topology.ts'
import { withTransaction } from '../lib/database.ts'
import { RefusedError } from '../lib/RefusedError.ts'

/**
 * Puts a dead letter back into its queue. Published first: should this process end in between, the letter is replayed twice, and the
 * second does nothing.
 *
 * @throws RefusedError dead_letter_not_found or dead_letter_outdated, and what the broker throws
 */
export async function replayDeadLetter(
  pool: pg.Pool,
  broker: Pick<Broker, 'republish'>,
  actor: Actor,
  id: number,
): Promise<StoredDeadLetter> {
  const letter = await find(pool, id)
  if (await isOfOtherLanes(pool, letter)) {
    throw new RefusedError(
      'dead_letter_outdated',
      `The chain of dead letter ${id} was split into other lanes since, which were sent all it holds: discard it.`,
    )
  }
  await broker.republish(letter.queue, letter.body)
  await remove(pool, actor, letter, 'dead_letter.replay')
  return letter
}

/** Forgets a dead letter. @throws RefusedError dead_letter_not_found */
export async function discardDeadLetter(pool: pg.Pool, actor: Actor, id: number): Promise<StoredDeadLetter> {
  const letter = await find(pool, id)
  await remove(pool, actor, letter, 'dead_letter.discard')
  return letter
}

/** @throws RefusedError dead_letter_not_found */
async function find(pool: pg.Pool, id: number): Promise<StoredDeadLetter> {
  const letter = await getDeadLetter(pool, id)
  if (letter === null) throw new RefusedError('dead_letter_not_found', `There is no dead letter ${id}.`)
  return letter
}

function remove(pool: pg.Pool, actor: Actor, letter: StoredDeadLetter, action: string): Promise<void> {
  const { id, queue, reason, attempts, body } = letter
  return withTransaction(pool, async (tx) => {
    await deleteDeadLetter(tx, id)
    await recordAction(tx, actor, {
      action,
      subject: `dead_letter:${id}`,
      before: { queue, reason, attempts, body: body.length > MAX_BODY ? `${body.slice(0, MAX_BODY)}…` : body },
    })
  })
}

/** Of a letter, in the log. */
const MAX_BODY = 2_000

async function isOfOtherLanes(pool: pg.Pool, { queue }: StoredDeadLetter): Promise<boolean> {
  const match = /^kindling\.(\d+)\.(\d+)of(\d+)$/.exec(queue)
  if (!match) return false
  const [chainId, partition] = [Number(match[1]), Number(match[2])]
  const { rows } = await pool.query('select partitions from chains where chain_id = $1', [chainId])
  const partitions: number | null = rows[0]?.partitions ?? null
  return partitions !== null && laneQueue({ chainId, partition, partitions }) !== queue
}
