import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { connectionConfig } from '../../../server/src/lib/database.ts'
import { END_TS, KINDS, planWorld, type Size, type World } from './planWorld.ts'
import { hexOf } from './random.ts'
import { ROLLUPS } from './rollups.ts'
import { writeStory } from './writeStory.ts'

export const CHAIN_ID = 31_337
const FACTORY = '0x5fbdb2315678afecb367f032d93f642f64180aa3'
const HEAD = 30_000_000
const BLOCK_SECONDS = 12
/** Filled before their indexes are made: that is several times quicker. */
const LARGE_TABLES = ['events', 'contributions', 'campaign_hours', 'campaigns', 'campaign_metadata', 'donors']

/** Fills migrated, empty tables with a world, as the indexer and the metadata worker would have left them. */
export async function loadWorld(databaseUrl: string, size: Size, told: (what: string) => void): Promise<void> {
  told(`planning ${size.contributions} contributions`)
  const world = planWorld(size)
  const [chain, words] = [new pg.Client(connectionConfig(databaseUrl)), new pg.Client(connectionConfig(databaseUrl))]
  try {
    await Promise.all([chain.connect(), words.connect()])
    for (const client of [chain, words]) {
      // Nobody listens to the feed, and the rollups are written here.
      for (const setting of [
        "work_mem = '512MB'",
        "maintenance_work_mem = '1GB'",
        'synchronous_commit = off',
        'jit = off',
      ])
        await client.query(`set ${setting}`)
    }
    const indexes = await dropIndexes(chain)
    await insertPosition(chain)
    await setCounting(chain, 'disable')
    told(`writing ${world.events.count} events`)
    await Promise.all([
      (async () => {
        await copy(chain, 'campaigns', CAMPAIGN_COLUMNS, campaignLines(world))
        await copy(chain, 'events', EVENT_COLUMNS, counted('events', eventLines(world), told))
        for (const [place, statement] of ROLLUPS.entries()) {
          told(`adding up: ${place + 1} of ${ROLLUPS.length}`)
          await chain.query(statement, [CHAIN_ID])
        }
      })(),
      copy(words, 'campaign_metadata', METADATA_COLUMNS, metadataLines(world)),
    ])
    let made = 0
    const waiting = [...indexes]
    const make = async (client: pg.Client) => {
      for (let statement = waiting.shift(); statement !== undefined; statement = waiting.shift()) {
        told(`making indexes: ${++made} of ${indexes.length}`)
        await client.query(statement)
      }
    }
    await Promise.all([make(chain), make(words)])
    told('vacuum and analyze')
    await chain.query('vacuum (analyze)')
    told('counting campaigns')
    await setCounting(chain, 'enable')
    await chain.query('select count_chain_again($1)', [CHAIN_ID])
    await chain.query('vacuum (analyze) counted_campaigns, campaign_counts, campaign_tag_counts')
    await chain.query('checkpoint')
  } finally {
    await Promise.all([chain.end(), words.end()])
  }
}

/** Drops what can be made again, and returns the statements that make it. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows: constraints } = await client.query(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype in ('p', 'u') and conrelid = any($1::regclass[])`,
    [LARGE_TABLES],
  )
  const { rows: indexes } = await client.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = i.indexrelid)`,
    [LARGE_TABLES],
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  for (const { table, name } of constraints) await client.query(`alter table ${table} drop constraint ${name}`)
  return [
    ...constraints.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
    ...indexes.map(({ definition }) => definition),
  ]
}

/** The triggers that count look campaigns up by keys that are not there while loading; everything is counted at the end. */
async function setCounting(client: pg.Client, to: 'enable' | 'disable'): Promise<void> {
  for (const table of ['campaigns', 'campaign_metadata']) {
    for (const written of ['inserted', 'updated', 'deleted'])
      await client.query(`alter table ${table} ${to} trigger ${table}_counted_${written}`)
  }
}

async function insertPosition(client: pg.Client): Promise<void> {
  await client.query(`insert into chains (chain_id, name, factory_addresses) values ($1, 'Bench', $2)`, [
    CHAIN_ID,
    [FACTORY],
  ])
  const head = [CHAIN_ID, HEAD, hexOf(4, HEAD, 32), new Date(END_TS * 1000)]
  await client.query(
    `insert into sync_state (chain_id, seq, last_block, last_block_hash, chain_head, chain_head_time, finalized_block, catch_up_from)
     values ($1, 1, $2::bigint, $3, $2, $4, $2::bigint - 64, 0)`,
    head,
  )
  await client.query(
    `insert into consumer_state (chain_id, partition, partitions, epoch, seq, last_block, last_block_hash, last_block_time)
     values ($1, 0, 1, 0, 1, $2, $3, $4)`,
    head,
  )
}

async function copy(client: pg.Client, table: string, columns: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(chunksOf(lines)), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)))
}

const TOLD_EVERY = 1_000_000

function* counted(what: string, lines: Iterable<string>, told: (what: string) => void): Generator<string> {
  let count = 0
  for (const one of lines) {
    yield one
    if (++count % TOLD_EVERY === 0) told(`writing ${what}: ${count}`)
  }
}

function* chunksOf(lines: Iterable<string>): Generator<Buffer> {
  let chunk: string[] = []
  let length = 0
  for (const line of lines) {
    chunk.push(line)
    length += line.length
    if (length < 256 * 1024) continue
    yield Buffer.from(chunk.join(''))
    chunk = []
    length = 0
  }
  if (chunk.length > 0) yield Buffer.from(chunk.join(''))
}

const wei = (millionths: number) => (millionths === 0 ? '0' : `${millionths}000000000000`)
const time = (ts: number) => new Date(ts * 1000).toISOString()
const blockAt = (ts: number) => HEAD - Math.floor((END_TS - ts) / BLOCK_SECONDS)
const cidOf = (n: number) =>
  `bafkrei${hexOf(5, n, 32)
    .slice(2, 54)
    .replaceAll(/[0189]/g, 'q')}`

const CAMPAIGN_COLUMNS = `chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid, total_raised_wei,
  total_refunded_wei, withdrawn, withdrawn_amount_wei, donors_count, donations_count, events_count, created_block,
  created_log_index, created_at, updated_at`

function* campaignLines(world: World): Generator<string> {
  for (const [n, one] of world.campaigns.entries()) {
    const isWithdrawn = one.withdrawnTs !== undefined
    yield line([
      CHAIN_ID,
      one.address,
      FACTORY,
      one.creator,
      wei(one.goal),
      one.deadlineTs,
      cidOf(n),
      wei(one.raised),
      wei(one.refunded),
      isWithdrawn,
      isWithdrawn ? wei(one.raised) : 0,
      one.donors,
      one.donations,
      1 + one.donations + one.refunds + (isWithdrawn ? 1 : 0),
      blockAt(one.createdTs),
      0,
      time(one.createdTs),
      time(one.lastTs),
    ])
  }
}

const EVENT_COLUMNS = `chain_id, block_number, block_hash, tx_hash, log_index, address, event_name, campaign_address,
  account_address, amount_wei, event_data, created_at`

function* eventLines(world: World): Generator<string> {
  const { events, campaigns, donorOf, donorAddresses } = world
  const raised = new Float64Array(campaigns.length)
  let [block, logIndex, blockHash] = [0, 0, '']
  for (let i = 0; i < events.count; i++) {
    const ts = events.ts[i]!
    const number = blockAt(ts)
    logIndex = number === block ? logIndex + 1 : 0
    if (number !== block) blockHash = hexOf(4, number, 32)
    block = number
    const n = events.campaign[i]!
    const campaign = campaigns[n]!
    const kind = events.kind[i]!
    const amount = wei(events.amount[i]!)
    const account = kind === 0 || kind === 3 ? campaign.creator : donorAddresses[donorOf[events.contribution[i]!]!]!
    if (kind === 1) raised[n]! += events.amount[i]!
    const data =
      kind === 0
        ? `{"cid":"${cidOf(n)}","goal":"${wei(campaign.goal)}","factory":"${FACTORY}","creator":"${account}","campaign":"${campaign.address}","deadline":"${campaign.deadlineTs}"}`
        : kind === 1
          ? `{"donor":"${account}","amount":"${amount}","campaign":"${campaign.address}","timestamp":"${ts}","newTotalRaised":"${wei(raised[n]!)}"}`
          : `{"${kind === 2 ? 'donor' : 'creator'}":"${account}","amount":"${amount}","campaign":"${campaign.address}","timestamp":"${ts}"}`
    yield line([
      CHAIN_ID,
      number,
      blockHash,
      hexOf(6, i, 32),
      logIndex,
      kind === 0 ? FACTORY : campaign.address,
      KINDS[kind]!,
      campaign.address,
      account,
      kind === 0 ? '\\N' : amount,
      data,
      time(ts),
    ])
  }
}

const METADATA_COLUMNS = `chain_id, campaign_address, cid, state, verified, name, short_description, description, category, tags,
  location, creator_name, image_cid, raw_json, ipfs_fetched_at`

function* metadataLines(world: World): Generator<string> {
  for (const [n, { address, createdTs }] of world.campaigns.entries()) {
    const story = writeStory(n)
    const { name, shortDescription, description, category, tags, location, creatorName } = story
    const image = cidOf(n + 100_000_000)
    const document = { name, short_description: shortDescription, description, category, tags, location, image }
    const texts = [name, shortDescription, description, category, JSON.stringify(tags), location, creatorName]
    yield line([
      CHAIN_ID,
      address,
      cidOf(n),
      'resolved',
      true,
      ...texts.map(escaped),
      image,
      escaped(JSON.stringify(document)),
      time(createdTs + 5),
    ])
  }
}

const line = (values: readonly (string | number | boolean)[]) => `${values.join('\t')}\n`
/** For COPY's text format. */
const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
