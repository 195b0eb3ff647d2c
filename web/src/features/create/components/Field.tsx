import type { ReactNode } from 'react'
import { useMessages } from '../../../i18n/messages.ts'
import type { Draft, Mistake } from '../draft.ts'

export const inputClasses =
  'mt-1.5 block min-h-13 w-full rounded-md border-[1.5px] border-line-strong bg-raised px-4 py-3 text-base aria-invalid:border-alarm'

interface FieldProps {
  name: keyof Draft
  label: string
  hint?: ReactNode
  mistake?: Mistake | undefined
  children: (attributes: { id: string; 'aria-invalid': boolean; 'aria-describedby': string }) => ReactNode
}

/** A label, a control, and below it a hint or what is wrong. */
export function Field({ name, label, hint, mistake, children }: FieldProps) {
  const t = useMessages()
  const id = `create-${name}`
  return (
    <div className="mt-6">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children({ id, 'aria-invalid': mistake !== undefined, 'aria-describedby': `${id}-note` })}
      <p id={`${id}-note`} className={`mt-1.5 text-xs ${mistake ? 'text-alarm' : 'text-ink-3'}`}>
        {mistake ? t.create[mistake] : hint}
      </p>
    </div>
  )
}
