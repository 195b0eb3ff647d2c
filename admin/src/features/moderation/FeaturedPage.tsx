import { Alert, Box, Skeleton } from '@mui/material'
import { api } from '../../api/api.ts'
import type { Featured } from '../../api/types.ts'
import { PageHead } from '../../components/PageHead.tsx'
import { Problem } from '../../components/Problem.tsx'
import { useDeskQuery } from '../../components/useDeskQuery.ts'
import { useChains } from '../../list/useChains.ts'
import { FeaturedOrder } from './FeaturedOrder.tsx'

/** The featured campaigns, chain by chain: each chain's home has its own. */
export function FeaturedPage() {
  const chains = useChains()
  return (
    <>
      <PageHead
        title="Featured"
        about="The campaigns that stand first on the home page, in this order. Drag them, or use the arrows; Save puts the order into effect."
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {chains.map(({ chain_id, name }) => (
          <FeaturedOf key={chain_id} chainId={chain_id} name={chains.length > 1 ? name : 'Home page'} />
        ))}
      </Box>
    </>
  )
}

function FeaturedOf({ chainId, name }: { chainId: number; name: string }) {
  const { data, error, refetch } = useDeskQuery(['featured', chainId], async (signal) => {
    const params = { query: { chain_id: chainId, page_size: 100 } }
    return (await api.GET('/api/v1/admin/featured/', { params, signal })).data.results as Featured[]
  })
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton variant="rectangular" height={240} />
  return (
    <>
      {data.some(({ hidden }) => hidden) ? (
        <Alert severity="warning" variant="outlined">
          Hidden campaigns keep their place here, but the home page leaves them out.
        </Alert>
      ) : null}
      {/* Another answer begins a new order: what was moved before is saved or gone. */}
      <FeaturedOrder
        key={data.map(({ id }) => id).join()}
        title={name}
        chainId={chainId}
        saved={data}
        onSaved={() => void refetch()}
      />
    </>
  )
}
