import FilterListOutlined from '@mui/icons-material/FilterListOutlined'
import SearchOutlined from '@mui/icons-material/SearchOutlined'
import { Box, Button, InputAdornment, MenuItem, TextField, useMediaQuery } from '@mui/material'
import type { Theme } from '@mui/material/styles'
import { useEffect, useRef, useState } from 'react'
import { useListContext } from 'react-admin'
import { useChains } from './useChains.ts'

const TYPING_MS = 300

interface Named {
  source: string
  label: string
  width?: number
}

export type Filter =
  | (Named & { kind: 'search' | 'text' | 'flag' | 'day' })
  | (Named & { kind: 'choice'; choices: readonly (string | { id: string; name: string })[] })

/** The filters of a list. They are in the address, so that a link shows the same rows. */
export function FilterBar({ filters, byChain = true }: { filters: readonly Filter[]; byChain?: boolean }) {
  const { filterValues, setFilters } = useListContext()
  const chains = useChains()
  const [open, setOpen] = useState(false)
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'))
  const all: Filter[] = [...filters]
  if (byChain && chains.length > 1) {
    const choices = chains.map(({ chain_id, name }) => ({ id: String(chain_id), name }))
    all.push({ kind: 'choice', source: 'chain_id', label: 'Chain', choices })
  }
  const set = (source: string, value: string) => {
    const { [source]: _dropped, ...others } = filterValues
    setFilters(value === '' ? others : { ...others, [source]: value }, undefined, false)
  }
  const search = all.filter(({ kind }) => kind === 'search')
  const others = all.filter(({ kind }) => kind !== 'search')
  const used = others.filter(({ source }) => filterValues[source] !== undefined).length
  const shown = isPhone && !open ? search : all
  if (all.length === 0) return null
  return (
    <Box
      role="search"
      aria-label="Filters"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5, alignItems: 'center' }}
    >
      {shown.map((filter) => (
        <FilterInput
          key={filter.source}
          filter={filter}
          value={String(filterValues[filter.source] ?? '')}
          onChange={(value) => set(filter.source, value)}
        />
      ))}
      {isPhone && others.length > 0 ? (
        <Button
          size="small"
          color="inherit"
          startIcon={<FilterListOutlined />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Fewer filters' : used > 0 ? `Filters (${used})` : 'Filters'}
        </Button>
      ) : null}
      {Object.keys(filterValues).length > 0 ? (
        <Button size="small" color="inherit" onClick={() => setFilters({}, undefined, false)}>
          Clear filters
        </Button>
      ) : null}
    </Box>
  )
}

interface FilterInputProps {
  filter: Filter
  value: string
  onChange: (value: string) => void
}

function FilterInput({ filter, value, onChange }: FilterInputProps) {
  const { label, kind, width = kind === 'search' ? 260 : 150 } = filter
  const sx = { width: { xs: kind === 'search' ? '100%' : 'calc(50% - 4px)', md: width } }
  if (kind === 'search' || kind === 'text') return <TypedFilter {...{ label, kind, value, onChange, sx }} />
  if (kind === 'day') {
    return (
      <TextField
        type="date"
        label={label}
        value={value.slice(0, 10)}
        onChange={(event) => onChange(event.target.value === '' ? '' : `${event.target.value}T00:00:00Z`)}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={sx}
      />
    )
  }
  const choices =
    filter.kind === 'choice'
      ? filter.choices.map((choice) => (typeof choice === 'string' ? { id: choice, name: wordsOf(choice) } : choice))
      : [
          { id: 'true', name: 'Yes' },
          { id: 'false', name: 'No' },
        ]
  return (
    <TextField select label={label} value={value} onChange={(event) => onChange(event.target.value)} sx={sx}>
      <MenuItem value="">Any</MenuItem>
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** Waits until the typing rests, and follows when the value changes from outside. */
function TypedFilter({
  label,
  kind,
  value,
  onChange,
  sx,
}: Omit<FilterInputProps, 'filter'> & { label: string; kind: string; sx: object }) {
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)
  const report = useRef(onChange)
  report.current = onChange
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value
      setTyped(value)
    }
  }, [value])
  useEffect(() => {
    if (typed.trim() === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed.trim()
      report.current(typed.trim())
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const icon = (
    <InputAdornment position="start">
      <SearchOutlined fontSize="small" />
    </InputAdornment>
  )
  return (
    <TextField
      label={label}
      type={kind === 'search' ? 'search' : 'text'}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      slotProps={{ input: kind === 'search' ? { startAdornment: icon } : {}, htmlInput: { spellCheck: false } }}
      sx={sx}
    />
  )
}

const wordsOf = (choice: string): string => {
  const words = choice.replaceAll(/[_.]/g, ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
