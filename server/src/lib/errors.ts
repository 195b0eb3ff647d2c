/**
 * The base of every error Kindling throws on purpose.
 *
 * `retryable` alone decides between trying again and giving up (the dead letters, a failed metadata row, an exit).
 * `message` is one sentence that names the thing and its identifier; `code` is stable and listed in docs/errors.md.
 */
export class KindlingError extends Error {
  readonly code: string
  readonly retryable: boolean

  constructor(code: string, message: string, options: { retryable?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = new.target.name
    this.code = code
    this.retryable = options.retryable ?? false
  }
}

/** A setting that cannot work: the process stops and says which. */
export class ConfigError extends KindlingError {
  constructor(message: string, cause?: unknown) {
    super('config_invalid', message, { cause })
  }
}

/** The message of anything thrown, with its causes, on one line. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node's fetch says only "fetch failed" and pg's pool an empty AggregateError: what happened is in the cause.
  const inner = error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined)
  if (inner === undefined) return error.message
  const said = errorMessage(inner)
  if (error.message === '') return said
  return error.message.includes(said) ? error.message : `${error.message} (${said})`
}
