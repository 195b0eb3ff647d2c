import { KindlingError } from '../lib/errors.ts'

/** Every problem the API answers with; docs/errors.md explains each. Codes are stable, statuses and titles follow from them. */
export const PROBLEMS = {
  validation_failed: { status: 400, title: 'A parameter or the body is not acceptable' },
  cursor_invalid: { status: 400, title: 'The cursor is not one of this list' },
  url_invalid: { status: 400, title: 'The URL is not valid' },
  body_invalid: { status: 400, title: 'The body cannot be read' },
  request_invalid: { status: 400, title: 'The request is not valid HTTP' },
  username_invalid: { status: 400, title: 'The username cannot be one' },
  password_weak: { status: 400, title: 'The password is too easy to guess' },
  siwe_message_invalid: { status: 400, title: 'The message to sign in with does not fit' },
  token_missing: { status: 401, title: 'Nobody is signed in' },
  token_invalid: { status: 401, title: 'The token does not count' },
  token_expired: { status: 401, title: 'The token has expired' },
  token_reused: { status: 401, title: 'The refresh token was used before' },
  credentials_wrong: { status: 401, title: 'The username or the password is wrong' },
  siwe_nonce_invalid: { status: 401, title: 'The nonce does not count' },
  siwe_signature_invalid: { status: 401, title: 'The signature is not one of the wallet' },
  role_required: { status: 403, title: 'The account may not do this' },
  account_disabled: { status: 403, title: 'The account is disabled' },
  account_not_found: { status: 404, title: 'No such account' },
  not_found: { status: 404, title: 'No such resource' },
  chain_not_found: { status: 404, title: 'No such chain' },
  campaign_not_found: { status: 404, title: 'No such campaign' },
  event_not_found: { status: 404, title: 'No such event' },
  creator_not_found: { status: 404, title: 'No such creator' },
  creator_not_blocked: { status: 404, title: 'The creator is not blocked' },
  report_not_found: { status: 404, title: 'No such report' },
  job_not_found: { status: 404, title: 'No such job' },
  dead_letter_not_found: { status: 404, title: 'No such dead letter' },
  audit_entry_not_found: { status: 404, title: 'No such entry of the audit log' },
  metadata_absent: { status: 404, title: 'The campaign names no metadata' },
  metadata_pending: { status: 404, title: 'The metadata has not been fetched yet' },
  metadata_failed: { status: 404, title: 'The metadata could not be fetched' },
  content_not_found: { status: 404, title: 'No such content' },
  method_not_allowed: { status: 405, title: 'The method is not allowed here' },
  request_timeout: { status: 408, title: 'The request took too long to arrive' },
  username_taken: { status: 409, title: 'The username is taken' },
  wallet_taken: { status: 409, title: 'The wallet belongs to another account' },
  last_admin: { status: 409, title: 'It is the last admin' },
  campaign_not_hidden: { status: 409, title: 'The campaign is not hidden' },
  already_reported: { status: 409, title: 'It was reported already' },
  report_resolved: { status: 409, title: 'The report is decided' },
  job_ended: { status: 409, title: 'The job has ended' },
  dead_letter_outdated: { status: 409, title: 'The lanes were split since' },
  body_too_large: { status: 413, title: 'The body is too large' },
  media_type_unsupported: { status: 415, title: 'The body has an unsupported type' },
  range_not_satisfiable: { status: 416, title: 'Nothing of the range is there' },
  content_unsuitable: { status: 422, title: 'The content cannot be served' },
  rate_limited: { status: 429, title: 'Too many requests' },
  headers_too_large: { status: 431, title: 'The request headers are too large' },
  campaign_hidden: { status: 451, title: 'The campaign is hidden' },
  internal_error: { status: 500, title: 'Something went wrong here' },
  content_unavailable: { status: 502, title: 'No gateway served the content' },
  database_unavailable: { status: 503, title: 'The database does not answer' },
  broker_unavailable: { status: 503, title: 'The broker does not answer' },
  no_chain: { status: 503, title: 'No chain is followed yet' },
  not_ready: { status: 503, title: 'Not ready to serve' },
  wallet_unverifiable: { status: 503, title: 'The chain cannot be asked about the wallet' },
  too_many_streams: { status: 503, title: 'Too many streams are open' },
  too_many_searches: { status: 503, title: 'Too many searches are under way' },
  content_timeout: { status: 504, title: 'The content did not arrive in time' },
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** Further members of the answer (RFC 9457, section 3.2). */
export type ProblemMembers = Record<string, unknown> & { errors?: { path: string; message: string }[] }

/** What ends a request: one sentence that names the thing and its identifier, and a code that fixes the status. */
export class ProblemError extends KindlingError {
  declare readonly code: ProblemCode
  readonly statusCode: number
  readonly members: ProblemMembers
  readonly headers: Record<string, string>
  /** Whoever throws it has written in the log what there is to say. */
  readonly isLogged: boolean

  constructor(
    code: ProblemCode,
    detail: string,
    options: { members?: ProblemMembers; headers?: Record<string, string>; cause?: unknown; isLogged?: boolean } = {},
  ) {
    super(code, detail, { cause: options.cause, retryable: PROBLEMS[code].status >= 500 })
    this.statusCode = PROBLEMS[code].status
    this.members = options.members ?? {}
    this.headers = options.headers ?? {}
    this.isLogged = options.isLogged ?? false
  }
}

export interface Problem extends Record<string, unknown> {
  type: string
  title: string
  status: number
  detail: string
  code: ProblemCode
  request_id: string
}

export function toProblem(error: ProblemError, requestId: string): Problem {
  const { status, title } = PROBLEMS[error.code]
  return {
    type: `urn:kindling:problem:${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    request_id: requestId,
    ...error.members,
  }
}
