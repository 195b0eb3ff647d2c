import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined'
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined'
import { Box, Button, Divider, ListItemIcon, MenuItem, MenuList, Popover, Typography } from '@mui/material'
import { useState } from 'react'
import { useGetIdentity, useLogout } from 'react-admin'
import { ThemeChoice } from '../theme/ThemeChoice.tsx'

export function AccountMenu() {
  const { identity } = useGetIdentity()
  const logout = useLogout()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const name = identity?.fullName ?? ''
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountCircleOutlined />}
        aria-label={`Account ${name}`}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ maxWidth: { xs: 140, sm: 260 } }}
      >
        <span style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{name}</span>
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { 'aria-label': 'Account', role: 'dialog' } }}
      >
        <Box sx={{ p: 2, minWidth: 240 }}>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Typography>
          <Typography sx={{ color: 'var(--ink-2)', mb: 1.5 }}>Role: {String(identity?.['role'] ?? '')}</Typography>
          <ThemeChoice />
        </Box>
        <Divider />
        <MenuList aria-label="Account actions" sx={{ py: 0.5 }}>
          <MenuItem component="a" href="/" target="_blank" rel="noopener">
            <ListItemIcon>
              <OpenInNewOutlined fontSize="small" />
            </ListItemIcon>
            Open the site
          </MenuItem>
          <MenuItem onClick={() => void logout({ byChoice: true }, undefined, false)}>
            <ListItemIcon>
              <LogoutOutlined fontSize="small" />
            </ListItemIcon>
            Sign out
          </MenuItem>
        </MenuList>
      </Popover>
    </>
  )
}
