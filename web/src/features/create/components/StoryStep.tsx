import { useEffect, useState } from 'react'
import { Button } from '../../../components/Button.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { CATEGORIES } from '../../../lib/categories.ts'
import { previewStory } from '../api/previewStory.ts'
import type { Draft, Mistake } from '../draft.ts'
import { Field, inputClasses } from './Field.tsx'
import { PictureField } from './PictureField.tsx'

interface StoryStepProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  picture: Blob | null
  setPicture: (picture: Blob | null) => void
  mistakes: Partial<Record<keyof Draft, Mistake>>
}

export function StoryStep({ draft, change, picture, setPicture, mistakes }: StoryStepProps) {
  const t = useMessages()
  const c = t.create
  const [previewing, setPreviewing] = useState(false)
  return (
    <>
      <Field name="name" label={c.name} mistake={mistakes.name}>
        {(attributes) => (
          <input
            {...attributes}
            maxLength={120}
            value={draft.name}
            onChange={(e) => change({ name: e.target.value })}
            className={inputClasses}
          />
        )}
      </Field>
      <Field name="blurb" label={c.blurb} mistake={mistakes.blurb}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            maxLength={300}
            value={draft.blurb}
            onChange={(e) => change({ blurb: e.target.value })}
            className={inputClasses}
          />
        )}
      </Field>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <Field name="category" label={c.category} mistake={mistakes.category}>
          {(attributes) => (
            <select
              {...attributes}
              value={draft.category}
              onChange={(e) => change({ category: e.target.value })}
              className={inputClasses}
            >
              <option value="">{c.choose}</option>
              {CATEGORIES.map((category) => (
                <option key={category} value={category}>
                  {t.categoryName(category)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="location" label={c.location}>
          {(attributes) => (
            <input
              {...attributes}
              maxLength={120}
              value={draft.location}
              onChange={(e) => change({ location: e.target.value })}
              className={inputClasses}
            />
          )}
        </Field>
        <Field name="creatorName" label={c.creatorName}>
          {(attributes) => (
            <input
              {...attributes}
              maxLength={120}
              value={draft.creatorName}
              onChange={(e) => change({ creatorName: e.target.value })}
              className={inputClasses}
            />
          )}
        </Field>
        <Field name="tags" label={c.tags}>
          {(attributes) => (
            <input
              {...attributes}
              maxLength={200}
              value={draft.tags}
              onChange={(e) => change({ tags: e.target.value })}
              className={inputClasses}
            />
          )}
        </Field>
      </div>
      <PictureField
        picture={picture}
        setPicture={setPicture}
        crop={draft.crop}
        onCrop={(crop) => change({ crop })}
        alt={draft.pictureAlt}
        onAlt={(pictureAlt) => change({ pictureAlt })}
      />
      <div className="relative">
        <Button
          look="quiet"
          className="absolute top-0 right-0 z-10 -mt-2.5"
          aria-pressed={previewing}
          onClick={() => setPreviewing(!previewing)}
        >
          {previewing ? c.edit : c.preview}
        </Button>
        <Field name="story" label={c.storyField} hint={c.storyHint} mistake={mistakes.story}>
          {(attributes) =>
            previewing ? (
              <Preview story={draft.story} />
            ) : (
              <textarea
                {...attributes}
                rows={16}
                maxLength={50_000}
                value={draft.story}
                onChange={(e) => change({ story: e.target.value })}
                className={`${inputClasses} font-mono text-sm`}
              />
            )
          }
        </Field>
      </div>
    </>
  )
}

export function Preview({ story }: { story: string }) {
  const t = useMessages()
  const [html, setHtml] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    previewStory(story).then(setHtml, () => setFailed(true))
  }, [story])
  if (failed) return <p className="mt-4 text-alarm">{t.problem.unreachable}</p>
  if (html === null) return <div className="skeleton mt-3 h-64" />
  return (
    <div className="mt-3 rounded-md border border-line bg-raised p-6">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server, as on the campaign's page */}
      <div className="story" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  )
}
