import type { ClientBase } from 'pg'

/**
 * The schema `public` as SQL, in an order that does not depend on when things were made, so that two databases with the
 * same structure give the same text, on PostgreSQL 15 to 18 (which write the text of views differently). It is for comparing and reading, not for restoring: ownership,
 * privileges and data are not in it, nor what belongs to extensions.
 */
export async function dumpSchema(client: ClientBase): Promise<string> {
  const before = await client.query<{ path: string }>(`SELECT current_setting('search_path') AS path`)
  const setPath = (path: string | undefined) => client.query(`SELECT set_config('search_path', $1, false)`, [path])
  // The catalog functions leave out the schema of what the path reaches: with this one they always name it.
  await setPath('pg_catalog')
  try {
    const statements: string[] = []
    for (const sql of [extensions, types, functions, sequences, tables, views, indexes, triggers, comments]) {
      const { rows } = await client.query<{ statement: string }>(sql)
      statements.push(...rows.map(({ statement }) => `${statement.trimEnd()};\n`))
    }
    return statements.join('\n')
  } finally {
    await setPath(before.rows[0]?.path)
  }
}

/** Whether the object of this catalog came with an extension. */
const ofExtension = (catalog: string, oid: string) =>
  `EXISTS (SELECT FROM pg_depend WHERE classid = '${catalog}'::regclass AND objid = ${oid} AND deptype = 'e')`

/** Names sort by their bytes, whatever the database's collation. */
const byName = (...names: string[]) => `ORDER BY ${names.map((name) => `${name}::text COLLATE "C"`).join(', ')}`

const inPublic = `n.nspname = 'public'`

const extensions = `
  SELECT format('create extension %I', extname) AS statement
  FROM pg_extension WHERE extname <> 'plpgsql' ${byName('extname')}`

const types = `
  SELECT format('create type %I.%I as enum (%s)', n.nspname, t.typname,
    (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
  ) AS statement, t.typname
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE ${inPublic} AND t.typtype = 'e' AND NOT ${ofExtension('pg_type', 't.oid')}
  UNION ALL
  SELECT format('create domain %I.%I as %s', n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod))
    || coalesce(' default ' || t.typdefault, '')
    || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END
    || coalesce((
      SELECT string_agg(format(' constraint %I %s', conname, pg_get_constraintdef(oid)), '' ${byName('conname')})
      FROM pg_constraint WHERE contypid = t.oid AND contype = 'c'), ''), t.typname
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE ${inPublic} AND t.typtype = 'd' AND NOT ${ofExtension('pg_type', 't.oid')}
  UNION ALL
  SELECT format('create type %I.%I as (%s)', n.nspname, t.typname,
    (SELECT string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum)
     FROM pg_attribute WHERE attrelid = t.typrelid AND attnum > 0 AND NOT attisdropped)), t.typname
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_class c ON c.oid = t.typrelid
  WHERE ${inPublic} AND c.relkind = 'c' AND NOT ${ofExtension('pg_type', 't.oid')}
  ORDER BY 2`

const functions = `
  SELECT pg_get_functiondef(p.oid) AS statement
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE ${inPublic} AND p.prokind IN ('f', 'p', 'w') AND NOT ${ofExtension('pg_proc', 'p.oid')}
  ${byName('p.proname', 'pg_get_function_identity_arguments(p.oid)')}`

/** Those that stand alone; what belongs to an identity or serial column is told there. */
const sequences = `
  SELECT format('create sequence %I.%I as %s start %s increment %s', n.nspname, c.relname,
    format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement) AS statement
  FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${inPublic} AND NOT EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i', 'e'))
  ${byName('c.relname')}`

/**
 * PostgreSQL 18 lists NOT NULL among the constraints (contype 'n'); here it is told with its column on every version.
 * Constraint triggers (contype 't') come with the triggers.
 */
const tables = `
  SELECT format(E'create %stable %I.%I (\\n%s\\n)', CASE c.relpersistence WHEN 'u' THEN 'unlogged ' ELSE '' END,
      n.nspname, c.relname, concat_ws(E',\\n', columns.lines, constraints.lines))
    || coalesce(' partition by ' || pg_get_partkeydef(c.oid), '')
    || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') AS statement
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL (
    SELECT string_agg(
      format('  %I %s', a.attname, format_type(a.atttypid, a.atttypmod))
      || CASE WHEN a.attcollation <> t.typcollation THEN format(' collate %s', a.attcollation::regcollation) ELSE '' END
      || CASE a.attidentity WHEN 'a' THEN ' generated always as identity'
                            WHEN 'd' THEN ' generated by default as identity' ELSE '' END
      || CASE a.attgenerated WHEN 's' THEN format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
                             WHEN 'v' THEN format(' generated always as (%s) virtual', pg_get_expr(d.adbin, d.adrelid))
                             ELSE coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') END
      || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
      E',\\n' ORDER BY a.attnum) AS lines
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  ) columns
  CROSS JOIN LATERAL (
    SELECT string_agg(
      format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)),
      E',\\n' ORDER BY position(k.contype IN 'pucfx'), k.conname::text COLLATE "C") AS lines
    FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'c', 'f', 'x')
  ) constraints
  WHERE ${inPublic} AND c.relkind IN ('r', 'p') AND NOT ${ofExtension('pg_class', 'c.oid')}
  ${byName('c.relname')}`

const views = `
  SELECT format(E'create %sview %I.%I as\\n%s', CASE c.relkind WHEN 'm' THEN 'materialized ' ELSE '' END,
    n.nspname, c.relname, rtrim(pg_get_viewdef(c.oid), ';')) AS statement
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${inPublic} AND c.relkind IN ('v', 'm') AND NOT ${ofExtension('pg_class', 'c.oid')}
  ${byName('c.relname')}`

/** But those that a constraint made: the constraint tells them. */
const indexes = `
  SELECT pg_get_indexdef(i.indexrelid) AS statement
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class r ON r.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${inPublic} AND NOT ${ofExtension('pg_class', 'i.indrelid')}
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
  ${byName('r.relname', 'c.relname')}`

const triggers = `
  SELECT pg_get_triggerdef(t.oid) AS statement
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${inPublic} AND NOT t.tgisinternal
  ${byName('c.relname', 't.tgname')}`

const comments = `
  SELECT format('comment on %s %I.%I is %L', CASE c.relkind
      WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'i' THEN 'index' WHEN 'S' THEN 'sequence' ELSE 'table' END,
    n.nspname, c.relname, d.description) AS statement, c.relname::text COLLATE "C", 0
  FROM pg_description d JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE d.classoid = 'pg_class'::regclass AND d.objsubid = 0 AND ${inPublic} AND NOT ${ofExtension('pg_class', 'c.oid')}
  UNION ALL
  SELECT format('comment on column %I.%I.%I is %L', n.nspname, c.relname, a.attname, d.description),
    c.relname::text COLLATE "C", d.objsubid
  FROM pg_description d JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
  WHERE d.classoid = 'pg_class'::regclass AND d.objsubid > 0 AND ${inPublic} AND NOT ${ofExtension('pg_class', 'c.oid')}
  UNION ALL
  SELECT format('comment on function %I.%I(%s) is %L', n.nspname, p.proname,
    pg_get_function_identity_arguments(p.oid), d.description), p.proname::text COLLATE "C", 0
  FROM pg_description d JOIN pg_proc p ON p.oid = d.objoid JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE d.classoid = 'pg_proc'::regclass AND ${inPublic} AND NOT ${ofExtension('pg_proc', 'p.oid')}
  UNION ALL
  SELECT format('comment on type %I.%I is %L', n.nspname, t.typname, d.description), t.typname::text COLLATE "C", 0
  FROM pg_description d JOIN pg_type t ON t.oid = d.objoid JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE d.classoid = 'pg_type'::regclass AND ${inPublic} AND NOT ${ofExtension('pg_type', 't.oid')}
  ORDER BY 2, 3, 1`
