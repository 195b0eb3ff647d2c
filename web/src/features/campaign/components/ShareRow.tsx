import { useRef, useState } from 'react'
import type { CampaignDetail } from '../../../api/types.ts'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { escapeAttribute } from '../../../lib/escapeAttribute.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'

export function ShareRow({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages()
  const { origin } = useSiteConfig()
  const [shared, setShared] = useState(false)
  const [copied, setCopied] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const url = `${origin}/campaigns/${campaign.address}`
  const title = campaign.metadata?.name ?? t.campaign.unnamed(campaign.address)
  const code = `<iframe src="${origin}/embed/${campaign.address}" title="${escapeAttribute(title)}" width="360" height="420" style="border:0" loading="lazy"></iframe>`

  const share = async () => {
    // Declining the system's sheet is no failure.
    if (navigator.share) return navigator.share({ title, url }).catch(() => {})
    await navigator.clipboard.writeText(url)
    setShared(true)
    setTimeout(() => setShared(false), 2000)
  }

  const copy = async () => {
    await navigator.clipboard.writeText(code)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }

  return (
    <div className="mt-4 flex gap-1 border-t border-line pt-3">
      <Button look="quiet" className="grow" onClick={() => void share()}>
        <Icon name={shared ? 'check' : 'share'} className="size-4.5" />
        <span aria-live="polite">{shared ? t.campaign.shared : t.campaign.share}</span>
      </Button>
      <Button look="quiet" className="grow" onClick={() => dialog.current?.showModal()}>
        {t.campaign.embed}
      </Button>
      <dialog
        ref={dialog}
        aria-label={t.campaign.embedTitle}
        className="m-auto w-[min(34rem,92vw)] rounded-lg bg-raised p-6"
      >
        <h2 className="text-xl">{t.campaign.embedTitle}</h2>
        <p className="mt-2 text-sm text-ink-2">{t.campaign.embedText}</p>
        <textarea
          readOnly
          aria-label={t.campaign.embed}
          value={code}
          rows={4}
          className="mt-4 w-full rounded-md border border-line-strong bg-ground p-3 font-mono text-xs"
        />
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => dialog.current?.close()}>{t.close}</Button>
          <Button look="ember" onClick={() => void copy()}>
            <span aria-live="polite">{copied ? t.copied : t.campaign.copyCode}</span>
          </Button>
        </div>
      </dialog>
    </div>
  )
}
