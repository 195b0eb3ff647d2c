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

/** An error of the IPFS room as an answer. Its message may name gateways, which stay here. */
export function contentProblem(error: IpfsError): ProblemError {
  const code = BY_CODE[error.code] ?? (error.retryable ? 'content_unavailable' : 'content_unsuitable')
  if (code !== 'validation_failed') return new ProblemError(code, DETAILS[code]!, { cause: error })
  const path = error.code === 'invalid_path' ? 'path' : 'cid'
  const message = path === 'path' ? 'must be names joined by /' : 'must be a raw or dag-pb CID with SHA-2'
  return new ProblemError(code, `${path} ${message}.`, { cause: error, members: { errors: [{ path, message }] } })
}

const DETAILS: Partial<Record<ProblemCode, string>> = {
  content_not_found: 'There is no such file.',
  content_timeout: 'The content did not arrive in time; try again later.',
  content_unavailable: 'No gateway served the content; try again later.',
  content_unsuitable: 'The content is broken or too large to be served.',
}
