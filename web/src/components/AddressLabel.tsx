import { useState } from 'react'
import { useMessages } from '../i18n/messages.ts'
import { shortAddress } from '../lib/shortAddress.ts'
import { useSiteConfig } from '../lib/siteConfig.ts'
import { Link } from '../routing/Link.tsx'
import { Icon } from './Icon.tsx'

interface AddressLabelProps {
  address: string
  /** Where the short form leads; without it, nowhere. */
  to?: string
  name?: string | null | undefined
}

/** A short address that can be copied whole and looked up at the chain's explorer. */
export function AddressLabel({ address, to, name }: AddressLabelProps) {
  const { explorerUrl } = useSiteConfig()
  const t = useMessages()
  const text = name ?? shortAddress(address)
  const look = name ? 'font-semibold' : 'font-mono text-[0.93em]'
  return (
    <span className="inline-flex items-center gap-1 align-baseline whitespace-nowrap">
      {to ? (
        <Link to={to} className={`${look} hover:underline underline-offset-4`} title={address}>
          {text}
        </Link>
      ) : (
        <span className={look} title={address}>
          {text}
        </span>
      )}
      <CopyButton text={address} label={t.copyAddress} />
      {explorerUrl && (
        <a
          className="rounded-sm p-1 text-ink-3 hover:text-ink"
          href={`${explorerUrl.replace(/\/$/, '')}/address/${address}`}
          rel="noreferrer"
          target="_blank"
          aria-label={t.openInExplorer}
          title={t.openInExplorer}
        >
          <Icon name="outward" className="size-3.5" />
        </a>
      )}
    </span>
  )
}

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false)
  const t = useMessages()
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  return (
    <button
      type="button"
      onClick={copy}
      className="relative z-1 rounded-sm p-1 text-ink-3 hover:text-ink"
      aria-label={copied ? t.copied : label}
      title={copied ? t.copied : label}
    >
      <Icon name={copied ? 'check' : 'copy'} className="size-3.5" />
    </button>
  )
}

/** A transaction's hash, leading to the explorer where there is one. */
export function TransactionLabel({ hash }: { hash: string }) {
  const { explorerUrl } = useSiteConfig()
  const t = useMessages()
  const short = `${hash.slice(0, 8)}…${hash.slice(-4)}`
  return (
    <span className="inline-flex items-center gap-1 font-mono text-[0.93em] whitespace-nowrap">
      {explorerUrl ? (
        <a className="link" href={`${explorerUrl.replace(/\/$/, '')}/tx/${hash}`} rel="noreferrer" target="_blank">
          {short}
        </a>
      ) : (
        <span title={hash}>{short}</span>
      )}
      <CopyButton text={hash} label={t.copyHash} />
    </span>
  )
}
