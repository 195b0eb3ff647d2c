import type { CID } from 'multiformats/cid'
import { shownUrl } from './httpRequest.ts'
import { IpfsError } from './IpfsError.ts'
import type { PinBackend } from './pin.ts'
import { pinRequest } from './pinRequest.ts'
import { type Credentials, signV4 } from './signV4.ts'

export interface S3PinOptions extends Credentials {
  /** The bucket's address, path style: `https://s3.filebase.com/bucket`. */
  address: URL
}

/**
 * An S3-compatible bucket that pins: with `x-amz-meta-import: car` it imports what is put as a CAR, and tells the root
 * as `x-amz-meta-cid`, on the answer to PUT or, where the import takes longer, to HEAD (Filebase).
 */
export function createS3Pin({ address, ...credentials }: S3PinOptions): PinBackend {
  const name = shownUrl(address)
  const nothing: Uint8Array = new Uint8Array(0)
  const send = async (
    root: CID,
    signal: AbortSignal,
    method: 'PUT' | 'HEAD' | 'DELETE',
    headers: Record<string, string> = {},
    body = nothing,
  ) => {
    const url = new URL(address)
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${root}.car`
    const signed = signV4(method, url, headers, body, credentials)
    const request = { method, headers: signed, signal, ...(method === 'PUT' ? { body } : {}) }
    const answer = await pinRequest(url, request, ({ status }) => method === 'DELETE' && status === 404)
    return answer.headers['x-amz-meta-cid']
  }
  return {
    name,
    async pin(root, car, signal) {
      const type = { 'content-type': 'application/vnd.ipld.car', 'x-amz-meta-import': 'car' }
      const cid = (await send(root, signal, 'PUT', type, car)) ?? (await send(root, signal, 'HEAD'))
      if (cid === undefined)
        throw new IpfsError('pin_failed', `${name} has not told the CID of the CAR of ${root} yet.`)
      return { root: String(cid) }
    },
    async unpin(root, signal) {
      await send(root, signal, 'DELETE')
    },
  }
}
