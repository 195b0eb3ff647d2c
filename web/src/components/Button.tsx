import type { ButtonHTMLAttributes } from 'react'
import { classes } from '../lib/classes.ts'

export type ButtonLook = 'ember' | 'outline' | 'quiet'

const looks: Record<ButtonLook, string> = {
  ember: 'bg-ember-button text-on-ember hover:brightness-110 shadow-[inset_0_-2px_0_rgb(0_0_0/0.18)]',
  outline: 'border-[1.5px] border-line-strong text-ink hover:border-ink hover:bg-raised',
  quiet: 'text-ink-2 hover:bg-sunken hover:text-ink',
}

/** For links that look like buttons, too. */
export const buttonClasses = (look: ButtonLook = 'outline', size: 'md' | 'lg' = 'md', more?: string): string =>
  classes(
    'inline-flex items-center justify-center gap-2 rounded-md font-semibold whitespace-nowrap transition-[filter,background-color,border-color] active:translate-y-px disabled:opacity-55 disabled:active:translate-y-0',
    size === 'lg' ? 'min-h-13 px-6 text-base' : 'min-h-11 px-4 text-sm',
    looks[look],
    more,
  )

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook
  size?: 'md' | 'lg'
}

export function Button({ look = 'outline', size = 'md', className, type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={buttonClasses(look, size, className)} />
}
