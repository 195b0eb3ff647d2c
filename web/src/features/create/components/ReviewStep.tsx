import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { apiOf } from '../../../api/apiQuery.ts'
import { Amount } from '../../../components/Amount.tsx'
import { Button } from '../../../components/Button.tsx'
import { FiatHint } from '../../../components/FiatHint.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatDateTime } from '../../../lib/formatTime.ts'
import { formatWei, parseEth } from '../../../lib/formatWei.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { openWalletDialog, useWallet } from '../../../wallet/walletStore.ts'
import { uploadFile } from '../api/uploadFile.ts'
import { cropPicture, cropStyle } from '../cropPicture.ts'
import { type Draft, documentOf } from '../draft.ts'
import { useObjectUrl } from './PictureField.tsx'
import { Preview } from './StoryStep.tsx'

type Stage = 'signIn' | 'picture' | 'document' | 'send'
const STAGES: readonly Stage[] = ['signIn', 'picture', 'document', 'send']

interface ReviewStepProps {
  draft: Draft
  picture: Blob | null
  /** Hears the hash of the transaction. */
  onSent: (hash: string) => void
  onBack: () => void
}

/** The last look. Nothing that cannot be taken back happens before its button. */
export function ReviewStep({ draft, picture, onSent, onBack }: ReviewStepProps) {
  const { code, t } = useLanguage()
  const { factoryAddress } = useSiteConfig()
  const client = useQueryClient()
  const wallet = useWallet()
  const [stage, setStage] = useState<Stage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [part, setPart] = useState(0)
  const url = useObjectUrl(picture)
  const goalWei = parseEth(draft.goal) ?? 0n
  const deadlineMs = Date.parse(draft.deadline)

  const publish = async () => {
    setProblem(null)
    if (wallet.address === null && !(await openWalletDialog())) return
    const api = apiOf(client)
    try {
      setStage('signIn')
      const { signIn } = await import('../../../wallet/signIn.ts')
      const token = await signIn(api)
      let imageCid: string | null = null
      if (picture) {
        setStage('picture')
        setPart(0)
        imageCid = await uploadFile(token, await cropPicture(picture, draft.crop), 'picture.webp', setPart)
      }
      setStage('document')
      setPart(0)
      const text = JSON.stringify(documentOf(draft, imageCid))
      const cid = await uploadFile(token, new Blob([text], { type: 'application/json' }), 'campaign.json', setPart)
      setStage('send')
      const { createCampaign } = await import('../../../wallet/transact.ts')
      const deadlineTs = BigInt(Math.floor(deadlineMs / 1000))
      const sent = await createCampaign(
        { factory: factoryAddress as `0x${string}`, name: draft.name, goalWei, deadlineTs, cid },
        t,
      )
      if (sent !== null) onSent(sent)
    } catch (error) {
      const { errorText, isRejection } = await import('../../../wallet/errorText.ts')
      setProblem(isRejection(error) ? t.wallet.rejected : errorText(error, t))
    } finally {
      setStage(null)
    }
  }

  return (
    <>
      <h2 className="text-2xl">{draft.name}</h2>
      <p className="mt-2 text-lg text-ink-2">{draft.blurb}</p>
      <dl className="mt-5 flex flex-wrap gap-x-12 gap-y-4 border-y border-line py-4">
        <div>
          <dt className="text-xs text-ink-3">{t.create.goal}</dt>
          <dd className="font-display text-xl font-bold">
            <Amount eth={formatWei(goalWei)} />
          </dd>
          <dd className="text-xs text-ink-3">
            <FiatHint eth={formatWei(goalWei)} />
          </dd>
        </div>
        <div>
          <dt className="text-xs text-ink-3">{t.create.deadline}</dt>
          <dd className="font-display text-xl font-bold">{formatDateTime(deadlineMs, code)}</dd>
          <dd className="text-xs text-ink-3">{formatDateTime(deadlineMs, code, 'UTC')} UTC</dd>
        </div>
      </dl>
      {url && picture && (
        <div className="mt-6 aspect-3/2 overflow-hidden rounded-lg bg-sunken">
          <img src={url} alt={draft.pictureAlt} className="size-full object-cover" style={cropStyle(draft.crop)} />
        </div>
      )}
      <Preview story={draft.story} />
      <section className="mt-8 rounded-lg bg-flame-wash p-5">
        <h3 className="flex items-center gap-2 text-lg">
          <Icon name="alert" className="size-6 text-flame-ink" /> {t.create.never}
        </h3>
        <ul className="mt-2 list-disc pl-6 text-sm">
          {t.create.neverList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {stage && (
        <ol className="mt-6 grid gap-2" aria-live="polite">
          {STAGES.filter((name) => name !== 'picture' || picture).map((name) => {
            const done = STAGES.indexOf(name) < STAGES.indexOf(stage)
            return (
              <li
                key={name}
                className={`flex items-center gap-3 text-sm ${name === stage ? 'font-semibold' : 'text-ink-3'}`}
              >
                <Icon
                  name={done ? 'check' : name === stage ? 'spinner' : 'clock'}
                  className={`size-4.5 ${name === stage ? 'animate-spin' : ''}`}
                />
                {t.create.progress[name]}
                {name === stage && (name === 'picture' || name === 'document') && (
                  <progress
                    value={part}
                    max={1}
                    aria-label={t.create.progress[name]}
                    className="ml-2 h-2 w-32 accent-ember"
                  />
                )}
              </li>
            )
          })}
        </ol>
      )}
      <p role="alert" className="mt-4 text-sm text-alarm empty:hidden">
        {problem}
      </p>
      <div className="mt-8 flex flex-wrap items-center justify-between gap-4 border-t border-line pt-5">
        <Button onClick={onBack} disabled={stage !== null}>
          {t.create.back}
        </Button>
        <Button
          look="ember"
          size="lg"
          className="max-sm:px-4 max-sm:text-sm"
          disabled={stage !== null || factoryAddress === null}
          onClick={() => void publish()}
        >
          {wallet.address === null ? t.create.connect : t.create.publish}
        </Button>
      </div>
    </>
  )
}
