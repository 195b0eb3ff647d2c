import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useId } from 'react'
import { Hash } from '../../components/Hash.tsx'

/** Shown this once: the server keeps only its hash. */
export function NewPasswordDialog({
  username,
  password,
  onClose,
}: {
  username: string
  password: string
  onClose: () => void
}) {
  const id = useId()
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={id} onClose={onClose}>
      <DialogTitle id={id}>New password of {username}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>Copy it now: it is not shown again.</DialogContentText>
        <Hash value={password} what="password" whole />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  )
}
