/** Four strokes and one across: a tally of five, and sticks laid for a fire. */
export function LogoMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden="true">
      <g fill="none" strokeLinecap="round" strokeWidth="3.4">
        <path d="M6.5 6v20M13 6v20M19.5 6v20M26 6v20" stroke="var(--ink)" />
        <path d="M3 23.5 29 9" stroke="var(--ember)" />
      </g>
    </svg>
  )
}
