import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/createTestDatabase.ts'
import { dumpSchema } from './dumpSchema.ts'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url, application_name: 'dumpSchema test' })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** The dump of a database which has only what `sql` makes, then nothing again. */
async function dumpOf(sql: string): Promise<string> {
  await client.query('BEGIN')
  try {
    await client.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${sql}`)
    return await dumpSchema(client)
  } finally {
    await client.query('ROLLBACK')
  }
}

test('each kind of thing is told', async () => {
  const dump = await dumpOf(`
    CREATE TYPE mood AS ENUM ('glad', 'sad');
    CREATE DOMAIN wei AS numeric(78,0) CONSTRAINT wei_positive CHECK (VALUE >= 0);
    CREATE TYPE point_of AS (x integer, y integer);
    CREATE SEQUENCE alone;
    CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
    COMMENT ON FUNCTION twice(integer) IS 'doubles';
    CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TABLE parent (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text COLLATE "C" NOT NULL UNIQUE);
    CREATE TABLE child (
      parent_id bigint REFERENCES parent ON DELETE CASCADE,
      amount wei NOT NULL DEFAULT 0 CHECK (amount < 100),
      doubled numeric GENERATED ALWAYS AS (amount * 2) STORED,
      mood mood DEFAULT 'glad',
      made_at timestamptz NOT NULL DEFAULT now()
    ) WITH (fillfactor = 90);
    COMMENT ON TABLE child IS 'it''s a child';
    COMMENT ON COLUMN child.amount IS 'in wei';
    CREATE INDEX child_by_amount ON child (amount DESC) WHERE parent_id IS NOT NULL;
    CREATE TRIGGER child_keep BEFORE UPDATE ON child FOR EACH ROW EXECUTE FUNCTION keep();
    CREATE EXTENSION pg_trgm;
  `)
  expect(dump).toMatchInlineSnapshot(`
    "create extension pg_trgm;

    create type public.mood as enum ('glad', 'sad');

    create type public.point_of as (x integer, y integer);

    create domain public.wei as numeric(78,0) constraint wei_positive CHECK ((VALUE >= (0)::numeric));

    CREATE OR REPLACE FUNCTION public.keep()
     RETURNS trigger
     LANGUAGE plpgsql
    AS $function$BEGIN RETURN NEW; END$function$;

    CREATE OR REPLACE FUNCTION public.twice(n integer)
     RETURNS integer
     LANGUAGE sql
     IMMUTABLE
    AS $function$SELECT n * 2$function$;

    create sequence public.alone as bigint start 1 increment 1;

    create table public.child (
      parent_id bigint,
      amount public.wei default 0 not null,
      doubled numeric generated always as (((amount)::numeric * (2)::numeric)) stored,
      mood public.mood default 'glad'::public.mood,
      made_at timestamp with time zone default now() not null,
      constraint child_amount_check CHECK (((amount)::numeric < (100)::numeric)),
      constraint child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.parent(id) ON DELETE CASCADE
    ) with (fillfactor=90);

    create table public.parent (
      id bigint generated always as identity not null,
      name text collate "C" not null,
      constraint parent_pkey PRIMARY KEY (id),
      constraint parent_name_key UNIQUE (name)
    );

    CREATE INDEX child_by_amount ON public.child USING btree (amount DESC) WHERE (parent_id IS NOT NULL);

    CREATE TRIGGER child_keep BEFORE UPDATE ON public.child FOR EACH ROW EXECUTE FUNCTION public.keep();

    comment on table public.child is 'it''s a child';

    comment on column public.child.amount is 'in wei';

    comment on function public.twice(n integer) is 'doubles';
    "
  `)
})

test('a view is told, in the words of the server', async () => {
  const dump = await dumpOf('CREATE TABLE t (x integer); CREATE VIEW positive AS SELECT x FROM t WHERE x > 0')
  expect(dump).toMatch(/create view public\.positive as\n\s*SELECT .*x\s+FROM public\.t\s+WHERE .*x > 0\)*;/)
})

test('the order in which things were made does not matter', async () => {
  const one = 'CREATE TABLE a (x integer CHECK (x > 0) UNIQUE); CREATE TABLE b (y text); CREATE INDEX i ON b (y);'
  const other = 'CREATE TABLE b (y text); CREATE INDEX i ON b (y); CREATE TABLE a (x integer UNIQUE CHECK (x > 0));'
  expect(await dumpOf(one)).toBe(await dumpOf(other))
})

test.each([
  ['a type', 'CREATE TABLE t (x integer)', 'CREATE TABLE t (x bigint)'],
  ['a NOT NULL', 'CREATE TABLE t (x integer)', 'CREATE TABLE t (x integer NOT NULL)'],
  ['a default', 'CREATE TABLE t (x integer)', 'CREATE TABLE t (x integer DEFAULT 1)'],
  ['a length', 'CREATE TABLE t (x varchar(5))', 'CREATE TABLE t (x varchar(6))'],
  ['the order of columns', 'CREATE TABLE t (x integer, y integer)', 'CREATE TABLE t (y integer, x integer)'],
  ['an index', 'CREATE TABLE t (x integer)', 'CREATE TABLE t (x integer); CREATE INDEX i ON t (x)'],
])('%s that differs shows', async (_, one, other) => {
  expect(await dumpOf(one)).not.toBe(await dumpOf(other))
})

test('the search path of the connection is as before', async () => {
  await client.query(`SET search_path = public, pg_temp`)
  const dump = await dumpSchema(client)
  const { rows } = await client.query('SHOW search_path')
  expect(rows).toEqual([{ search_path: 'public, pg_temp' }])
  await client.query(`RESET search_path`)
  expect(await dumpSchema(client)).toBe(dump)
})
