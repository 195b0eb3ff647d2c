import { useEffect, useRef, useState } from 'react'
import { getSyncState } from '../../api/queries.ts'
import { Button } from '../../components/Button.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useHydrated } from '../../lib/useHydrated.ts'
import type { PageModule, Preload } from '../../routes.ts'
import { useNavigation } from '../../routing/location.ts'
import { type Transaction, useTransactions } from '../../transactions/transactionStore.ts'
import { GoalStep } from './components/GoalStep.tsx'
import { ReviewStep } from './components/ReviewStep.tsx'
import { Sent } from './components/Sent.tsx'
import { StoryStep } from './components/StoryStep.tsx'
import { CENTRED } from './cropPicture.ts'
import { type Draft, emptyDraft, keepDraft, mistakesOf, readDraft, type Step } from './draft.ts'
import { keepPicture, readPicture } from './pictureStore.ts'

const STEPS: readonly Step[] = ['story', 'goal', 'review']

export const preload: Preload = (_request, client, config) => client.prefetchQuery(getSyncState(config.chainId))

export const headOf: PageModule['headOf'] = (_request, { t, config }) => ({
  title: `${t.create.title} · ${config.siteName}`,
  description: t.create.description,
  canonical: '/create',
})

export function Page() {
  const t = useMessages()
  const hydrated = useHydrated()
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [picture, setPicture] = useState<Blob | null>(null)
  const [step, setStep] = useState<Step>('story')
  const [tried, setTried] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const { sent, created } = useSent(draft.sentHash)
  const { navigate } = useNavigation()
  useEffect(() => {
    setDraft(readDraft())
    void readPicture().then(setPicture)
  }, [])
  useEffect(() => {
    if (created === undefined) return
    // Its page holds it now; the next visit begins with an empty sheet.
    keepDraft(null)
    void keepPicture(null)
    navigate(`/campaigns/${created}`)
  }, [created, navigate])
  // Shown once it is kept: what is seen here survives a reload.
  const choosePicture = async (chosen: Blob | null) => {
    await keepPicture(chosen)
    change({ crop: CENTRED })
    setPicture(chosen)
  }

  const change = (part: Partial<Draft>) =>
    setDraft((before) => {
      const after = { ...before, ...part }
      keepDraft(after)
      return after
    })
  const index = STEPS.indexOf(step)
  const mistakes = mistakesOf(draft, step, Date.now())
  const goTo = (next: Step) => {
    setStep(next)
    setTried(false)
    window.scrollTo(0, 0)
    heading.current?.focus()
  }
  const goOn = () => {
    setTried(true)
    const [first] = Object.keys(mistakes)
    if (first !== undefined) return document.getElementById(`create-${first}`)?.focus()
    goTo(STEPS[index + 1] as Step)
  }

  if (sent) {
    return (
      <div className="page min-h-[70vh] max-w-4xl pt-10 md:pt-14">
        <h1 className="mb-8 text-3xl">{t.create.title}</h1>
        <Sent transaction={sent} />
      </div>
    )
  }
  return (
    <div className="page max-w-4xl pt-10 md:pt-14">
      <h1 ref={heading} tabIndex={-1} className="text-3xl">
        {t.create.title}
      </h1>
      <ol className="mt-6 flex gap-2 sm:gap-6">
        {STEPS.map((name, at) => (
          <li
            key={name}
            aria-current={name === step ? 'step' : undefined}
            className={`grow border-t-4 pt-2 text-sm font-semibold ${at <= index ? 'border-ember text-ink' : 'border-line text-ink-3'}`}
          >
            {at + 1}. {t.create.steps[name]}
          </li>
        ))}
      </ol>
      <div className="mt-8" inert={!hydrated}>
        {step === 'story' && (
          <StoryStep
            draft={draft}
            change={change}
            picture={picture}
            setPicture={choosePicture}
            mistakes={tried ? mistakes : {}}
          />
        )}
        {step === 'goal' && <GoalStep draft={draft} change={change} mistakes={tried ? mistakes : {}} />}
        {step === 'review' && (
          <ReviewStep
            draft={draft}
            picture={picture}
            onSent={(sentHash) => change({ sentHash })}
            onBack={() => goTo('goal')}
          />
        )}
      </div>
      {step !== 'review' && (
        <div className="mt-10 flex items-center justify-between gap-4 border-t border-line pt-5">
          {index > 0 ? (
            <Button onClick={() => goTo(STEPS[index - 1] as Step)}>{t.create.back}</Button>
          ) : (
            <p className="text-sm text-ink-3">{t.create.draftKept}</p>
          )}
          <Button look="ember" size="lg" onClick={goOn}>
            {t.create.next}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The creation that was sent and is not in the index yet; or the address of what it made, once it is. */
function useSent(hash: string | null): { sent?: Transaction; created?: string } {
  const transaction = useTransactions().find((one) => hash !== null && one.hash === hash)
  // One that failed leaves the draft as it was, to be sent again.
  if (transaction === undefined || transaction.stage === 'failed') return {}
  if (transaction.stage === 'indexed' && transaction.campaign)
    return { sent: transaction, created: transaction.campaign }
  return { sent: transaction }
}
