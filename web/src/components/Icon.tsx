const paths = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L21 21',
  menu: 'M3 7h18M3 12h18M3 17h18',
  close: 'M5 5l14 14M19 5 5 19',
  copy: 'M9 9V4h11v11h-5M4 9h11v11H4z',
  check: 'm4 12.5 5.2 5L20 6.5',
  alert: 'M12 4 2.5 20h19zM12 10v4.5M12 17.2v.3',
  arrow: 'M4 12h16M13.5 5.5 20 12l-6.5 6.5',
  outward: 'M7 17 17 7M9 7h8v8',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M19 5l-1.7 1.7M6.7 17.3 5 19',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  screen: 'M3 5h18v11H3zM9 20h6M12 16v4',
  wallet: 'M4 7h15v12H4zM4 7l11-3v3M15.5 13h.5',
  seal: 'M12 3l2.4 2 3.1-.2.9 3 2.6 1.7-1.1 2.9 1.1 2.9-2.6 1.7-.9 3-3.1-.2-2.4 2-2.4-2-3.1.2-.9-3L3 15.3l1.1-2.9L3 9.5l2.6-1.7.9-3 3.1.2zM8.5 12.2l2.4 2.3 4.6-4.8',
  share: 'M12 15V3M7.5 7 12 2.8 16.5 7M5 12v8.5h14V12',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.2l3.4 2',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.2M18 14.5c2 .8 3.2 2.6 3.5 5.5',
  place:
    'M12 21.5s7-6.3 7-11.5a7 7 0 1 0-14 0c0 5.200 7 11.5 7 11.5ZM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  filter: 'M3 6h18M6.500 12h11M10 18h4',
  spinner: 'M12 3a9 9 0 1 0 9 9',
} as const

export type IconName = keyof typeof paths

/** Drawn for the eye only: what it means must stand in words beside it or in the button's label. */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg className={`shrink-0 ${className}`} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
