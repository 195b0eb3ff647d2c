import type { CID } from 'multiformats/cid'
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
  const authorization = `Bearer ${jwt}`
  // Files are brought to one host and managed at another.
  const files = new URL('/v3/files/public', address)
  files.host = address.host.replace(/^uploads\./, 'api.')
  const name = shownUrl(new URL('/', url))
  return {
    name,
    async pin(root, car, signal) {
      const { type, body } = multipart({ network: 'public', car: 'true', name: root.toString() }, `${root}.car`, car)
      const headers = { 'content-type': type, authorization }
      const { bytes } = await pinRequest(url, { method: 'POST', headers, body, signal })
      try {
        return { root: String((JSON.parse(bytes.toString('utf8')) as { data: { cid: unknown } }).data.cid) }
      } catch (cause) {
        throw new IpfsError('pin_failed', `${name} answers the pin of CID ${root} with no CID.`, { cause })
      }
    },
    async unpin(root, signal) {
      const listed = new URL(files)
      listed.searchParams.set('cid', root.toString())
      const { bytes } = await pinRequest(listed, { headers: { authorization }, signal })
      for (const id of ownFiles(root, bytes)) {
        const one = new URL(files)
        one.pathname += `/${encodeURIComponent(id)}`
        await pinRequest(one, { method: 'DELETE', headers: { authorization }, signal }, ({ status }) => status === 404)
      }
    },
  }
}

interface FileList {
  data: { files: { id: string; name: string | null }[] }
}

/** Those that were pinned here bear their CID as their name; the same content may also be there for another reason. */
function ownFiles(root: CID, answer: Buffer): string[] {
  try {
    const { data } = JSON.parse(answer.toString('utf8')) as FileList
    return data.files.filter(({ name }) => name === root.toString()).map(({ id }) => String(id))
  } catch (cause) {
    throw new IpfsError('pin_failed', `Pinata's list of files of CID ${root} cannot be read.`, { cause })
  }
}
