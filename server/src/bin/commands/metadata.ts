import { type Command, InvalidArgumentError } from 'commander'
import type pg from 'pg'
import { CLI } from '../../audit/cliActor.ts'
import { campaignSubject, recordAction } from '../../audit/recordAction.ts'
import { KindlingError } from '../../lib/errors.ts'
import { getMetadataStatus, type MetadataStatus } from '../../metadata/getMetadataStatus.ts'
import { refreshAllMetadata, refreshMetadata } from '../../metadata/refreshMetadata.ts'
import type { Resolution } from '../../metadata/resolveMetadata.ts'
import { toJsonLine } from '../json.ts'
import { openBlockStore, openGateways } from '../openContent.ts'
import { openDatabase } from '../openDatabase.ts'
import { recordCommand } from '../recordCommand.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, table } from '../say.ts'

interface RefreshOptions {
  json?: boolean
  all?: boolean
  failed?: boolean
  chain?: number
}

const REFRESH_HELP = `
A campaign's contract names a document by its CID; the worker fetches it, proves it and stores what it says. This asks for
that again. The content of a CID never changes, so it is of use where fetching failed, where a newer Kindling reads
more out of a document, or where the table campaign_metadata was emptied.

Examples:
  kindling metadata refresh 0x5fbdb2315678afecb367f032d93f642f64180aa3
                                        one campaign, now, in this process; the answer says what came of it
  kindling metadata refresh --failed    those that failed, by the worker, behind new campaigns
  kindling metadata refresh --all       every campaign, likewise

What was resolved stays as it is if fetching it again fails. Gateways are those of IPFS_GATEWAY_URL.`

const JSON_HELP = 'for programs: one object on one line'

const STATUS_HELP = `
resolved   the document was fetched, proved and read
pending    not tried yet, or the first tries failed; the next is near
failed     tried often, or for a reason that trying again cannot change; "kindling metadata refresh --failed" tries again
`

export function addMetadata(program: Command): void {
  const metadata = program
    .command('metadata')
    .description('what campaigns say of themselves, fetched from IPFS and proved')
  metadata
    .command('refresh')
    .description('fetch and read documents again')
    .argument('[address]', "a campaign's address", address)
    .option('--all', 'every campaign')
    .option('--failed', 'those whose document could not be had')
    .option('--chain <id>', 'of this chain only (default: all chains)', chainId)
    .option('--json', JSON_HELP)
    .addHelpText('after', REFRESH_HELP)
    .action((one: string | undefined, options: RefreshOptions) =>
      runProcess({ name: 'metadata', defaultLogLevel: 'warn' }, (context) => refresh(context, one, options)),
    )
  metadata
    .command('status')
    .description('how many documents were resolved, what is waiting, and what is wrong')
    .option('--chain <id>', 'of this chain only (default: all chains)', chainId)
    .option('--json', JSON_HELP)
    .addHelpText('after', STATUS_HELP)
    .action((options: { json?: boolean; chain?: number }) =>
      runProcess({ name: 'metadata', defaultLogLevel: 'warn' }, (context) => status(context, options)),
    )
}

function address(value: string): string {
  if (!/^0x[0-9a-f]{40}$/i.test(value)) throw new InvalidArgumentError('It must be 0x and 40 hex digits.')
  return value.toLowerCase()
}

function chainId(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It must be the number of a chain.')
  return Number(value)
}

async function refresh(context: ProcessContext, one: string | undefined, options: RefreshOptions): Promise<void> {
  const given = [one !== undefined, options.all, options.failed].filter(Boolean).length
  if (given !== 1)
    throw new KindlingError('usage', "Say one of: a campaign's address, --failed, --all (--help tells them apart).")
  const { config, logger, shutdown } = context
  const { pool } = await openDatabase(config, logger, shutdown, 'kindling metadata')
  if (one !== undefined) return refreshOne(context, pool, one, options)
  const which = options.failed ? 'failed' : 'all'
  const count = await refreshAllMetadata(pool, which, options.chain)
  const after = { which, chain_id: options.chain ?? null, count }
  await recordCommand(pool, { action: 'metadata.refresh', subject: 'metadata', after })
  if (options.json) return say(toJsonLine({ enqueued: count }))
  say(
    count === 0
      ? 'There is nothing to refresh.'
      : `${count} ${count === 1 ? 'document is' : 'documents are'} refreshed by the worker; "kindling metadata status" shows how far it is.`,
  )
}

async function refreshOne(
  context: ProcessContext,
  pool: pg.Pool,
  campaign: string,
  { chain, json }: RefreshOptions,
): Promise<void> {
  const { config, shutdown } = context
  const { rows } = await pool.query(
    `select chain_id from campaigns where address = $1 and ($2::bigint is null or chain_id = $2) order by chain_id`,
    [campaign, chain ?? null],
  )
  if (rows.length === 0) throw new KindlingError('campaign_unknown', `No campaign ${campaign} is indexed.`)
  const source = {
    pool,
    store: await openBlockStore(context),
    gateways: openGateways(context),
    timeoutMs: config.ipfsFetchTimeoutMs,
    signal: shutdown.signal,
  }
  const outcomes: { chainId: number; resolution: Resolution }[] = []
  for (const { chain_id } of rows) {
    const resolution = await refreshMetadata(
      {
        ...source,
        alongside: (tx, state) =>
          recordAction(tx, CLI, {
            action: 'metadata.refresh',
            subject: campaignSubject(chain_id, campaign),
            after: { state },
          }),
      },
      { chainId: chain_id, address: campaign },
    )
    outcomes.push({ chainId: chain_id, resolution })
    if (!json) say(`Chain ${chain_id}: ${sentence(resolution)}`)
  }
  if (json) say(toJsonLine({ address: campaign, chains: outcomes.map(asJson) }))
  if (outcomes.some(({ resolution }) => 'error' in resolution))
    throw new KindlingError('refresh_failed', `The document of campaign ${campaign} could not be refreshed.`)
}

function asJson({ chainId, resolution }: { chainId: number; resolution: Resolution }) {
  if (!('error' in resolution)) return { chainId, ...resolution }
  const { error, ...rest } = resolution
  return {
    chainId,
    ...rest,
    errorCode: error.code,
    error: error.message,
    gateways: 'faults' in error ? error.faults : [],
  }
}

function sentence(resolution: Resolution): string {
  if (resolution.outcome === 'resolved') return `resolved, from ${resolution.from}.`
  if (resolution.outcome === 'gone') return 'the campaign is gone.'
  if (resolution.outcome === 'unchanged') return 'unchanged.'
  const { error, keptOld, nextAttemptAt } = resolution
  const next = keptOld
    ? 'What was resolved before stays.'
    : nextAttemptAt
      ? `It is tried again at ${nextAttemptAt.toISOString()}.`
      : 'It is not tried again by itself.'
  return `${error.message} ${next}`
}

async function status({ config, logger, shutdown }: ProcessContext, options: { json?: boolean; chain?: number }) {
  const { pool } = await openDatabase(config, logger, shutdown, 'kindling metadata')
  const found = await getMetadataStatus(pool, options.chain)
  if (options.json) return say(toJsonLine(found))
  printStatus(found)
}

function printStatus(found: MetadataStatus): void {
  say(
    table(
      ['resolved', 'pending', 'failed', 'without CID', 'jobs waiting', 'jobs running'],
      [[found.resolved, found.pending, found.failed, found.withoutCid, found.jobs.waiting, found.jobs.running]],
    ),
  )
  if (found.nextAttemptAt) say(`\nThe next retry is due at ${found.nextAttemptAt.toISOString()}.`)
  if (found.oldestPendingAt) say(`The oldest campaign that waits is of ${found.oldestPendingAt.toISOString()}.`)
  if (found.errors.length === 0) return
  say('\nWhat is wrong, with the newest example of each:')
  for (const { code, count, chainId: chain, address: campaign, message } of found.errors)
    say(`  ${count} × ${code}: campaign ${campaign} of chain ${chain}\n      ${message}`)
}
