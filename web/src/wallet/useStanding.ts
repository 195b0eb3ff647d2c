import { useQuery } from '@tanstack/react-query'
import { useWallet } from './walletStore.ts'

/** How the connected address stands with a campaign, read from the contract; undefined while no wallet is connected. */
export function useStanding(campaign: string) {
  const { address } = useWallet()
  return useQuery({
    queryKey: ['standing', campaign, address],
    enabled: address !== null,
    refetchInterval: 20_000,
    queryFn: async () => {
      const { readStanding } = await import('./readStanding.ts')
      return readStanding(campaign as `0x${string}`, address as `0x${string}`)
    },
  })
}
