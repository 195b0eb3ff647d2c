import type { Contribution } from '../../api/types.ts'
import { Amount, formatCount } from '../../components/Amount.tsx'
import { Hash } from '../../components/Hash.tsx'
import { When } from '../../components/When.tsx'
import type { Column } from '../../list/Column.ts'
import { DeskList } from '../../list/DeskList.tsx'
import type { Filter } from '../../list/FilterBar.tsx'
import { campaignPath, listPath } from '../../list/links.ts'
import { useChains } from '../../list/useChains.ts'

const filters: Filter[] = [
  { kind: 'text', source: 'campaign', label: 'Campaign address', width: 200 },
  { kind: 'text', source: 'donor', label: 'Donor address', width: 200 },
  { kind: 'flag', source: 'refunded', label: 'Refunded', width: 120 },
]

function columnsFor(symbolOf: (chainId: number) => string): Column<Contribution>[] {
  const amount = (eth: string, chainId: number) => <Amount eth={eth} symbol={symbolOf(chainId)} />
  return [
    {
      source: 'campaign_name',
      label: 'Campaign',
      render: ({ campaign_name, campaign_address }) => campaign_name ?? `${campaign_address.slice(0, 10)}…`,
      isTitle: true,
    },
    {
      source: 'donor_address',
      label: 'Donor',
      render: ({ donor_address, chain_id }) => (
        <Hash value={donor_address} to={listPath('contributions', { chain_id, donor: donor_address })} />
      ),
    },
    {
      source: 'contributed',
      label: 'Given',
      render: (row) => amount(row.contributed_eth, row.chain_id),
      align: 'right',
    },
    {
      source: 'refunded',
      label: 'Taken back',
      render: (row) => amount(row.refunded_eth, row.chain_id),
      align: 'right',
    },
    { source: 'net', label: 'Net', render: (row) => amount(row.net_contributed_eth, row.chain_id), align: 'right' },
    {
      source: 'donations_count',
      label: 'Donations',
      render: ({ donations_count }) => formatCount(donations_count),
      align: 'right',
    },
    {
      source: 'created_at',
      label: 'First gift',
      render: ({ created_at }) => <When at={created_at} />,
      sortBy: 'created_at',
    },
    {
      source: 'updated_at',
      label: 'Last change',
      render: ({ updated_at }) => <When at={updated_at} />,
      wideOnly: true,
    },
  ]
}

export function ContributionsPage() {
  const chains = useChains()
  const symbolOf = (chainId: number) => chains.find(({ chain_id }) => chain_id === chainId)?.native_symbol ?? 'ETH'
  return (
    <DeskList<Contribution>
      title="Contributions"
      about="What each donor gave to each campaign, as the chain says it."
      columns={columnsFor(symbolOf)}
      filters={filters}
      sort={{ field: 'created_at', order: 'DESC' }}
      to={({ campaign_address, chain_id }) => campaignPath(campaign_address, chain_id)}
      empty="Nobody has given yet."
    />
  )
}
