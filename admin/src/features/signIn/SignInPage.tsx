import { Alert, Box, Button, CssBaseline, Paper, TextField, Typography, useMediaQuery } from '@mui/material'
import { createTheme, ThemeProvider } from '@mui/material/styles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { authProvider, forgetAccount, hasSessionEnded } from '../../api/authProvider.ts'
import { Problem } from '../../components/Problem.tsx'
import { Logo } from '../../frame/Logo.tsx'
import { createDeskTheme } from '../../theme/createDeskTheme.ts'
import { keepTheme } from '../../theme/deskStore.ts'
import { readTheme } from '../../theme/themeCookie.ts'

const themes = { light: createTheme(createDeskTheme('light')), dark: createTheme(createDeskTheme('dark')) }

/** Stands alone: nothing of the desk is there before somebody has signed in. */
export function SignInPage() {
  const isDark = useMediaQuery('(prefers-color-scheme: dark)')
  const chosen = readTheme()
  return (
    <ThemeProvider theme={themes[chosen === 'system' ? (isDark ? 'dark' : 'light') : chosen]}>
      <CssBaseline />
      <SignInForm />
    </ThemeProvider>
  )
}

function SignInForm() {
  const queries = useQueryClient()
  const [hasEnded] = useState(hasSessionEnded)
  useEffect(() => {
    document.title = 'Sign in · Kindling desk'
    forgetAccount()
    queries.clear()
  }, [queries])
  const signIn = useMutation({
    mutationFn: (values: { username: string; password: string }) => {
      keepTheme()
      return authProvider.login(values)
    },
  })
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
          {hasEnded && !signIn.error ? (
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
