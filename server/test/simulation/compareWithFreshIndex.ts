import type pg from 'pg'
import type { TestChain } from '../support/createTestChain.ts'
import { projectionRows } from '../support/projectionRows.ts'
import { startPipeline } from '../support/startPipeline.ts'
import { waitForHead } from '../support/waitForHead.ts'
import type { World } from './createWorld.ts'

export type CreateDatabase = () => Promise<{ url: string; drop(): Promise<void> }>

export interface Comparison {
  rows: number
  removedEvents: number
  /** Tables that differ from a fresh index, or contracts that hold something else; empty is right. */
  differences: string[]
}

type Rows = Record<string, string[]>
type Head = { number: bigint; hash: string }

/** Holds the tables, which stand at the head, against those of a fresh index of the same chain and against the contracts. */
export async function compareWithFreshIndex(
  createDatabase: CreateDatabase,
  end: { chain: TestChain; world: World; head: Head; pool: pg.Pool },
): Promise<Comparison> {
  const { chain, world, head, pool } = end
  const rows = await projectionRows(pool)
  const fresh = await freshIndex(createDatabase, chain, head)
  const differences = Object.keys(fresh).filter((table) => JSON.stringify(fresh[table]) !== JSON.stringify(rows[table]))
  differences.push(...(await contractDifferences(pool, world)))
  const removed = await pool.query('select count(*) as count from events where removed')
  return {
    rows: Object.values(rows).reduce((sum, table) => sum + table.length, 0),
    removedEvents: removed.rows[0].count,
    differences: differences.map((table) => describe(table, rows[table], fresh[table])),
  }
}

function describe(name: string, got: string[] = [], wanted: string[] = []): string {
  const extra = got.filter((row) => !wanted.includes(row))
  const missing = wanted.filter((row) => !got.includes(row))
  return extra.length + missing.length === 0
    ? name
    : `${name}: wrong ${extra.slice(0, 3).join(' ')} instead of ${missing.slice(0, 3).join(' ')}`
}

async function freshIndex(createDatabase: CreateDatabase, chain: TestChain, head: Head): Promise<Rows> {
  const database = await createDatabase()
  const pipeline = await startPipeline({
    databaseUrl: database.url,
    rpcUrls: [chain.rpcUrl],
    chainId: chain.chainId,
    factoryAddresses: [chain.factoryAddress],
  })
  try {
    await pipeline.startConsumer()
    pipeline.startProducer()
    await waitForHead(pipeline.pool, head)
    return await projectionRows(pipeline.pool)
  } finally {
    await pipeline.stop()
    await database.drop()
  }
}

async function contractDifferences(pool: pg.Pool, world: World): Promise<string[]> {
  const { rows } = await pool.query('select * from campaigns')
  const indexed = new Map(rows.map((row) => [row.address, row]))
  const state = await world.contractState()
  const wrong = state.filter(({ address, raised, withdrawn, balance }) => {
    const row = indexed.get(address)
    if (!row || row.total_raised_wei !== raised || row.withdrawn !== withdrawn) return true
    // More may lie there: what was sent to the address while a reorg had taken the contract away.
    return (
      BigInt(row.total_raised_wei) - BigInt(row.total_refunded_wei) - BigInt(row.withdrawn_amount_wei) > BigInt(balance)
    )
  })
  const differences = wrong.map(
    (contract) => `contract ${JSON.stringify(contract)} against ${JSON.stringify(indexed.get(contract.address))}`,
  )
  if (rows.length !== state.length) differences.push(`${rows.length} campaigns indexed, ${state.length} on the chain`)
  return differences
}
