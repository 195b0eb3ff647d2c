import type pg from 'pg'
import { arrayLiteral } from './arrayLiteral.ts'

/** A rollup: rows of sums under a key that begins with chain_id. Adding a batch and taking it away are one statement. */
export interface SumTable {
  name: string
  /** Key columns after chain_id, with their types. */
  keys: Record<string, string>
  /** Summed columns, with their types. */
  sums: Record<string, string>
  /** SQL over the row: nothing is left in it, so that it is as if it had never been. */
  empty: string
}

/** Sums of a batch by key: the parts of the key, and one amount per summed column. */
export type Sums = Map<string, { key: string[]; amounts: bigint[] }>

/** +1 adds a batch, -1 takes it away. */
export type Sign = 1n | -1n

/** Adds `amounts` under `key`. */
export function accumulate(sums: Sums, key: string[], amounts: bigint[]): void {
  const id = key.join(' ')
  const entry = sums.get(id)
  if (entry)
    amounts.forEach((amount, i) => {
      entry.amounts[i]! += amount
    })
  else sums.set(id, { key, amounts: [...amounts] })
}

export function countBy<T>(items: T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

/**
 * Adds (or takes away) a batch's sums, one upsert for all rows; keys in sorted order, so that two lanes that write the
 * same rows wait for each other instead of deadlocking.
 */
export async function addToSums(
  tx: pg.ClientBase,
  table: SumTable,
  chainId: number,
  sums: Sums,
  sign: Sign,
): Promise<void> {
  if (sums.size === 0) return
  const rows = [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const keys = Object.keys(table.keys).map((_, i) => arrayLiteral(rows.map((row) => row.key[i]!)))
  const amounts = Object.keys(table.sums).map((_, i) => arrayLiteral(rows.map((row) => sign * row.amounts[i]!)))
  await tx.query({ name: `add-${table.name}`, text: upsert(table), values: [chainId, ...keys, ...amounts] })
  if (sign === -1n)
    await tx.query({ name: `empty-${table.name}`, text: deleteEmpty(table), values: [chainId, ...keys] })
}

function upsert(table: SumTable): string {
  const keys = Object.keys(table.keys)
  const sums = Object.keys(table.sums)
  return `insert into ${table.name} (${['chain_id', ...keys, ...sums].join(', ')})
          select $1::bigint, row.* from ${unnest({ ...table.keys, ...table.sums })}
          on conflict (${['chain_id', ...keys].join(', ')}) do update set
          ${sums.map((sum) => `${sum} = ${table.name}.${sum} + excluded.${sum}`).join(', ')}`
}

function deleteEmpty(table: SumTable): string {
  const keys = Object.keys(table.keys)
  if (keys.length === 0) return `delete from ${table.name} where chain_id = $1 and ${table.empty}`
  const match = keys.map((key) => `target.${key} = row.${key}`).join(' and ')
  return `delete from ${table.name} as target using ${unnest(table.keys)}
          where target.chain_id = $1 and ${match} and ${table.empty}`
}

function unnest(columns: Record<string, string>): string {
  const arrays = Object.values(columns).map((type, i) => `$${i + 2}::${type}[]`)
  return `unnest(${arrays.join(', ')}) as row (${Object.keys(columns).join(', ')})`
}
