import { Button, type ButtonProps } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { ActionDialog, type ActionDialogProps } from './ActionDialog.tsx'

interface ActionButtonProps extends Omit<ActionDialogProps, 'onClose'> {
  label: string
  icon?: ReactNode
  variant?: ButtonProps['variant']
  size?: ButtonProps['size']
  disabled?: boolean
}

/** A button whose work is asked about first. */
export function ActionButton({
  label,
  icon,
  variant = 'outlined',
  size = 'small',
  disabled,
  ...dialog
}: ActionButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant={variant}
        size={size}
        color={dialog.danger ? 'error' : 'primary'}
        startIcon={icon}
        disabled={disabled ?? false}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(true)
        }}
      >
        {label}
      </Button>
      {open ? <ActionDialog {...dialog} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
