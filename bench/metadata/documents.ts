import { createHash } from 'node:crypto'
import { CID } from 'multiformats/cid'
import * as Digest from 'multiformats/hashes/digest'

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
  const bytes = Buffer.from(JSON.stringify(document))
  const digest = createHash('sha256').update(bytes).digest()
  return { cid: CID.createV1(RAW, Digest.create(SHA2_256, digest)).toString(), bytes }
}
