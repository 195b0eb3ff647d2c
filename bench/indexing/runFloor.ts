import { campaignAbi, campaignFactoryAbi, eventTopics } from '@kindling/contracts'
import pg from 'pg'
import { decodeEventLog, type Hex } from 'viem'
import type { RpcLog } from '../../server/src/chain/RpcLog.ts'
import { anvilRpc } from '../../server/src/embedded/anvilRpc.ts'
import { handIn, readTask } from '../support/measureInChild.ts'
import { createClock, startWatch } from './clock.ts'
import { copyRows } from './copyRows.ts'
import { type FloorEvent, floorTables } from './floorTables.ts'
import type { IndexResult, IndexTask } from './IndexTask.ts'

/**
 * The floor: what a script does that is written for this one chain and this one moment. It reads range after range,
 * decodes with viem, sums in memory and copies into the same tables. No broker, no position, no reorg, no second run.
 */
async function indexByScript(task: IndexTask): Promise<IndexResult> {
  const clock = createClock(['rpc', 'decode', 'sum', 'copy'])
  const elapsed = startWatch()
  const client = new pg.Client({ connectionString: task.databaseUrl, application_name: 'bench floor' })
  await client.connect()
  const events: FloorEvent[] = []
  for (let from = 0; from <= task.head.number; from += task.blockBatchSize) {
    const to = Math.min(task.head.number, from + task.blockBatchSize - 1)
    const logs = await clock.time('rpc', () => readLogs(task.rpcUrl, from, to))
    const decodingSinceMs = performance.now()
    for (const log of logs) events.push(decode(log))
    clock.add('decode', decodingSinceMs)
  }
  const summingSinceMs = performance.now()
  const tables = floorTables(task.chainId, events)
  clock.add('sum', summingSinceMs)
  await clock.time('copy', async () => {
    await client.query('begin')
    for (const table of tables) await copyRows(client, table)
    await client.query('commit')
  })
  const result = { ...elapsed(), phases: clock.phases }
  await client.end()
  return result
}

function readLogs(rpcUrl: string, from: number, to: number): Promise<RpcLog[]> {
  const range = { fromBlock: `0x${from.toString(16)}`, toBlock: `0x${to.toString(16)}` }
  return anvilRpc<RpcLog[]>(rpcUrl, 'eth_getLogs', [{ ...range, topics: [Object.values(eventTopics)] }])
}

const eventAbi = [...campaignFactoryAbi, ...campaignAbi].filter((item) => item.type === 'event')

function decode(log: RpcLog): FloorEvent {
  const { eventName, args } = decodeEventLog({
    abi: eventAbi,
    data: log.data as Hex,
    topics: log.topics as [Hex, ...Hex[]],
  })
  return {
    name: eventName,
    args: args as unknown as FloorEvent['args'],
    block: Number(log.blockNumber),
    blockHash: log.blockHash,
    time: Number(log.blockTimestamp),
    txHash: log.transactionHash,
    logIndex: Number(log.logIndex),
    address: log.address,
  }
}

handIn(await indexByScript(readTask<IndexTask>()))
