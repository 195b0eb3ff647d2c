import type { BlockStore } from './blockStore.ts'
import { IpfsError } from './IpfsError.ts'
import { createEmbeddedPin, type PinBackend } from './pin.ts'
import { createKuboPin } from './pinKubo.ts'
import { createPinataPin } from './pinPinata.ts'
import { createS3Pin } from './pinS3.ts'

const invalid = (why: string) => new IpfsError('invalid_pin_target', `IPFS_PIN_URL ${why}.`)

/**
 * Where content is pinned, by `IPFS_PIN_URL`; without one, in the block store.
 *
 *     http://127.0.0.1:5001                              Kubo's RPC
 *     pinata://JWT@uploads.pinata.cloud                  Pinata
 *     s3://KEY:SECRET@s3.filebase.com/bucket?region=…    a bucket that imports CARs (us-east-1 by default)
 *
 * `pinata+http:` and `s3+http:` speak plain HTTP.
 * @throws IpfsError `invalid_pin_target`, which never repeats the secret
 */
export function createPinBackend(store: BlockStore, pinUrl: string | undefined): PinBackend {
  if (pinUrl === undefined || pinUrl === '') return createEmbeddedPin(store)
  if (!URL.canParse(pinUrl)) throw invalid('is not an address')
  const given = new URL(pinUrl)
  const scheme = given.protocol.slice(0, -1)
  const transport = scheme.endsWith('+http') ? 'http' : 'https'
  const address = () => new URL(`${transport}://${given.host}${given.pathname}`)
  const user = decodeURIComponent(given.username)
  switch (scheme.replace('+http', '')) {
    case 'http':
    case 'https':
      return createKuboPin(given)
    case 'pinata':
      if (!user) throw invalid('names no JWT for Pinata')
      return createPinataPin({ jwt: user, address: address() })
    case 's3': {
      if (!user || !given.password) throw invalid('names no key and secret for the bucket')
      if (given.pathname.replaceAll('/', '') === '') throw invalid('names no bucket')
      const region = given.searchParams.get('region') ?? 'us-east-1'
      return createS3Pin({ address: address(), accessKey: user, secretKey: decodeURIComponent(given.password), region })
    }
    default:
      throw invalid(`has the unknown scheme ${given.protocol}`)
  }
}
