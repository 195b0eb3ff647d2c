import { Alert, Button } from '@mui/material'
import { errorSentence } from './errorSentence.ts'

export function Problem({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  return (
    <Alert
      severity="error"
      variant="outlined"
      action={
        retry ? (
          <Button color="inherit" size="small" onClick={retry}>
            Try again
          </Button>
        ) : undefined
      }
    >
      {errorSentence(error)}
    </Alert>
  )
}
