import pg from 'pg'
import type { Kindling } from './kindling.ts'

/** A connection to the product's database, or to one beside it, for the time of `use`. */
export async function withDatabase<T>(
  { databaseUrl }: Pick<Kindling, 'databaseUrl'>,
  use: (client: pg.Client) => Promise<T>,
  name?: string,
): Promise<T> {
  const url = new URL(databaseUrl)
  if (name !== undefined) url.pathname = `/${name}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Nobody can connect to the product's database meanwhile, and those who were are thrown out. */
export async function withoutDatabase<T>(kindling: Kindling, run: () => Promise<T>): Promise<T> {
  const name = new URL(kindling.databaseUrl).pathname.slice(1)
  const allow = (allowed: boolean) =>
    withDatabase(
      kindling,
      async (client) => {
        await client.query(`alter database ${name} with allow_connections ${allowed}`)
        if (!allowed)
          await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      },
      'postgres',
    )
  await allow(false)
  try {
    return await run()
  } finally {
    await allow(true)
  }
}
