import { type Command, InvalidArgumentError } from 'commander'
import type pg from 'pg'
import { CLI } from '../../audit/cliActor.ts'
import { getDeadLetter, listDeadLetters, recordDeadLetter, type StoredDeadLetter } from '../../broker/deadLetters.ts'
import { DEAD_LETTER_QUEUE } from '../../broker/topology.ts'
import { discardDeadLetter, replayDeadLetter } from '../../desk/deadLetters.ts'
import { ConfigError } from '../../lib/errors.ts'
import { RefusedError } from '../../lib/RefusedError.ts'
import { openDatabase } from '../openDatabase.ts'
import { openBroker } from '../pipelineParts.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, table } from '../say.ts'

const SHORT_REASON = 80

export function addDeadLetters(broker: Command): void {
  const letters = broker.command('dead-letters').description('messages that could not be applied')
  const command = (text: string, description: string) => letters.command(text).description(description)
  const process = (work: (context: ProcessContext) => Promise<void>) =>
    runProcess({ name: 'broker', defaultLogLevel: 'warn' }, work)
  command('list', 'what there is, the oldest first')
    .option('--limit <number>', 'at most so many (100)', id)
    .option('--json', 'for programs')
    .action((options: { limit?: number; json?: boolean }) => process((context) => list(context, options)))
  command('show', 'one with its original')
    .argument('<id>', 'its number in the list', id)
    .option('--json', 'for programs')
    .action((letter: number, options: { json?: boolean }) => process((context) => show(context, letter, options)))
  command('replay', 'put it back into its queue: it is applied if its lane still lacks it, and else does nothing')
    .argument('<id>', 'its number in the list, or "all"', idOrAll)
    .action((letter: number | 'all') => process((context) => replay(context, letter)))
  command('discard', 'forget it; what its lane lacks is asked for again in any case')
    .argument('<id>', 'its number in the list, or "all"', idOrAll)
    .action((letter: number | 'all') => process((context) => discard(context, letter)))
}

function id(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It must be a number of the list.')
  return Number(value)
}

const idOrAll = (value: string): number | 'all' => (value === 'all' ? 'all' : id(value))

/** Letters that RabbitMQ still holds because no consumer ran since are taken into the table first. */
async function open({ config, logger, shutdown }: ProcessContext) {
  const database = await openDatabase(config, logger, shutdown, 'kindling broker')
  const broker = openBroker({ config, logger, shutdown, database })
  if (broker.kind === 'rabbitmq' && (await broker.depth(DEAD_LETTER_QUEUE)) > 0) {
    const collecting = await broker.collectDeadLetters((letter) => recordDeadLetter(database.pool, letter))
    const deadline = Date.now() + 5_000
    while (Date.now() < deadline && (await broker.depth(DEAD_LETTER_QUEUE)) > 0)
      await new Promise((resolve) => setTimeout(resolve, 50))
    await collecting.stop()
  }
  return { pool: database.pool, broker }
}

async function list(context: ProcessContext, options: { limit?: number; json?: boolean }): Promise<void> {
  const { pool } = await open(context)
  const letters = await listDeadLetters(pool, options.limit ?? 100)
  if (options.json) return say(JSON.stringify({ dead_letters: letters.map((letter) => asJson(letter)) }))
  if (letters.length === 0) return say('There are no dead letters.')
  say(
    table(
      ['id', 'queue', 'attempts', 'since', 'last', 'reason'],
      letters.map((letter) => [
        letter.id,
        letter.queue,
        letter.attempts,
        letter.createdAt.toISOString(),
        letter.updatedAt.toISOString(),
        letter.reason.length > SHORT_REASON ? `${letter.reason.slice(0, SHORT_REASON)}…` : letter.reason,
      ]),
    ),
  )
}

async function show(context: ProcessContext, letterId: number, options: { json?: boolean }): Promise<void> {
  const { pool } = await open(context)
  const letter = await find(pool, letterId)
  if (options.json) return say(JSON.stringify({ ...asJson(letter), body: letter.body }))
  say(`id        ${letter.id}`)
  say(`queue     ${letter.queue}`)
  say(`reason    ${letter.reason}`)
  say(`attempts  ${letter.attempts}`)
  say(`since     ${letter.createdAt.toISOString()}, last ${letter.updatedAt.toISOString()}`)
  say()
  say(letter.body)
}

async function replay(context: ProcessContext, which: number | 'all'): Promise<void> {
  const { pool, broker } = await open(context)
  for (const letter of await select(pool, which)) {
    try {
      const { queue } = await replayDeadLetter(pool, broker, CLI, letter)
      say(`${letter}: back in ${queue}`)
    } catch (error) {
      if (which !== 'all' || !(error instanceof RefusedError)) throw error
      say(`${letter}: not replayed. ${error.message}`)
    }
  }
}

async function discard(context: ProcessContext, which: number | 'all'): Promise<void> {
  const { pool } = await open(context)
  for (const letter of await select(pool, which)) {
    await discardDeadLetter(pool, CLI, letter)
    say(`${letter}: discarded`)
  }
}

async function select(pool: pg.Pool, which: number | 'all'): Promise<number[]> {
  return which === 'all' ? (await listDeadLetters(pool, 10_000)).map((letter) => letter.id) : [which]
}

async function find(pool: pg.Pool, letterId: number): Promise<StoredDeadLetter> {
  const letter = await getDeadLetter(pool, letterId)
  if (letter === null) throw new ConfigError(`There is no dead letter ${letterId}.`)
  return letter
}

const asJson = ({ id: letterId, queue, reason, attempts, createdAt, updatedAt }: StoredDeadLetter) => ({
  id: letterId,
  queue,
  reason,
  attempts,
  created_at: createdAt.toISOString(),
  updated_at: updatedAt.toISOString(),
})
