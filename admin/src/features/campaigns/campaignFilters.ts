import type { Filter } from '../../list/FilterBar.tsx'

const CATEGORIES =
  'technology,art,music,film,games,publishing,food,fashion,environment,community,health,education,sports,travel,charity,other'

const METADATA_STATES = ['pending', 'resolved', 'failed', 'absent'] as const

export const campaignFilters: readonly Filter[] = [
  { kind: 'search', source: 'q', label: 'Search words, address or CID' },
  {
    kind: 'choice',
    source: 'status',
    label: 'Status',
    choices: ['ACTIVE', 'SUCCESS', 'FAILED', 'WITHDRAWN'],
    width: 120,
  },
  { kind: 'choice', source: 'category', label: 'Category', choices: CATEGORIES.split(','), width: 130 },
  { kind: 'flag', source: 'hidden', label: 'Hidden', width: 115 },
  { kind: 'flag', source: 'featured', label: 'Featured', width: 125 },
  { kind: 'flag', source: 'reported', label: 'Reported', width: 125 },
  { kind: 'choice', source: 'metadata_state', label: 'Metadata', choices: METADATA_STATES, width: 130 },
  { kind: 'text', source: 'creator_address', label: 'Creator address', width: 170 },
]
