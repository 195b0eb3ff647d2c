import type { BlockStore } from '../ipfs/blockStore.ts'
import { fetchFile } from '../ipfs/fetchFile.ts'
import type { GatewaySource } from '../ipfs/gatewaySource.ts'
import { IpfsError } from '../ipfs/IpfsError.ts'
import { parseContentPath } from './parseContentPath.ts'
import { MAX_DOCUMENT_BYTES } from './parseDocument.ts'
import { type Document, readDocument } from './readDocument.ts'

export interface ContentSource {
  store: BlockStore
  /** Without gateways only what the store has is found. */
  gateways?: GatewaySource | undefined
  /** For one document or picture, all its blocks and gateways. */
  timeoutMs: number
  signal?: AbortSignal | undefined
}

/** The column's length. */
const MAX_CID_CHARACTERS = 255

/**
 * The document under a campaign's CID (or `CID/path`, or a URL with one), every block proved.
 * @throws IpfsError, DocumentError
 */
export async function fetchDocument(
  cidOfCampaign: string,
  source: ContentSource,
): Promise<Document & { from: string }> {
  if (cidOfCampaign === '') throw new IpfsError('invalid_cid', 'The campaign was created without a CID.')
  if ([...cidOfCampaign].length > MAX_CID_CHARACTERS)
    throw new IpfsError(
      'invalid_cid',
      `The campaign's CID has ${cidOfCampaign.length} characters; at most ${MAX_CID_CHARACTERS} are read.`,
    )
  const { cid, path } = parseContentPath(cidOfCampaign)
  const file = await fetchFile(cid, {
    store: source.store,
    gateways: source.gateways,
    path,
    maxBytes: MAX_DOCUMENT_BYTES,
    deadlineMs: source.timeoutMs,
    signal: source.signal,
  })
  return { ...readDocument(file.bytes, `The document of CID ${cid}`), from: file.from }
}
