import { TextField } from '@mui/material'

/** Why visitors find a page that says "hidden". */
export function ReasonField({ name = 'reason', required = true }: { name?: string; required?: boolean }) {
  return (
    <TextField
      name={name}
      label="Public reason"
      helperText="Shown to visitors on the campaign’s page."
      required={required}
      multiline
      minRows={2}
      fullWidth
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  )
}
