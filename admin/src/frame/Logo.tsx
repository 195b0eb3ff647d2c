/** The web app's mark: four strokes and one across. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <g fill="none" strokeLinecap="round" strokeWidth="3.4">
        <path d="M6.5 6v20M13 6v20M19.5 6v20M26 6v20" stroke="var(--ink)" />
        <path d="M3 23.5 29 9" stroke="var(--ember)" />
      </g>
    </svg>
  )
}
