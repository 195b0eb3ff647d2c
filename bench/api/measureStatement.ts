import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createRunFolder } from '../support/benchFolder.ts'
import type { AskedStatement } from './serving.ts'

const run = promisify(execFile)

/** Debian: postgresql-contrib, postgresql-15 and the like. */
export const hasPgbench = () =>
  run('pgbench', ['--version']).then(
    () => true,
    () => false,
  )

/**
 * Statements/s that pgbench gets of these, prepared and drawn at random, over as many connections; null where none was done in time,
 * of which pgbench says nothing.
 */
export async function measureStatements(
  databaseUrl: string,
  statements: readonly AskedStatement[],
  options: { connections: number; seconds: number },
): Promise<number | null> {
  const folder = createRunFolder()
  const files = statements.map((statement, i) => {
    const file = join(folder, `statement-${i}.sql`)
    writeFileSync(file, `${written(statement)};\n`)
    return ['-f', file]
  })
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const { stdout } = await run(
    'pgbench',
    [
      '-n',
      '-M',
      'prepared',
      '-c',
      options.connections,
      '-j',
      2,
      '-T',
      options.seconds,
      ...files.flat(),
      '-h',
      hostname,
      '-p',
      port,
      '-U',
      username,
      pathname.slice(1),
    ].map(String),
    { env: { ...process.env, PGPASSWORD: decodeURIComponent(password), PGOPTIONS: '-c timezone=UTC' } },
  )
  const rate = /tps = ([\d.]+)/.exec(stdout)?.[1]
  return rate === undefined ? null : Number(rate)
}

/** With its values in it, as text that PostgreSQL gives a type by what stands around it, on one line. */
function written({ text, values }: AskedStatement): string {
  return text
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/\$(\d+)/g, (_, place: string) => literal(values[Number(place) - 1]).replaceAll('\n', ' '))
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return quoted(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`)
  return quoted(value instanceof Date ? value.toISOString() : String(value))
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
