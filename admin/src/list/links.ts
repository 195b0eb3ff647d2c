/** A list with filters set. */
export const listPath = (list: string, filter: Record<string, string | number>): string =>
  `/${list}?filter=${encodeURIComponent(JSON.stringify(filter))}`

/** The page of a campaign, or of its metadata: an address may be a campaign on several chains. */
export const campaignPath = (address: string, chainId: number | null | undefined): string =>
  `/campaigns/${address}/show${chainId ? `?chain_id=${chainId}` : ''}`
export const metadataPath = (address: string, chainId: number | null | undefined): string =>
  `/metadata/${address}/show${chainId ? `?chain_id=${chainId}` : ''}`
