import { Autocomplete, TextField } from '@mui/material'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useDeskQuery } from '../../components/useDeskQuery.ts'

export interface Candidate {
  address: string
  name: string | null
}

interface AddFeaturedProps {
  chainId: number
  taken: readonly string[]
  onAdd: (campaign: Candidate) => void
}

/** Finds campaigns by their words and puts them at the end of the order. */
export function AddFeatured({ chainId, taken, onAdd }: AddFeaturedProps) {
  const [typed, setTyped] = useState('')
  const { data = [], isFetching } = useDeskQuery(
    ['featured candidates', chainId, typed],
    async (signal): Promise<Candidate[]> => {
      const query = { chain_id: chainId, hidden: false, page_size: 20, ...(typed.trim() ? { q: typed.trim() } : {}) }
      const { results } = (await api.GET('/api/v1/admin/campaigns/', { params: { query }, signal })).data
      return results.map(({ address, metadata }) => ({ address, name: metadata?.name ?? null }))
    },
  )
  return (
    <Autocomplete<Candidate>
      sx={{ mt: 2, maxWidth: 420 }}
      size="small"
      options={data.filter(({ address }) => !taken.includes(address))}
      getOptionLabel={({ name, address }) => name ?? address}
      getOptionKey={({ address }) => address}
      isOptionEqualToValue={(one, other) => one.address === other.address}
      // The server has searched already, and finds more than the label says.
      filterOptions={(options) => options}
      value={null}
      inputValue={typed}
      loading={isFetching}
      blurOnSelect
      noOptionsText="No campaign fits"
      onInputChange={(_event, value, why) => setTyped(why === 'input' ? value : '')}
      onChange={(_event, campaign) => {
        if (campaign) onAdd(campaign)
      }}
      renderInput={(params) => <TextField {...params} label="Add a campaign" />}
    />
  )
}
