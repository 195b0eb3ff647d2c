import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'

const STALE_MS = 300_000

export interface Chain {
  chain_id: number
  name: string
  native_symbol: string
  explorer_url: string | null
}

/** The chains of this deployment; most have one. */
export function useChains(): Chain[] {
  const { data } = useQuery({
    queryKey: ['chains of the deployment'],
    queryFn: async () => (await api.GET('/api/v1/chains/')).data as Chain[],
    staleTime: STALE_MS,
  })
  return data ?? []
}

export function useSymbol(chainId: number | undefined): string {
  const chains = useChains()
  return (chains.find(({ chain_id }) => chain_id === chainId) ?? chains[0])?.native_symbol ?? 'ETH'
}
