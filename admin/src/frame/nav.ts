import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined'
import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CampaignOutlined from '@mui/icons-material/CampaignOutlined'
import DataObjectOutlined from '@mui/icons-material/DataObjectOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import HubOutlined from '@mui/icons-material/HubOutlined'
import MarkEmailUnreadOutlined from '@mui/icons-material/MarkEmailUnreadOutlined'
import PaidOutlined from '@mui/icons-material/PaidOutlined'
import PeopleOutlined from '@mui/icons-material/PeopleOutlined'
import PlaylistAddCheckOutlined from '@mui/icons-material/PlaylistAddCheckOutlined'
import SpaceDashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined'
import StarOutlineOutlined from '@mui/icons-material/StarOutlineOutlined'
import ViewStreamOutlined from '@mui/icons-material/ViewStreamOutlined'

export interface NavItem {
  to: string
  label: string
  icon: typeof CampaignOutlined
  /** Which figure of the overview stands beside it, when it is not 0. */
  badge?: 'dead_letters' | 'reports_open' | 'metadata_failed' | 'jobs_running'
  adminOnly?: boolean
}

export const NAV: readonly { group: string; items: readonly NavItem[] }[] = [
  { group: '', items: [{ to: '/', label: 'Overview', icon: SpaceDashboardOutlined }] },
  {
    group: 'On the chain',
    items: [
      { to: '/campaigns', label: 'Campaigns', icon: CampaignOutlined },
      { to: '/contributions', label: 'Contributions', icon: PaidOutlined },
      { to: '/events', label: 'Events', icon: ViewStreamOutlined },
    ],
  },
  {
    group: 'Words and pictures',
    items: [{ to: '/metadata', label: 'Metadata', icon: DataObjectOutlined, badge: 'metadata_failed' }],
  },
  {
    group: 'Moderation',
    items: [
      { to: '/reports', label: 'Reports', icon: FlagOutlined, badge: 'reports_open' },
      { to: '/blocked-creators', label: 'Blocked creators', icon: BlockOutlined },
      { to: '/featured', label: 'Featured', icon: StarOutlineOutlined },
    ],
  },
  {
    group: 'Pipeline',
    items: [
      { to: '/chains', label: 'Chains', icon: AccountTreeOutlined },
      { to: '/queues', label: 'Queues and RPC', icon: HubOutlined },
      { to: '/dead-letters', label: 'Dead letters', icon: MarkEmailUnreadOutlined, badge: 'dead_letters' },
      { to: '/verify-runs', label: 'Verify runs', icon: FactCheckOutlined },
    ],
  },
  {
    group: 'Desk',
    items: [
      { to: '/jobs', label: 'Jobs', icon: PlaylistAddCheckOutlined, badge: 'jobs_running' },
      { to: '/users', label: 'Users', icon: PeopleOutlined, adminOnly: true },
      { to: '/audit', label: 'Audit log', icon: HistoryOutlined },
    ],
  },
]
