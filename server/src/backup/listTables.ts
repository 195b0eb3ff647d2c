import pg from 'pg'

/** A table of the schema `public` as it is copied. */
export interface Table {
  name: string
  /** Without those that the database works out itself. */
  columns: string[]
  /** What its rows are ordered by: the primary key, text by its bytes, so that two databases give the same order. */
  order: string[]
  /** Tables that must be filled before. */
  references: string[]
}

export interface Sequence {
  name: string
  lastValue: string
}

/** Made by the migrations themselves. */
const NOT_COPIED = ['schema_migrations']

/** Every table that holds data, those first that others refer to. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[]; refs: string[] }>({
    text: `select c.relname::text as name,
         array(select a.attname::text from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
               order by a.attnum) as columns,
         array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
               from pg_index i cross join unnest(i.indkey::smallint[]) with ordinality as key (attnum, place)
               join pg_attribute a on a.attrelid = c.oid and a.attnum = key.attnum
               where i.indrelid = c.oid and i.indisprimary and key.place <= i.indnkeyatts order by key.place) as key,
         array(select distinct other.relname::text from pg_constraint k join pg_class other on other.oid = k.confrelid
               where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refs
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and c.relname <> all($1)
         and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
       order by c.relname collate "C"`,
    values: [NOT_COPIED],
  })
  const tables = rows.map(({ name, columns, key, refs }) => ({
    name,
    columns,
    order: key.length > 0 ? key : ['(row_values.*)::text collate "C"'],
    references: refs,
  }))
  return byReference(tables)
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select sequencename::text as name, last_value::text as value from pg_sequences
     where schemaname = 'public' and last_value is not null order by sequencename collate "C"`,
  )
  return rows.map(({ name, value }) => ({ name, lastValue: value }))
}

export const tableName = (name: string): string => `public.${pg.escapeIdentifier(name)}`
export const columnList = (columns: readonly string[]): string => columns.map(pg.escapeIdentifier).join(', ')

/** Names of tables that hold rows. */
export async function listFilled(client: pg.ClientBase, tables: readonly Table[]): Promise<string[]> {
  const filled: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query(`select exists (select from ${tableName(name)}) as filled`)
    if (rows[0].filled) filled.push(name)
  }
  return filled
}

function byReference(tables: Table[]): Table[] {
  const placed: Table[] = []
  const waiting = [...tables]
  while (waiting.length > 0) {
    const next = waiting.findIndex((table) =>
      table.references.every((name) => !waiting.some((one) => one.name === name)),
    )
    // A circle of references would have to be loaded with its constraints deferred; there is none.
    placed.push(...waiting.splice(Math.max(0, next), 1))
  }
  return placed
}
