import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { apiOf } from '../../../api/apiQuery.ts'
import { Amount } from '../../../components/Amount.tsx'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatDateTime } from '../../../lib/formatTime.ts'
import { formatWei, parseEth } from '../../../lib/formatWei.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { useNavigation } from '../../../routing/location.ts'
import { useTransactions } from '../../../transactions/transactionStore.ts'
import { openWalletDialog, useWallet } from '../../../wallet/walletStore.ts'
import { uploadFile } from '../api/uploadFile.ts'
import { cropPicture } from '../cropPicture.ts'
import { type Draft, documentOf, keepDraft } from '../draft.ts'
import type { ChosenPicture } from './PictureField.tsx'
import { Preview } from './StoryStep.tsx'

type Stage = 'signIn' | 'picture' | 'document' | 'send'
const STAGES: readonly Stage[] = ['signIn', 'picture', 'document', 'send']

interface ReviewStepProps {
  draft: Draft
  picture: ChosenPicture | null
  onBack: () => void
}

/** The last look. Nothing that cannot be taken back happens before its button. */
export function ReviewStep({ draft, picture, onBack }: ReviewStepProps) {
  const { code, t } = useLanguage()
  const { factoryAddress } = useSiteConfig()
  const client = useQueryClient()
  const wallet = useWallet()
  const [stage, setStage] = useState<Stage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [hash, setHash] = useState<string | null>(null)
  useOpenWhenIndexed(hash)
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
        imageCid = await uploadFile(api, token, await cropPicture(picture.file, picture.position), 'picture.webp')
      }
      setStage('document')
      const text = JSON.stringify(documentOf(draft, imageCid))
      const cid = await uploadFile(api, token, new Blob([text], { type: 'application/json' }), 'campaign.json')
      setStage('send')
      const { createCampaign } = await import('../../../wallet/transact.ts')
      const deadlineTs = BigInt(Math.floor(deadlineMs / 1000))
      const sent = await createCampaign(
        { factory: factoryAddress as `0x${string}`, name: draft.name, goalWei, deadlineTs, cid },
        t,
      )
      if (sent !== null) {
        setHash(sent)
        keepDraft(null)
      }
    } catch (error) {
      const { errorText, isRejection } = await import('../../../wallet/errorText.ts')
      setProblem(isRejection(error) ? t.wallet.rejected : errorText(error, t))
    } finally {
      setStage(null)
    }
  }

  if (hash) {
    return (
      <div role="status" className="rounded-lg bg-moss-wash p-8">
        <h2 className="text-2xl text-moss">{t.create.done}</h2>
        <p className="mt-2">{t.create.doneText}</p>
      </div>
    )
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
        </div>
        <div>
          <dt className="text-xs text-ink-3">{t.create.deadline}</dt>
          <dd className="font-display text-xl font-bold">{formatDateTime(deadlineMs, code)}</dd>
          <dd className="text-xs text-ink-3">{formatDateTime(deadlineMs, code, 'UTC')} UTC</dd>
        </div>
      </dl>
      <Preview story={draft.story} />
      <section className="mt-8 rounded-lg bg-flame-wash p-5">
        <h3 className="flex items-center gap-2 text-lg">
          <Icon name="alert" className="text-flame-ink" /> {t.create.never}
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
              </li>
            )
          })}
        </ol>
      )}
      <p role="alert" className="mt-4 text-sm text-alarm empty:hidden">
        {problem}
      </p>
      <div className="mt-8 flex items-center justify-between gap-4 border-t border-line pt-5">
        <Button onClick={onBack} disabled={stage !== null}>
          {t.create.back}
        </Button>
        <Button
          look="ember"
          size="lg"
          disabled={stage !== null || factoryAddress === null}
          onClick={() => void publish()}
        >
          {wallet.address === null ? t.create.connect : t.create.publish}
        </Button>
      </div>
    </>
  )
}

/** The index learns the campaign's address from the chain; then its page is there. */
function useOpenWhenIndexed(hash: string | null): void {
  const { navigate } = useNavigation()
  const created = useTransactions().find(
    (transaction) => transaction.hash === hash && transaction.stage === 'indexed',
  )?.campaign
  useEffect(() => {
    if (hash && created) navigate(`/campaigns/${created}`)
  }, [hash, created, navigate])
}
