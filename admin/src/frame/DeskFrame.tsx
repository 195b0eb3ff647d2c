import MenuOutlined from '@mui/icons-material/MenuOutlined'
import RefreshOutlined from '@mui/icons-material/RefreshOutlined'
import { Box, Drawer, IconButton, Link, useMediaQuery } from '@mui/material'
import type { Theme } from '@mui/material/styles'
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Loading, useLocation, useRefresh } from 'react-admin'
import { JobsProvider } from '../jobs/JobsProvider.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { DeskNav } from './DeskNav.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Logo } from './Logo.tsx'

const NAV_WIDTH = 224

/** What stands around every page: navigation, account, jobs. */
export function DeskFrame({ children }: { children: ReactNode }) {
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  const [open, setOpen] = useState(false)
  const refresh = useRefresh()
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  // Another page begins at its top, and with it what a screen reader reads.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what changes
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <JobsProvider>
      <SkipLink onSkip={() => main.current?.focus()} />
      <Box
        component="header"
        sx={{
          position: 'sticky',
          top: 0,
          zIndex: 1100,
          height: 52,
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: { xs: 1, sm: 2 },
          background: 'var(--ground)',
          borderBottom: '1px solid var(--line)',
        }}
      >
        {isWide ? null : (
          <IconButton aria-label="Open the menu" aria-expanded={open} onClick={() => setOpen(true)} color="inherit">
            <MenuOutlined />
          </IconButton>
        )}
        <Link
          href="#/"
          underline="none"
          sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'var(--ink)', fontWeight: 700, flex: 1 }}
        >
          <Logo />
          <span>
            Kindling <span style={{ fontWeight: 500 }}>desk</span>
          </span>
        </Link>
        <IconButton aria-label="Refresh" title="Refresh" onClick={() => refresh()} color="inherit">
          <RefreshOutlined />
        </IconButton>
        <AccountMenu />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'flex-start' }}>
        {isWide ? (
          <Box
            sx={{
              width: NAV_WIDTH,
              flex: 'none',
              position: 'sticky',
              top: 52,
              height: 'calc(100dvh - 52px)',
              overflowY: 'auto',
              borderRight: '1px solid var(--line)',
            }}
          >
            <DeskNav />
          </Box>
        ) : (
          <Drawer
            open={open}
            onClose={() => setOpen(false)}
            slotProps={{ paper: { sx: { width: 264, background: 'var(--ground)' }, 'aria-label': 'Menu' } }}
          >
            <DeskNav onChoose={() => setOpen(false)} />
          </Drawer>
        )}
        <Box
          component="main"
          ref={main}
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, p: { xs: 1.5, sm: 3 }, pb: 8, maxWidth: '90rem' }}
        >
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
    </JobsProvider>
  )
}

function SkipLink({ onSkip }: { onSkip: () => void }) {
  return (
    <Box
      component="button"
      type="button"
      onClick={onSkip}
      sx={{
        position: 'fixed',
        top: -80,
        left: 8,
        zIndex: 1200,
        p: 1,
        font: 'inherit',
        color: 'var(--ground)',
        background: 'var(--ink)',
        border: 0,
        borderRadius: '5px',
        '&:focus': { top: 8 },
      }}
    >
      Skip to the page
    </Box>
  )
}
