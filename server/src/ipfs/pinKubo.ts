import { shownUrl } from './httpRequest.ts'
import { IpfsError } from './IpfsError.ts'
import type { PinBackend } from './pin.ts'
import { multipart, pinRequest } from './pinRequest.ts'

interface ImportLine {
  Root?: { Cid?: { '/'?: string }; PinErrorMsg?: string }
  Message?: string
}

/**
 * Kubo's RPC, `POST /api/v0/dag/import` (https://docs.ipfs.tech/reference/kubo/rpc/#api-v0-dag-import). It answers one
 * JSON document a line, and a pin that failed with status 200 and PinErrorMsg.
 */
export function createKuboPin(address: URL): PinBackend {
  const base = `${address.pathname.replace(/\/+$/, '').replace(/\/api\/v0$/, '')}/api/v0`
  const rpc = (command: string, query: string) => {
    const url = new URL(address)
    url.pathname = `${base}/${command}`
    url.search = query
    return url
  }
  const url = rpc('dag/import', '?pin-roots=true')
  const name = shownUrl(new URL('/', url))
  return {
    name,
    async pin(root, car, signal) {
      const { type, body } = multipart({}, 'root.car', car)
      const { bytes } = await pinRequest(url, { method: 'POST', headers: { 'content-type': type }, body, signal })
      let lines: (ImportLine | null)[]
      try {
        lines = bytes
          .toString('utf8')
          .split('\n')
          .filter((line) => line.trim())
          .map((line) => JSON.parse(line))
      } catch (cause) {
        throw new IpfsError('pin_failed', `${name} answers the pin of CID ${root} with something that is not JSON.`, {
          cause,
        })
      }
      const failed = lines.find((line) => line?.Root?.PinErrorMsg || line?.Message)
      if (failed)
        throw new IpfsError(
          'pin_failed',
          `${name} could not pin CID ${root}: ${failed.Root?.PinErrorMsg || failed.Message}.`,
        )
      return { root: String(lines.find((line) => line?.Root)?.Root?.Cid?.['/'] ?? '') }
    },
    async unpin(root, signal) {
      // What is not pinned is a 500 that says so.
      await pinRequest(rpc('pin/rm', `?arg=${root}`), { method: 'POST', signal }, ({ status, bytes }) => {
        return status === 500 && bytes.includes('not pinned')
      })
    },
  }
}
