import { expect, test } from 'vitest'
import { findSystemPostgres } from '../support/privatePostgres.ts'
import { runDrill } from './drill.ts'

test.skipIf(findSystemPostgres() === null)(
  'backup, wipe, restore, catch up, verify: embedded, moved to another PostgreSQL, and by pg_dump (needs Debian’s postgresql)',
  async () => {
    const good = { verified: true, sameRows: true, accountKept: true }
    const report = await runDrill()
    expect(report.ends.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    expect(report.ends.filter(({ ms }) => ms >= 10_000)).toEqual([])
    expect(report).toMatchObject({
      embedded: { ...good, donationsAfterBackup: 3 },
      moved: { ...good, secondRunRefused: true },
      dumped: good,
    })
  },
  480_000,
)
