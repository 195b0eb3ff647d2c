import { MenuItem, TextField } from '@mui/material'
import { useNavigate } from 'react-admin'
import { api } from '../../api/api.ts'
import { ActionButton } from '../../components/ActionButton.tsx'
import { useChains } from '../../list/useChains.ts'

/** Holds the tables against their events and the contracts; its page shows how it goes. */
export function VerifyButton({ chainId }: { chainId?: number }) {
  const chains = useChains()
  const navigate = useNavigate()
  return (
    <ActionButton
      label="Start a verify run"
      variant="contained"
      title="Verify the tables?"
      text="The tables are held against their events, and each campaign against its own contract. It reads the chain; nothing is changed."
      confirm="Start"
      run={async ({ chain_id, sample = '' }) => {
        const chosen = chainId ?? (chain_id ? Number(chain_id) : undefined)
        const body = {
          ...(chosen === undefined ? {} : { chain_id: chosen }),
          ...(sample === '' ? {} : { sample: Number(sample) }),
        }
        const { data } = await api.POST('/api/v1/admin/verify-runs/', { body })
        navigate(`/verify-runs/${data.id}/show`)
        return undefined
      }}
    >
      {chainId === undefined && chains.length > 1 ? (
        <TextField select name="chain_id" label="Chain" defaultValue={String(chains[0]?.chain_id ?? '')} fullWidth>
          {chains.map(({ chain_id, name }) => (
            <MenuItem key={chain_id} value={String(chain_id)}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <TextField
        name="sample"
        label="Only so many campaigns"
        type="number"
        fullWidth
        helperText="Chosen at random; empty means all, and the rollups too."
        slotProps={{ htmlInput: { min: 1, step: 1 } }}
      />
    </ActionButton>
  )
}
