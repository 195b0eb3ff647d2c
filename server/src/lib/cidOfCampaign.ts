/**
 * SQL for the CID at the head of `c.cid`, as parseContentPath would find it, in the very words of the index campaigns_by_cid. At most
 * 100 characters: a CID on the chain can be of any length, an index entry cannot.
 */
export const CID_OF_CAMPAIGN = `left(substring(c.cid from
  '(?i)^(?:ipfs://(?:ipfs/)?|/ipfs/|https?://[^/?#]+(?:/(?!ipfs/)[^/?#]*)*/ipfs/|https?://)?([0-9a-z]+)'), 100)`

/** What CID_OF_CAMPAIGN is to be compared with. */
export const asIndexed = (cid: string): string => cid.slice(0, 100)
