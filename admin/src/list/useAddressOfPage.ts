import { useLocation, useParams } from 'react-admin'

/** What a campaign's page is about, as the API takes it. */
export function useAddressOfPage(): { path: { address: string }; query: { chain_id?: number } } {
  const address = useParams()['id'] ?? ''
  const chainId = Number(new URLSearchParams(useLocation().search).get('chain_id') ?? 0)
  return { path: { address }, query: chainId > 0 ? { chain_id: chainId } : {} }
}
