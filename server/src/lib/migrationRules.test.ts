import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const MIGRATIONS = join(import.meta.dirname, '../../migrations')

/**
 * While a new version is rolled out, processes of the one before work on the migrated database. So a migration adds; what is to go is
 * first left unused by one version and removed by a later one, whose migration says so.
 */
const FORBIDDEN: [RegExp, string][] = [
  [/\bdrop\s+table\b/i, 'drops a table'],
  [/\bdrop\s+column\b/i, 'drops a column'],
  [/\brename\s+(column|to)\b|\brename\s+\w+\s+to\b/i, 'renames'],
  [/\balter\s+(column\s+)?\w+\s+(set\s+data\s+)?type\b/i, "changes a column's type"],
  [/\balter\s+(column\s+)?\w+\s+set\s+not\s+null\b/i, 'makes a column required'],
  [/\badd\s+column\s+(?!.*\b(default|generated)\b)[^;,]*\bnot\s+null\b/i, 'adds a required column without a default'],
  [/^\s*truncate\b/i, 'empties a table'],
]
const REMOVES_UNUSED = /^-- unused since (\S+)$/im

function faultsOf(sql: string): string[] {
  const statements = sql.replaceAll(/--.*$/gm, '').split(';')
  return statements
    .filter((statement) => !isHarmlessRename(statement, sql))
    .flatMap((statement) => FORBIDDEN.filter(([pattern]) => pattern.test(statement)).map(([, what]) => what))
}

/** Nobody asks for a trigger by its name; who asks for a table by its old name finds the view that has it now. */
function isHarmlessRename(statement: string, sql: string): boolean {
  if (/^\s*alter\s+trigger\b/i.test(statement)) return true
  const table = /^\s*alter\s+table\s+(\w+)\s+rename\s+to\s+\w+\s*$/i.exec(statement)?.[1]
  return table !== undefined && new RegExp(`\\bcreate\\s+view\\s+${table}\\b`, 'i').test(sql)
}

test('every migration leaves the processes of the version before working', () => {
  const found = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ name, sql: readFileSync(join(MIGRATIONS, name), 'utf8') }))
    // What the first version needs was made before there was another.
    .filter(({ name, sql }) => name > '0010' && !REMOVES_UNUSED.test(sql))
    .flatMap(({ name, sql }) => faultsOf(sql).map((what) => `${name} ${what}`))
  expect(found).toEqual([])
})

test.each([
  ['alter table campaigns drop column cid', 'drops a column'],
  ['alter table campaigns rename column cid to content', 'renames'],
  ['alter table campaigns rename cid to content', 'renames'],
  ['alter table campaigns rename to projects', 'renames'],
  ['drop table if exists campaigns', 'drops a table'],
  ['alter table campaigns alter column cid type varchar(10)', "changes a column's type"],
  ['alter table campaigns alter cid set not null', 'makes a column required'],
  ['alter table campaigns add column story text not null', 'adds a required column without a default'],
  ['truncate events', 'empties a table'],
])('the rule sees that "%s" %s', (statement, what) => {
  expect(faultsOf(`${statement};`)).toContain(what)
})

test.each([
  "alter table campaigns add column story text not null default ''",
  'alter table campaigns add column story text',
  'create index on campaigns (cid)',
  '-- drop table campaigns',
  'alter table campaigns rename to projects; create view campaigns as select * from projects',
])('the rule lets "%s" pass', (statement) => {
  expect(faultsOf(`${statement};`)).toEqual([])
})
