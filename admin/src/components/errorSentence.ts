import { ApiError, InvalidRequestError } from '@kindling/client'

/** What went wrong in the server's own words, with what it says about single fields. */
export function errorSentence(error: unknown): string {
  if (error instanceof InvalidRequestError && error.errors.length > 0) {
    return `${error.message} ${error.errors.map(({ path, message }) => `${path}: ${message}`).join(' ')}`
  }
  if (error instanceof ApiError) return error.message
  if (error instanceof TypeError) return 'The server cannot be reached. Check the connection and try again.'
  return error instanceof Error ? error.message : String(error)
}
