import type { IpfsError } from '../../ipfs/IpfsError.ts'
import { type ProblemCode, ProblemError } from '../../plugins/problems.ts'

const BY_CODE: Partial<Record<IpfsError['code'], ProblemCode>> = {
  invalid_cid: 'validation_failed',
  unsupported_codec: 'validation_failed',
  unsupported_hash: 'validation_failed',
  invalid_path: 'validation_failed',
  path_not_found: 'content_not_found',
  not_a_directory: 'content_not_found',
  is_a_directory: 'content_not_found',
  symlink: 'content_not_found',
  not_local: 'content_not_found',
  not_found: 'content_not_found',
  timeout: 'content_timeout',
  deadline: 'content_timeout',
  aborted: 'content_timeout',
}

const DETAILS: Partial<Record<ProblemCode, string>> = {
  content_not_found: 'There is no such file.',
  content_timeout: 'The content did not arrive in time; try again later.',
  content_unavailable: 'No gateway served the content; try again later.',
  content_unsuitable: 'The content is broken or too large to be served.',
}

/** An error of the IPFS room as an answer. Its message may name gateways, which stay here. */
export function contentProblem(error: IpfsError): ProblemError {
  if (error.code === 'bad_image') return new ProblemError('content_unsuitable', error.message, { cause: error })
  const code = BY_CODE[error.code] ?? (error.retryable ? 'content_unavailable' : 'content_unsuitable')
  if (code !== 'validation_failed') return new ProblemError(code, DETAILS[code]!, { cause: error })
  return error.code === 'invalid_path'
    ? parameterProblem('path', 'must be names joined by /', error)
    : parameterProblem('cid', 'must be a raw or dag-pb CID with SHA-2', error)
}

export function parameterProblem(path: string, message: string, cause?: unknown): ProblemError {
  return new ProblemError('validation_failed', `${path} ${message}.`, {
    cause,
    members: { errors: [{ path, message }] },
  })
}

/** RFC 9110, section 15.5.17: says how much there is. */
export function rangeProblem(size: number): ProblemError {
  const message = `must begin within the ${size} bytes there are`
  return new ProblemError('range_not_satisfiable', `Range ${message}.`, {
    members: { errors: [{ path: 'Range', message }] },
    headers: { 'content-range': `bytes */${size}` },
  })
}
