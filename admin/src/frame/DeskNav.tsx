import { Box, List, ListItem, ListItemButton, ListItemIcon, ListItemText } from '@mui/material'
import { LinkBase, useMatch, usePermissions } from 'react-admin'
import type { Role } from '../api/permissions.ts'
import { useOverview } from '../api/useOverview.ts'
import { formatCount } from '../components/Amount.tsx'
import { NAV, type NavItem } from './nav.ts'

export function DeskNav({ onChoose }: { onChoose?: () => void }) {
  const { permissions } = usePermissions<Role>()
  const { data } = useOverview()
  const figures = {
    dead_letters: data?.dead_letters ?? 0,
    reports_open: data?.reports_open ?? 0,
    metadata_failed: data?.metadata.failed ?? 0,
    jobs_running: data?.jobs_running ?? 0,
  }
  return (
    <Box component="nav" aria-label="Desk" sx={{ pb: 2 }}>
      {NAV.map(({ group, items }) => (
        <Box key={group} role="group" aria-label={group || 'Overview'} sx={{ px: 1, pt: group ? 0.5 : 1 }}>
          {group ? (
            <Box aria-hidden sx={{ pt: 1, pb: 0.25, px: 2, color: 'var(--ink-3)', fontSize: '0.8125rem' }}>
              {group}
            </Box>
          ) : null}
          <List dense disablePadding>
            {items
              .filter(({ adminOnly }) => !adminOnly || permissions === 'admin')
              .map((item) => (
                <NavLink
                  key={item.to}
                  item={item}
                  count={item.badge ? figures[item.badge] : 0}
                  {...(onChoose ? { onChoose } : {})}
                />
              ))}
          </List>
        </Box>
      ))}
    </Box>
  )
}

function NavLink({ item, count, onChoose }: { item: NavItem; count: number; onChoose?: () => void }) {
  const { to, label, icon: Icon, badge } = item
  const isHere = useMatch({ path: to, end: to === '/' }) !== null
  return (
    <ListItem disablePadding>
      <ListItemButton
        component={LinkBase}
        to={to}
        selected={isHere}
        aria-current={isHere ? 'page' : undefined}
        onClick={onChoose}
        sx={{
          borderRadius: '7px',
          py: 0.375,
          color: 'var(--ink-2)',
          '&.Mui-selected': { background: 'var(--ember-wash)', color: 'var(--ember-ink)' },
          '&.Mui-selected:hover': { background: 'var(--ember-wash)' },
        }}
      >
        <ListItemIcon sx={{ minWidth: 34, color: 'inherit' }}>
          <Icon fontSize="small" />
        </ListItemIcon>
        <ListItemText primary={label} slotProps={{ primary: { sx: { fontWeight: isHere ? 600 : 500 } } }} />
        {count > 0 ? (
          <Box
            component="span"
            sx={{
              px: 0.75,
              borderRadius: '5px',
              fontSize: '0.78rem',
              fontWeight: 600,
              fontVariantNumeric: 'tabular-nums',
              color: badge === 'jobs_running' ? 'var(--ink-2)' : 'var(--alarm)',
              background: badge === 'jobs_running' ? 'var(--sunken)' : 'var(--alarm-wash)',
            }}
          >
            {formatCount(count)}
          </Box>
        ) : null}
      </ListItemButton>
    </ListItem>
  )
}
