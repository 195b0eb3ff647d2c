import { IpfsError } from '../../ipfs/IpfsError.ts'
import { errorMessage } from '../../lib/errors.ts'
import { type ProblemCode, ProblemError } from '../../plugins/problems.ts'

/** Gateways are told by their number: which ones this deployment asks is its own business. */
export function refreshProblem(cid: string, error: Error, gatewayUrls: readonly string[]): ProblemError {
  const faults = error instanceof IpfsError ? error.faults : []
  const members = {
    cid,
    gateways: faults.map((fault) => ({
      gateway: gatewayUrls.findIndex((url) => url.includes(fault.gateway) || fault.gateway.includes(url)) + 1,
      code: fault.code,
    })),
  }
  const reason = members.gateways.map(({ gateway, code }) => `gateway ${gateway}: ${code}`).join(', ')
  const code = codeOf(error)
  const said =
    code === 'content_unsuitable'
      ? withoutUrls(errorMessage(error))
      : `The document ${cid.slice(0, 100)} could not be had`
  return new ProblemError(code, reason === '' ? `${said.replace(/\.$/, '')}.` : `${said} (${reason}).`, {
    cause: error,
    members,
  })
}

function codeOf(error: Error): ProblemCode {
  if (!(error instanceof IpfsError)) return 'content_unsuitable'
  if (error.code === 'timeout' || error.code === 'deadline') return 'content_timeout'
  return error.retryable || error.faults.length > 0 ? 'content_unavailable' : 'content_unsuitable'
}

const withoutUrls = (text: string) => text.replace(/https?:\/\/[^\s"',;)]+/g, '(gateway)')
