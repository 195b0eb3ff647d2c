import { useMemo, useState } from 'react'
import { Button, buttonClasses } from '../../components/Button.tsx'
import { useMessages } from '../../i18n/messages.ts'
import type { Pairing } from './pairing.ts'
import { qrCode } from './qrCode.ts'

const QUIET = 4

/** The link to the wallet: to be scanned from another device, opened on this one, or copied. */
export function PairingCode({ pairing }: { pairing: Pairing }) {
  const t = useMessages()
  const [copied, setCopied] = useState(false)
  const { path, size } = useMemo(() => {
    const rows = qrCode(pairing.uri)
    const dots = rows.flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
    )
    return { path: dots.join(''), size: rows.length + 2 * QUIET }
  }, [pairing.uri])
  const copy = async () => {
    await navigator.clipboard.writeText(pairing.uri)
    setCopied(true)
  }
  return (
    <div className="mt-4">
      <p className="text-sm text-ink-2">{t.wallet.scan}</p>
      {/* Dark on white in either mode: that is what cameras look for. */}
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t.wallet.code}
        shapeRendering="crispEdges"
        className="mx-auto mt-4 w-full max-w-72 rounded-md bg-white"
      >
        <path d={path} fill="#000" />
      </svg>
      <div className="mt-4 flex flex-wrap gap-2">
        <a href={pairing.uri} className={buttonClasses('outline', 'md', 'grow')}>
          {t.wallet.openOnDevice}
        </a>
        <Button className="grow" onClick={() => void copy()}>
          <span aria-live="polite">{copied ? t.copied : t.wallet.copyLink}</span>
        </Button>
        <Button look="quiet" className="grow" onClick={pairing.giveUp}>
          {t.create.back}
        </Button>
      </div>
    </div>
  )
}
