import type { ReactNode } from 'react'

export function Figure({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="mt-0.5 text-sm text-ink-2">{label}</dt>
      <dd className="figures font-display text-2xl font-bold">{value}</dd>
    </div>
  )
}
