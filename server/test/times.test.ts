import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { connectionConfig, createPool } from '../src/lib/database.ts'
import { createTestDatabase } from './support/createTestDatabase.ts'

const TIMESTAMPTZ = 1184
const parseAnyTime = pg.types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => unknown

// Microseconds since 1970, from before Christ to beyond 9999, whole seconds and odd ones.
const YEAR_10000 = 253_402_300_800_000_000n
const micros = fc.oneof(
  fc.bigInt({ min: -62_200_000_000_000_000n, max: YEAR_10000 + 1_000_000_000n }),
  fc.bigInt({ min: 0n, max: 4_000_000_000n }).map((seconds) => seconds * 1_000_000n),
  fc.bigInt({ min: 0n, max: 4_000_000_000_000n }).map((ms) => ms * 1_000n),
  fc.constantFrom(0n, -1n, 1n, YEAR_10000 - 1n, YEAR_10000, -62_135_596_800_000_000n, -59_011_459_200_000_000n),
)

test("times are read as pg's own parser reads them, whatever PostgreSQL writes", async () => {
  const database = await createTestDatabase()
  const pool = createPool(database.url)
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(micros, { minLength: 1, maxLength: 200 }), async (times) => {
        const { rows } = await pool.query(
          `select at, at::text as text from (
             select timestamptz 'epoch' + t * interval '1 microsecond' as at from unnest($1::bigint[]) t) times`,
          [times.map(String)],
        )
        for (const { at, text } of rows) expect([text, at]).toEqual([text, parseAnyTime(text)])
      }),
      { numRuns: 30 },
    )
    const { rows } = await pool.query(`select timestamptz 'infinity' as late, timestamptz '-infinity' as early`)
    expect(rows).toEqual([{ late: Number.POSITIVE_INFINITY, early: Number.NEGATIVE_INFINITY }])
  } finally {
    await pool.end()
    await database.drop()
  }
})

test('a session in another time zone is read the same', async () => {
  const database = await createTestDatabase()
  const client = new pg.Client({ ...connectionConfig(database.url), options: '-c timezone=Asia/Kathmandu' })
  await client.connect()
  try {
    const { rows } = await client.query(`select timestamptz '2026-11-22 09:30:00.123456+00' as at`)
    expect(rows).toEqual([{ at: new Date('2026-11-22T09:30:00.123Z') }])
  } finally {
    await client.end()
    await database.drop()
  }
})
