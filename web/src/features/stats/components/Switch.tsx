import { Link } from '../../../routing/Link.tsx'

interface SwitchProps<T> {
  label: string
  options: readonly { value: T; label: string; to: string }[]
  current: T
}

/** A row of choices, each with its own address. */
export function Switch<T extends string | number>({ label, options, current }: SwitchProps<T>) {
  return (
    <nav aria-label={label} className="flex max-w-full flex-wrap rounded-md border border-line-strong p-0.5">
      {options.map(({ value, label: text, to }) => (
        <Link
          key={value}
          to={to}
          keepScroll
          replace
          aria-current={value === current ? 'true' : undefined}
          className="grid min-h-9 place-items-center rounded-sm px-2 text-xs font-semibold sm:px-3 sm:text-sm text-ink-2 hover:text-ink aria-[current]:bg-ink aria-[current]:text-ground"
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}
