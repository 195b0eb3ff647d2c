import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined'
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import DragIndicatorOutlined from '@mui/icons-material/DragIndicatorOutlined'
import { Box, Button, IconButton } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLogoutIfAccessDenied, useNotify } from 'react-admin'
import { api } from '../../api/api.ts'
import type { Featured } from '../../api/types.ts'
import { Panel } from '../../components/Panel.tsx'
import { Problem } from '../../components/Problem.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { ExportMenu } from '../../list/ExportMenu.tsx'
import { campaignPath } from '../../list/links.ts'
import { AddFeatured, type Candidate } from './AddFeatured.tsx'
import { move } from './move.ts'

type Slot = Pick<Featured, 'campaign_address' | 'name' | 'hidden'>

interface FeaturedOrderProps {
  title: string
  chainId: number
  saved: readonly Featured[]
  onSaved: () => void
}

/** An order that is changed by pointer or by keyboard, and saved as a whole. */
export function FeaturedOrder({ title, chainId, saved, onSaved }: FeaturedOrderProps) {
  const [slots, setSlots] = useState<readonly Slot[]>(saved)
  const [dragged, setDragged] = useState<number | undefined>()
  const [said, setSaid] = useState('')
  const notify = useNotify()
  const logoutIfDenied = useLogoutIfAccessDenied()
  const save = useMutation({
    mutationFn: () =>
      api.PUT('/api/v1/admin/featured/', {
        params: { query: { chain_id: chainId } },
        body: { addresses: slots.map(({ campaign_address }) => campaign_address) },
      }),
    onSuccess: () => {
      notify('The home page has the new order.', { type: 'success' })
      onSaved()
    },
    onError: (error) => void logoutIfDenied(error),
  })
  const nameOf = ({ name, campaign_address }: Slot) => name ?? `${campaign_address.slice(0, 10)}…`
  const shift = (from: number, to: number) => {
    const slot = slots[from]
    if (slot === undefined || to < 0 || to >= slots.length) return
    setSlots(move(slots, from, to))
    setSaid(`${nameOf(slot)} is now ${to + 1} of ${slots.length}.`)
  }
  const add = ({ address, name }: Candidate) => setSlots([...slots, { campaign_address: address, name, hidden: false }])
  const isChanged =
    slots.map((slot) => slot.campaign_address).join() !== saved.map((slot) => slot.campaign_address).join()
  return (
    <Panel
      title={title}
      actions={
        <>
          <Button size="small" color="inherit" disabled={!isChanged || save.isPending} onClick={() => setSlots(saved)}>
            Undo
          </Button>
          <Button
            size="small"
            variant="contained"
            disabled={!isChanged}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            Save
          </Button>
          <ExportMenu resource="featured" query={{ chain_id: String(chainId) }} />
        </>
      }
    >
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {save.error ? <Problem error={save.error} /> : null}
      {slots.length === 0 ? <Box sx={{ color: 'var(--ink-2)' }}>No campaign is featured.</Box> : null}
      <Box component="ol" aria-label={`Featured campaigns: ${title}`} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {slots.map((slot, index) => (
          <Box
            component="li"
            key={slot.campaign_address}
            draggable
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => {
              event.preventDefault()
              if (dragged === undefined || dragged === index) return
              shift(dragged, index)
              setDragged(index)
            }}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              py: 0.75,
              borderBottom: '1px solid var(--line)',
              background: dragged === index ? 'var(--ember-wash)' : 'none',
              '& > svg': { cursor: 'grab' },
            }}
          >
            <DragIndicatorOutlined fontSize="small" aria-hidden sx={{ color: 'var(--ink-3)' }} />
            <Box sx={{ width: '1.5rem', fontWeight: 700, fontVariantNumeric: 'tabular-nums' }}>{index + 1}</Box>
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <Link to={campaignPath(slot.campaign_address, chainId)}>{nameOf(slot)}</Link>{' '}
              {slot.hidden ? <StateChip state="hidden" /> : null}
            </Box>
            <IconButton
              size="small"
              aria-label={`Move ${nameOf(slot)} up`}
              disabled={index === 0}
              onClick={() => shift(index, index - 1)}
            >
              <ArrowUpwardOutlined fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={`Move ${nameOf(slot)} down`}
              disabled={index === slots.length - 1}
              onClick={() => shift(index, index + 1)}
            >
              <ArrowDownwardOutlined fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={`Take ${nameOf(slot)} off the list`}
              onClick={() => setSlots(slots.filter((other) => other !== slot))}
            >
              <CloseOutlined fontSize="small" />
            </IconButton>
          </Box>
        ))}
      </Box>
      <AddFeatured chainId={chainId} taken={slots.map(({ campaign_address }) => campaign_address)} onAdd={add} />
    </Panel>
  )
}
