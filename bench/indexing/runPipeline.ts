import type pg from 'pg'
import { registerChain } from '../../server/src/producer/registerChain.ts'
import { handIn, readTask } from '../support/measureInChild.ts'
import { createClock, startWatch } from './clock.ts'
import { startConsumerProcess } from './consumerProcess.ts'
import type { IndexResult, IndexTask } from './IndexTask.ts'
import { config, openSide, startConsuming, startProducing } from './pipelineSides.ts'

/** The product's own way from chain to tables, with its default settings, until the consumer has applied the head. */
async function indexByPipeline(task: IndexTask): Promise<IndexResult> {
  const clock = createClock(['rpc', 'decode', 'publish', 'apply'])
  const consumerProcess = task.rabbitmqUrl === undefined ? undefined : await startConsumerProcess(task)
  const elapsed = startWatch()

  const side = openSide(task, clock)
  await registerChain(side.pool, {
    chainId: task.chainId,
    name: 'Bench',
    nativeSymbol: config.nativeSymbol,
    explorerUrl: null,
    factoryAddresses: [task.factoryAddress.toLowerCase()],
    startBlock: config.startBlock,
  })
  const consumer = consumerProcess ?? (await startConsuming(side))
  consumerProcess?.begin()
  const producer = startProducing(side)
  const there = await Promise.race([consumer.caughtUp, producer.failed])
  const result = { ...elapsed(), phases: { ...clock.phases, ...there?.phases } }
  result.nodeCpuSeconds += there?.nodeCpuSeconds ?? 0

  await producer.stop()
  await consumer.stop()
  await checkPosition(side.pool, task)
  await side.close()
  return result
}

async function checkPosition(pool: pg.Pool, task: IndexTask): Promise<void> {
  const { rows } = await pool.query('select last_block, last_block_hash from consumer_state')
  const atHead = rows.filter((row) => row.last_block === task.head.number && row.last_block_hash === task.head.hash)
  if (atHead.length !== config.consumerPartitions)
    throw new Error(`The consumer did not reach block ${task.head.number}: ${JSON.stringify(rows)}.`)
}

handIn(await indexByPipeline(readTask<IndexTask>()))
