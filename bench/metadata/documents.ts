import { createHash } from 'node:crypto'
import { CID } from 'multiformats/cid'
import * as Digest from 'multiformats/hashes/digest'
import { MAX_DOCUMENT_BYTES } from '../../server/src/metadata/parseDocument.ts'

const RAW = 0x55
const SHA2_256 = 0x12

export interface BenchDocument {
  cid: string
  bytes: Buffer
}

/** The nth document, the same in every process: about 2 KB, of the kind people write. */
export function documentOf(n: number): BenchDocument {
  const document = {
    name: `Campaign ${n}`,
    short_description: `What campaign ${n} is for, in a sentence.`,
    description: `## Why\n\n${`Paragraph ${n}: the nearest water is three kilometres away. `.repeat(30)}`,
    category: 'community',
    tags: ['water', 'health', `tag ${n % 50}`],
    location: `Place ${n}`,
  }
  return inOneBlock(Buffer.from(JSON.stringify(document)))
}

/** The nth of those that are as large as a document may be (1 MiB), with nearly as many values as it may have. */
export function largestDocumentOf(n: number): BenchDocument {
  const values = Array.from({ length: 19_900 }, (_, i) => `value ${n} ${i} `.padEnd(48, '.'))
  const document = { name: `Campaign ${n}`, values, description: '' }
  const left = MAX_DOCUMENT_BYTES - Buffer.byteLength(JSON.stringify(document))
  if (left < 0) throw new Error('The values alone are too large.')
  return inOneBlock(Buffer.from(JSON.stringify({ ...document, description: 'x'.repeat(left) })))
}

function inOneBlock(bytes: Buffer): BenchDocument {
  const digest = createHash('sha256').update(bytes).digest()
  return { cid: CID.createV1(RAW, Digest.create(SHA2_256, digest)).toString(), bytes }
}
