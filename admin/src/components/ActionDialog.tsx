import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId } from 'react'
import { useLogoutIfAccessDenied, useNavigate, useNotify, useRefresh } from 'react-admin'
import { Problem } from './Problem.tsx'

export interface ActionDialogProps {
  title: string
  /** What will happen, and whether it can be taken back. */
  text: ReactNode
  confirm: string
  danger?: boolean
  /** Inputs; their values come to `run` by name. */
  children?: ReactNode
  /** What it resolves to is said when it is done; undefined says nothing. */
  run: (values: Record<string, string>) => Promise<string | undefined>
  /** Where to go on when it is done, for what leaves nothing to look at here. */
  leadsTo?: string
  onClose: () => void
}

/** Asks, then does it; what goes wrong is said here, with what was typed still there. */
export function ActionDialog({
  title,
  text,
  confirm,
  danger = false,
  children,
  run,
  leadsTo,
  onClose,
}: ActionDialogProps) {
  const titleId = useId()
  const textId = useId()
  const notify = useNotify()
  const refresh = useRefresh()
  const navigate = useNavigate()
  const client = useQueryClient()
  const logoutIfDenied = useLogoutIfAccessDenied()
  const action = useMutation({
    mutationFn: run,
    onSuccess: (said) => {
      if (said !== undefined) notify(said, { type: 'success' })
      if (leadsTo === undefined) refresh()
      else {
        // What is gone is not asked for again; the page that follows asks for what it shows.
        void client.invalidateQueries({ refetchType: 'none' })
        navigate(leadsTo)
      }
      onClose()
    },
    onError: (error) => void logoutIfDenied(error),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A dialog is drawn elsewhere but React hands its events to the list that it came from.
    event.stopPropagation()
    const values = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    )
    action.mutate(values)
  }
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onClose={() => !action.isPending && onClose()}
      onClick={(event) => event.stopPropagation()}
    >
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <DialogContentText id={textId} component="div">
              {text}
            </DialogContentText>
            {children}
            {action.error ? <Problem error={action.error} /> : null}
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose} disabled={action.isPending} color="inherit">
            Cancel
          </Button>
          <Button type="submit" variant="contained" color={danger ? 'error' : 'primary'} loading={action.isPending}>
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
