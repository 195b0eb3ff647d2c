import type { CID } from 'multiformats/cid'
import { parseCid } from '../ipfs/cid.ts'
import { IpfsError } from '../ipfs/IpfsError.ts'
import { splitPath } from '../ipfs/walk.ts'

export interface ContentPath {
  cid: CID
  /** Names joined by `/`, nothing percent-encoded; '' for the CID itself. */
  path: string
}

const MAX_CHARS = 2048

/**
 * Reads what documents and contracts write where a CID is meant: `CID`, `CID/path`, `/ipfs/CID/path`, `ipfs://CID/path`, or
 * a gateway's URL, with the CID in its path or its host name. In the URLs percent-escapes are decoded, and query and
 * fragment dropped; elsewhere a name is taken as written.
 * @throws IpfsError `invalid_cid`, `unsupported_codec`, `unsupported_hash`, `invalid_path`
 */
export function parseContentPath(text: string): ContentPath {
  if (text.length > MAX_CHARS)
    throw new IpfsError('invalid_cid', `A CID with its path is at most ${MAX_CHARS} characters, not ${text.length}.`)
  const found = /^https?:\/\//i.test(text) ? fromGatewayUrl(text) : fromPath(text)
  const trimmed = found.replace(/\/+$/, '')
  const slash = trimmed.indexOf('/')
  const [cid, path] = slash === -1 ? [trimmed, ''] : [trimmed.slice(0, slash), trimmed.slice(slash + 1)]
  splitPath(path)
  return { cid: parseCid(cid), path }
}

/** `CID` or `CID/path`, the CID as it is usually written. */
export const formatContentPath = ({ cid, path }: ContentPath): string => (path === '' ? `${cid}` : `${cid}/${path}`)

function fromPath(text: string): string {
  const uri = /^ipfs:\/\/(?:ipfs\/)?/i.exec(text)
  if (uri) return decoded(text.slice(uri[0].length).replace(/[?#].*$/s, ''))
  return text.replace(/^\/ipfs\//, '')
}

function fromGatewayUrl(text: string): string {
  const url = URL.parse(text)
  const label = /^([^.]+)\.ipfs\./.exec(url?.hostname ?? '')?.[1]
  if (url && label) return `${label}${decoded(url.pathname)}`
  const path = /\/ipfs\/(.+)$/.exec(url?.pathname ?? '')?.[1]
  if (path === undefined)
    throw new IpfsError('invalid_cid', `${JSON.stringify(text.slice(0, 80))} is no gateway's URL of a CID.`)
  return decoded(path)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
