import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AccountError } from '../accounts/AccountError.ts'
import { showByteSize } from '../lib/byteSize.ts'
import { isRetryableDatabaseError } from '../lib/database.ts'
import { RefusedError } from '../lib/RefusedError.ts'
import { PROBLEMS, type ProblemCode, ProblemError, toProblem } from './problems.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Answers every error, unknown route and wrong method as application/problem+json. */
export function addErrorHandling(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply))

  // Before the body is read: what is not there need not parse it. After the hooks of what was registered before, which
  // count the request and set its headers.
  app.after(() => {
    app.addHook('onRequest', (request, _reply, done) =>
      done(request.is404 ? missing(app, request) : undecodable(request.raw.url ?? '')),
    )
  })
  app.setNotFoundHandler((request) => {
    throw missing(app, request)
  })
}

/** Before all other hooks: what comes after the last answer of a connection, request or body, is not acted on (RFC 9112, section 9.6). */
export function addLastAnswers(app: FastifyInstance): void {
  const leaveAfterLast = (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    if (answered.has(request.socket)) reply.hijack()
    else done()
  }
  app.addHook('onRequest', leaveAfterLast)
  app.addHook('preValidation', leaveAfterLast)
}

/** Also the `frameworkErrors` of Fastify, which come before any route is found. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error, request)
  // A client that went away ends what was done for it: no fault of ours.
  if (problem.statusCode >= 500 && !problem.isLogged && !request.socket.destroyed) {
    request.log.error({ err: error, url: request.url }, problem.message)
  }
  // Node calls it after the last answer of a connection, whoever wanted it to be the last.
  if (!request.raw.complete) request.socket.destroySoon = () => hangUp(request.socket)
  return reply
    .code(problem.statusCode)
    .headers({ 'cache-control': 'no-store', 'x-request-id': request.id, ...problem.headers })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(toProblem(problem, request.id)))
}

/** How long one that was answered may go on sending; by then whoever is there has read the answer. */
const LINGER_MS = 1_000
const answered = new WeakSet<Socket>()

/**
 * Ends what is sent to a client that still sends, and hears it out for a moment: closed at once, the connection would be
 * reset, and the answer lost before it is read (RFC 9112, section 9.6).
 */
function hangUp(socket: Socket): void {
  answered.add(socket)
  const timer = setTimeout(() => socket.destroy(), LINGER_MS)
  socket.once('close', () => clearTimeout(timer))
  socket.end()
}

/** What Node refuses before it is a request (a malformed line, huge headers, a time-out) gets its answer on the socket. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (answered.has(socket)) return
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const code: ProblemCode =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'headers_too_large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'request_timeout'
        : 'request_invalid'
  const { status, title } = PROBLEMS[code]
  const body = JSON.stringify(toProblem(new ProblemError(code, `${title}.`), randomUUID()))
  socket.write(
    `HTTP/1.1 ${status} ${title}\r\nConnection: close\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
  hangUp(socket)
}

function missing(app: FastifyInstance, request: FastifyRequest): ProblemError {
  const path = request.url.split('?', 1)[0]!
  const allowed = METHODS.filter((method) => app.findRoute({ method, url: path }) !== null)
  // A route for everything below a path says itself that there is nothing.
  if (allowed.length === 0 || allowed.some((method) => method === request.method))
    return new ProblemError('not_found', `There is nothing at ${shortened(path)}.`)
  return new ProblemError(
    'method_not_allowed',
    `${request.method} is not allowed at ${shortened(path)}; allowed: ${allowed.join(', ')}.`,
    { headers: { allow: allowed.join(', ') } },
  )
}

/** Query parsers pass broken percent-encoding through as text; here it is refused like a broken path. */
function undecodable(url: string): ProblemError | undefined {
  const at = url.indexOf('?')
  if (at === -1 || !url.includes('%', at)) return undefined
  try {
    decodeURIComponent(url.slice(at + 1))
    return undefined
  } catch {
    return new ProblemError('url_invalid', 'The query is not valid percent-encoded UTF-8.')
  }
}

/** Fastify's own errors by code; the rest by what can be known of them. */
const FRAMEWORK_PROBLEMS: Record<string, [ProblemCode, string]> = {
  FST_ERR_BAD_URL: ['url_invalid', 'The path is not valid percent-encoded UTF-8.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['media_type_unsupported', 'The body must be application/json.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['body_invalid', 'The body is not valid JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['body_invalid', 'The body is empty.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['body_invalid', 'The body is not as long as Content-Length says.'],
}

function asProblem(error: unknown, { routeOptions }: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof AccountError) return accountProblem(error)
  if (error instanceof RefusedError) return new ProblemError(error.code, error.message, { cause: error })
  const { code, statusCode } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const most = showByteSize(routeOptions.bodyLimit)
    return new ProblemError('body_too_large', `The body is larger than ${most}.`, { cause: error })
  }
  const known = FRAMEWORK_PROBLEMS[code ?? '']
  if (known) return new ProblemError(known[0], known[1], { cause: error })
  // JSON.parse's own error and that of secure-json-parse ("__proto__" in the body) carry no code.
  if (statusCode === 400 && error instanceof SyntaxError) {
    return new ProblemError('body_invalid', 'The body is not valid JSON.', { cause: error })
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new ProblemError('request_invalid', 'The request cannot be answered as it is.', { cause: error })
  }
  if (isRetryableDatabaseError(error)) {
    return new ProblemError('database_unavailable', 'The database does not answer; try again in a moment.', {
      cause: error,
      headers: { 'retry-after': '5' },
    })
  }
  return new ProblemError('internal_error', 'The request failed for a reason that lies here; it has been logged.', {
    cause: error,
  })
}

function accountProblem(error: AccountError): ProblemError {
  const { code, message, field } = error
  return new ProblemError(code, message, {
    cause: error,
    ...(field === undefined
      ? {}
      : { members: { errors: [{ path: field, message: message.replace(`${field} `, '') }] } }),
    // RFC 9110, section 11.6.1: a 401 says how to do better (RFC 6750 names the scheme).
    ...(PROBLEMS[code].status === 401 ? { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } } : {}),
    ...(PROBLEMS[code].status === 503 ? { headers: { 'retry-after': '5' } } : {}),
  })
}

function shortened(path: string): string {
  return path.length > 100 ? `${path.slice(0, 100)}…` : path
}
