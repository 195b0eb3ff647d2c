import { sql } from '../sql.ts'
import { conditions, createOrderings, foundIn, given, type Listing } from './listing.ts'

/** Failures that an answer tells. */
const FAILURES_SHOWN = 1_000

const byId = (list: string, id = sql`j.id`) =>
  createOrderings(list, { id: { column: id, kind: 'integer' } }, { column: id, kind: 'integer' })

export const jobOrderings = byId('jobs')
export const verifyRunOrderings = byId('verify runs')

interface JobFilters {
  id?: number
  chain_id?: number
  state?: readonly string[]
  kind?: readonly string[]
  q?: string
  ok?: boolean
}

interface JobRow {
  id: number
  kind: string
  state: string
  chain_id: number | null
  total: number
  done: number
  failed: number
  failures: { subject: string; reason: string }[] | null
  error: string | null
  parameters: Record<string, unknown>
  result: VerifyResult | null
  created_by: string
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
}

const conditionsOf = (filters: JobFilters) =>
  conditions(
    given(filters.id, (id) => sql`j.id = ${id}`),
    given(filters.chain_id, (id) => sql`j.chain_id = ${id}`),
    given(filters.state, (states) => sql`j.state = any(${states}::text[])`),
    given(filters.kind, (kinds) => sql`j.kind = any(${kinds}::text[])`),
    given(filters.q?.toLowerCase(), (q) => foundIn(q, sql`lower(j.created_by)`, sql`j.error`)),
    given(
      filters.ok,
      (ok) => sql`(jsonb_array_length(j.result -> 'contract_differences')
        + jsonb_array_length(j.result -> 'table_differences') = 0) = ${ok}`,
    ),
  )

/** Long work asked for at the desk. */
export function deskJobs(filters: JobFilters, ordering: string): Listing {
  return {
    columns: sql`j.id, j.kind, j.state, j.chain_id, j.total, j.done, j.failed, j.error, j.parameters, j.created_by, j.created_at,
      j.started_at, j.finished_at, case when j.failed > 0 then (
        select jsonb_agg(jsonb_build_object('subject', i.subject, 'reason', i.reason) order by i.position) from (
          select position, subject, reason from desk_job_items where job_id = j.id and state = 'failed'
          order by position limit ${FAILURES_SHOWN}::int
        ) i) end as failures`,
    from: sql`desk_jobs j`,
    where: conditionsOf(filters),
    ordering: jobOrderings.of(ordering),
    toRow: (row: JobRow) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      chain_id: row.chain_id,
      total: row.total,
      done: row.done,
      failed: row.failed,
      failures: row.failures ?? [],
      error: row.error,
      parameters: row.parameters,
      created_by: row.created_by,
      created_at: row.created_at.toISOString(),
      started_at: row.started_at?.toISOString() ?? null,
      finished_at: row.finished_at?.toISOString() ?? null,
    }),
  }
}

interface VerifyResult {
  blocks: { number: number; hash: string }[]
  campaigns_checked: number
  campaigns_total: number
  surplus: number
  table_differences: { table: string; side: 'stored' | 'expected'; row: string }[]
  contract_differences: { address: string; field: string; stored: string; contract: string }[]
}

/** Jobs that prove a chain's tables, with what they found. @param withDifferences each of them, not their number alone */
export function verifyRuns(filters: Omit<JobFilters, 'kind'>, ordering: string, withDifferences: boolean): Listing {
  return {
    columns: sql`j.id, j.state, j.chain_id, j.total, j.done, j.error, j.parameters, j.result, j.created_by, j.created_at, j.finished_at`,
    from: sql`desk_jobs j`,
    where: conditionsOf({ ...filters, kind: ['verify'] }),
    ordering: verifyRunOrderings.of(ordering),
    toRow: (row: JobRow) => toVerifyRun(row, withDifferences),
  }
}

function toVerifyRun(row: JobRow, withDifferences: boolean) {
  const { result } = row
  const differences = [
    ...(result?.contract_differences ?? []).map(({ address, field, stored, contract }) => ({
      kind: 'contract',
      subject: address,
      field,
      stored,
      expected: contract,
    })),
    ...(result?.table_differences ?? []).map(({ table, side, row: text }) => ({
      kind: 'table',
      subject: table,
      field: side,
      stored: side === 'stored' ? text : null,
      expected: side === 'expected' ? text : null,
    })),
  ]
  return {
    id: row.id,
    chain_id: row.chain_id,
    sample: (row.parameters['sample'] as number | undefined) ?? null,
    state: row.state,
    ok: result === null ? null : differences.length === 0,
    campaigns_checked: result?.campaigns_checked ?? row.done,
    campaigns_total: result?.campaigns_total ?? (row.total === 0 ? null : row.total),
    differences_count: result === null ? null : differences.length,
    error: row.error,
    created_by: row.created_by,
    created_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
    ...(withDifferences ? { blocks: result?.blocks ?? [], surplus: result?.surplus ?? null, differences } : {}),
  }
}

export const deadLetterOrderings = createOrderings(
  'dead letters',
  {
    id: { column: sql`d.id`, kind: 'integer' },
    updated_at: { column: sql`d.updated_at`, kind: 'time' },
    attempts: { column: sql`d.attempts`, kind: 'integer' },
  },
  { column: sql`d.id`, kind: 'integer' },
)

interface LetterRow {
  id: number
  queue: string
  reason: string
  attempts: number
  bytes: number
  body?: string
  created_at: Date
  updated_at: Date
}

/** Messages that could not be applied. @param withBody the message as it came */
export function deskDeadLetters(
  filters: { id?: number; q?: string; queue?: string; chain_id?: number },
  ordering: string,
  withBody = false,
): Listing {
  return {
    columns: sql`d.id, d.queue, d.reason, d.attempts, octet_length(d.body) as bytes, d.created_at, d.updated_at
      ${withBody ? sql`, d.body` : sql``}`,
    from: sql`dead_letters d`,
    where: conditions(
      given(filters.id, (id) => sql`d.id = ${id}`),
      given(filters.q?.toLowerCase(), (q) => sql`strpos(lower(d.reason || ' ' || d.body), ${q}) > 0`),
      given(filters.queue, (queue) => sql`d.queue = ${queue}`),
      given(filters.chain_id, (id) => sql`starts_with(d.queue, ${`kindling.${id}.`})`),
    ),
    ordering: deadLetterOrderings.of(ordering),
    toRow: (row: LetterRow) => ({
      id: row.id,
      queue: row.queue,
      chain_id: chainOfQueue(row.queue),
      reason: row.reason,
      attempts: row.attempts,
      bytes: row.bytes,
      created_at: row.created_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
      ...(row.body === undefined ? {} : { body: row.body, message: parsed(row.body) }),
    }),
  }
}

export function chainOfQueue(queue: string): number | null {
  const match = /^kindling\.(\d{1,15})\./.exec(queue)
  return match ? Number(match[1]) : null
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
