import { parseCid, spellingsOf } from '../../ipfs/cid.ts'
import { IpfsError } from '../../ipfs/IpfsError.ts'

/** A document of 256 KiB that is nothing but CIDs has thousands; one that people write, a dozen. */
const MAX_MENTIONS = 500

/** Every CID that stands anywhere in a document, each in all its spellings. */
export function readMentions(document: Uint8Array): string[] {
  const text = Buffer.from(document).toString('utf8')
  const found = new Set<string>()
  for (const [word] of text.matchAll(/\b(?:Qm[1-9A-HJ-NP-Za-km-z]{44}|[bBfkz][0-9A-Za-z]{45,140})\b/g)) {
    if (found.size >= MAX_MENTIONS) break
    try {
      for (const spelling of spellingsOf(parseCid(word), word)) if (spelling.length <= 255) found.add(spelling)
    } catch (error) {
      if (!(error instanceof IpfsError)) throw error
    }
  }
  return [...found]
}
