import { useLanguage } from '../../../i18n/messages.ts'
import { formatDateTime } from '../../../lib/formatTime.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import type { Draft, Mistake } from '../draft.ts'
import { Field, inputClasses } from './Field.tsx'

interface GoalStepProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  mistakes: Partial<Record<keyof Draft, Mistake>>
}

export function GoalStep({ draft, change, mistakes }: GoalStepProps) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const at = Date.parse(draft.deadline)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <>
      <Field name="goal" label={`${t.create.goal} (${nativeSymbol})`} hint={t.create.goalHint} mistake={mistakes.goal}>
        {(attributes) => (
          <input
            {...attributes}
            inputMode="decimal"
            autoComplete="off"
            value={draft.goal}
            onChange={(e) => change({ goal: e.target.value })}
            className={`${inputClasses} figures text-xl font-semibold`}
          />
        )}
      </Field>
      <Field
        name="deadline"
        label={t.create.deadline}
        hint={Number.isNaN(at) ? t.create.zone(zone) : t.create.deadlineHint(zone, formatDateTime(at, code, 'UTC'))}
        mistake={mistakes.deadline}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="datetime-local"
            value={draft.deadline}
            onChange={(e) => change({ deadline: e.target.value })}
            className={inputClasses}
          />
        )}
      </Field>
    </>
  )
}
