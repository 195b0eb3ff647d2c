import type pg from 'pg'
import { type ProblemCode, ProblemError } from '../../plugins/problems.ts'
import { type Listing, readListing } from '../../queries/desk/listing.ts'

/** The first row of a list that was narrowed to one. @throws ProblemError with the code given */
export async function findOne<Row>(pool: pg.Pool, listing: Listing, code: ProblemCode, what: string): Promise<Row> {
  const { rows } = await readListing<Row>(pool, listing, { pageSize: 1, at: { page: 1 } })
  if (rows[0] === undefined) throw new ProblemError(code, `There is no ${what}.`)
  return rows[0]
}
