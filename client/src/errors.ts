import type { components } from './openapi.ts'

export type Problem = components['schemas']['Problem'] & Record<string, unknown>
/** Stable; docs/errors.md explains each. */
export type ProblemCode = Problem['code']

/** An answer that is a problem (RFC 9457). Tell them apart by `code`, or by class where a family is meant. */
export class ApiError extends Error {
  override readonly name: string = 'ApiError'
  readonly code: ProblemCode
  readonly status: number
  readonly title: string
  /** Names the request in the server's log. */
  readonly requestId: string
  /** The whole answer, with the members that only this problem has. */
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.code = problem.code
    this.status = problem.status
    this.title = problem.title
    this.requestId = problem.request_id
    this.problem = problem
  }
}

/** 400 and 422: the request has to change before it can be answered. `errors` says where. */
export class InvalidRequestError extends ApiError {
  override readonly name = 'InvalidRequestError'
  get errors(): readonly { path: string; message: string }[] {
    return this.problem.errors ?? []
  }
}

/** 401: no token, or one that no longer counts. */
export class UnauthenticatedError extends ApiError {
  override readonly name = 'UnauthenticatedError'
}

/** 403: signed in, and not allowed. */
export class ForbiddenError extends ApiError {
  override readonly name = 'ForbiddenError'
}

/** 404. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError'
}

/** 409: it collides with what is there already. */
export class ConflictError extends ApiError {
  override readonly name = 'ConflictError'
}

/** 451: hidden by moderation. */
export class HiddenError extends ApiError {
  override readonly name = 'HiddenError'
}

/** 429 and 503: the same request may be sent again after `retryAfterSeconds`. */
export class TryLaterError extends ApiError {
  override readonly name = 'TryLaterError'
  readonly retryAfterSeconds: number

  constructor(problem: Problem, retryAfterSeconds: number) {
    super(problem)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** What came back is not an answer of this API: a proxy's page, say. */
export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError'
  readonly status: number

  constructor(response: Response) {
    super(
      `${response.url} answered ${response.status} with ${response.headers.get('content-type') ?? 'no content type'}.`,
    )
    this.status = response.status
  }
}

const BY_STATUS: Record<number, new (problem: Problem) => ApiError> = {
  400: InvalidRequestError,
  401: UnauthenticatedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  422: InvalidRequestError,
  451: HiddenError,
}

/** Reads an answer that is not 2xx. */
export async function errorOf(response: Response): Promise<ApiError | UnexpectedAnswerError> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) return new UnexpectedAnswerError(response)
  const problem = (await response.json()) as Problem
  if (response.status === 429 || response.status === 503) {
    return new TryLaterError(problem, Number(response.headers.get('retry-after') ?? 1))
  }
  return new (BY_STATUS[response.status] ?? ApiError)(problem)
}
