/** The notches of an address: twenty bytes, twenty strokes. Two addresses that look alike in text do not here. */
export function ProfileMark({ address }: { address: string }) {
  const bytes = (address.slice(2).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return (
    <svg viewBox="0 0 120 72" className="h-16 w-28 shrink-0 rounded-md bg-sunken" aria-hidden="true">
      {bytes.map((byte, index) => {
        const x = 10 + index * 5 + Math.floor(index / 5) * 2
        const height = 10 + (byte / 255) * 46
        return (
          <path
            key={index}
            d={`M${x} ${36 - height / 2}v${height}`}
            stroke={byte % 5 === 0 ? 'var(--ember)' : 'var(--ink)'}
            strokeWidth="2.6"
          />
        )
      })}
    </svg>
  )
}
