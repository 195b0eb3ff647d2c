import { shownUrl } from './httpRequest.ts'
import { IpfsError } from './IpfsError.ts'
import type { PinBackend } from './pin.ts'
import { multipart, pinRequest } from './pinRequest.ts'

/**
 * Pinata's `POST /v3/files` (https://docs.pinata.cloud/api-reference/endpoint/upload-a-file). `car=true` makes it import
 * the CAR instead of keeping it as a file, which it does on the public network only.
 */
export function createPinataPin({
  jwt,
  address = new URL('https://uploads.pinata.cloud'),
}: {
  jwt: string
  address?: URL
}): PinBackend {
  const url = new URL('/v3/files', address)
  const name = shownUrl(new URL('/', url))
  return {
    name,
    async pin(root, car, signal) {
      const { type, body } = multipart({ network: 'public', car: 'true', name: root.toString() }, `${root}.car`, car)
      const headers = { 'content-type': type, authorization: `Bearer ${jwt}` }
      const { bytes } = await pinRequest(url, { method: 'POST', headers, body, signal })
      try {
        return { root: String((JSON.parse(bytes.toString('utf8')) as { data: { cid: unknown } }).data.cid) }
      } catch (cause) {
        throw new IpfsError('pin_failed', `${name} answers the pin of CID ${root} with no CID.`, { cause })
      }
    },
  }
}
