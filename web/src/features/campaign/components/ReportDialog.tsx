import { ApiError } from '@kindling/client'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { apiOf } from '../../../api/apiQuery.ts'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { REPORT_REASONS, type ReportReason, reportCampaign } from '../api/reportCampaign.ts'

const MAX_DETAILS = 2000

/** Tells the staff that something is wrong. They can hide words and pictures; nobody can stop the contract. */
export default function ReportDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const t = useMessages()
  const r = t.report
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [reason, setReason] = useState<ReportReason | null>(null)
  const [state, setState] = useState<'open' | 'sending' | 'sent'>('open')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => dialog.current?.showModal(), [])

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (reason === null) return setProblem(r.choose)
    const details = String(new FormData(event.currentTarget).get('details') ?? '').trim()
    setState('sending')
    setProblem(null)
    try {
      await reportCampaign(apiOf(client), address, reason, details)
      setState('sent')
    } catch (error) {
      setState('open')
      if (!(error instanceof ApiError)) return setProblem(t.problem.unreachable)
      setProblem(error.status === 409 ? r.already : error.message)
    }
  }

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="report-title"
      className="m-auto w-[min(32rem,94vw)] rounded-lg bg-raised p-6 shadow-lift"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id="report-title" className="text-xl">
          {r.title}
        </h2>
        <Button look="quiet" className="-mt-2 -mr-3 px-3" onClick={() => dialog.current?.close()} aria-label={t.close}>
          <Icon name="close" className="size-4.5" />
        </Button>
      </div>
      {state === 'sent' ? (
        <p role="status" className="mt-4 flex items-center gap-3 rounded-md bg-moss-wash p-4 font-semibold text-moss">
          <Icon name="check" /> {r.sent}
        </p>
      ) : (
        <form onSubmit={(event) => void send(event)}>
          <p className="mt-2 text-sm text-ink-2">{r.intro}</p>
          <fieldset className="mt-4">
            <legend className="text-sm font-semibold">{r.reason}</legend>
            <div className="mt-2 grid gap-1">
              {REPORT_REASONS.map((name) => (
                <label
                  key={name}
                  className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md border-[1.5px] border-line px-3 py-1.5 text-sm has-checked:border-ember has-checked:bg-ember-wash"
                >
                  <input
                    type="radio"
                    name="reason"
                    value={name}
                    checked={reason === name}
                    onChange={() => setReason(name)}
                    className="size-4 shrink-0 accent-ember"
                  />
                  {r.reasons[name]}
                </label>
              ))}
            </div>
          </fieldset>
          <label className="mt-4 block text-sm font-semibold">
            {r.details}
            <textarea
              name="details"
              rows={4}
              maxLength={MAX_DETAILS}
              className="mt-1.5 block w-full rounded-md border-[1.5px] border-line-strong bg-ground px-3 py-2 text-sm font-normal"
            />
          </label>
          <p role="alert" className="mt-3 text-sm text-alarm empty:hidden">
            {problem}
          </p>
          <div className="mt-5 flex justify-end gap-2">
            <Button onClick={() => dialog.current?.close()}>{r.cancel}</Button>
            <Button look="ember" type="submit" disabled={state === 'sending'}>
              {r.send}
            </Button>
          </div>
        </form>
      )}
    </dialog>
  )
}
