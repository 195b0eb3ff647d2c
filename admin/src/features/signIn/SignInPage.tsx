import { Alert, Box, Button, Paper, TextField, Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useLocation, useLogin, useStore } from 'react-admin'
import { SESSION_ENDED } from '../../api/authProvider.ts'
import { Problem } from '../../components/Problem.tsx'
import { Logo } from '../../frame/Logo.tsx'
import { readTheme } from '../../theme/themeCookie.ts'

export function SignInPage() {
  const login = useLogin()
  const { search, state } = useLocation()
  // Of the first way here: several requests that are refused at once lead here one after the other, the later ones from here.
  const [next] = useState(() => pathOf(state))
  const [, storeTheme] = useStore<'light' | 'dark' | undefined>('theme')
  useEffect(() => {
    document.title = 'Sign in · Kindling desk'
    // Signing out empties the store, the choice of colours with it.
    const theme = readTheme()
    if (theme !== 'system') storeTheme(theme)
  }, [storeTheme])
  const signIn = useMutation({ mutationFn: (values: { username: string; password: string }) => login(values, next) })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    signIn.mutate({ username: String(form.get('username')), password: String(form.get('password')) })
  }
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Paper
        component="form"
        onSubmit={submit}
        sx={{
          p: { xs: 2.5, sm: 4 },
          width: '100%',
          maxWidth: 400,
          border: '1px solid var(--line)',
          borderRadius: '14px',
        }}
      >
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Logo size={40} />
          <Box>
            <Typography variant="h1">Kindling desk</Typography>
            <Typography sx={{ color: 'var(--ink-2)', mt: 0.5 }}>Sign in with an account of the staff.</Typography>
          </Box>
          {search.includes(SESSION_ENDED) && !signIn.error ? (
            <Alert severity="info" variant="outlined">
              Your session has ended, here or in another tab. Sign in to go on where you were.
            </Alert>
          ) : null}
          {signIn.error ? <Problem error={signIn.error} /> : null}
          <TextField
            name="username"
            label="Username"
            autoComplete="username"
            required
            size="medium"
            slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
          />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            required
            size="medium"
          />
          <Button type="submit" variant="contained" size="large" loading={signIn.isPending}>
            Sign in
          </Button>
        </Box>
      </Paper>
    </Box>
  )
}

/** Where one was, as react-admin hands it on. */
function pathOf(state: unknown): string {
  const { nextPathname = '/', nextSearch = '' } = (state ?? {}) as { nextPathname?: string; nextSearch?: string }
  return nextPathname + nextSearch
}
