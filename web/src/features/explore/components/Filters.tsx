import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import type { CampaignListQuery } from '../../../api/queries.ts'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useLanguage, useMessages } from '../../../i18n/messages.ts'
import { CATEGORIES, type Category } from '../../../lib/categories.ts'
import { formatCount } from '../../../lib/formatAmount.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { Link } from '../../../routing/Link.tsx'
import { countFacets } from '../api/countFacets.ts'
import { DEADLINES, type ExploreSearch, exploreHref, GOALS, PROGRESSES, STATUSES } from '../exploreSearch.ts'

interface FiltersProps {
  search: ExploreSearch
  open: boolean
  onClose: () => void
  countText: string
  /** What the list is asked; each choice is counted beside it. */
  query: CampaignListQuery
}

/** Beside the results where there is room, else in a dialog. Every choice is a link: it has an address, and Back takes it back. */
export function Filters({ search, open, onClose, countText, query }: FiltersProps) {
  const t = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <>
      <aside className="hidden lg:block" aria-label={t.explore.filters}>
        <Groups search={search} query={query} />
      </aside>
      <dialog
        ref={dialog}
        onClose={onClose}
        aria-label={t.explore.filters}
        className="m-0 mt-auto max-h-[88dvh] w-full max-w-none overflow-y-auto rounded-t-lg bg-ground p-6 lg:hidden"
      >
        <div className="flex items-center justify-between">
          <h2 className="text-xl">{t.explore.filters}</h2>
          <Button look="quiet" onClick={onClose} aria-label={t.close}>
            <Icon name="close" />
          </Button>
        </div>
        {open && <Groups search={search} query={query} />}
        <div className="sticky -bottom-6 -mx-6 mt-2 -mb-6 border-t border-line bg-ground px-6 py-4">
          <Button look="ember" size="lg" className="w-full" onClick={onClose}>
            {countText}
          </Button>
        </div>
      </dialog>
    </>
  )
}

function Groups({ search, query }: Pick<FiltersProps, 'search' | 'query'>) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const { data } = useQuery({ ...countFacets(query), placeholderData: keepPreviousData })
  const counted = (count: number | undefined) => (data ? formatCount(count ?? 0, code) : undefined)
  const goalCount = (goal: keyof typeof GOALS) =>
    data?.goal[(Object.keys(GOALS) as (keyof typeof GOALS)[]).indexOf(goal)]?.count
  const e = t.explore
  const to = (change: Partial<ExploreSearch>) => exploreHref({ ...search, ...change })
  const eth = (amount: number) => `${amount} ${nativeSymbol}`
  const toggled = (category: Category) =>
    search.categories.includes(category)
      ? search.categories.filter((name) => name !== category)
      : [...search.categories, category]
  return (
    <div className="grid gap-7 pb-4 max-lg:mt-5">
      <Group title={e.status}>
        <Choice to={to({ status: null })} on={search.status === null} label={e.statusOpen} />
        {STATUSES.map((status) => (
          <Choice
            key={status}
            to={to({ status })}
            on={search.status === status}
            label={status === 'any' ? e.statusAny : t.status[status]}
            count={status === 'any' ? undefined : counted(data?.status[status])}
          />
        ))}
      </Group>
      <Group title={e.category}>
        {CATEGORIES.map((category) => (
          <Choice
            key={category}
            to={to({ categories: toggled(category) })}
            on={search.categories.includes(category)}
            label={t.categoryName(category)}
            count={counted(data?.category[category])}
          />
        ))}
      </Group>
      {data && data.tags.length > 0 && (
        <Group title={e.tags}>
          {tagsOf(data.tags, search.tag).map(({ tag, count }) => (
            <Choice
              key={tag}
              to={to({ tag: search.tag === tag ? null : tag })}
              on={search.tag === tag}
              label={tag}
              count={counted(count)}
            />
          ))}
        </Group>
      )}
      <Group title={e.deadline}>
        <Choice to={to({ days: null })} on={search.days === null} label={e.deadlineAny} />
        {DEADLINES.map((days) => (
          <Choice
            key={days}
            to={to({ days })}
            on={search.days === days}
            label={e.deadlineDays(days)}
            count={counted(data?.deadline.find((one) => one.days === days)?.count)}
          />
        ))}
      </Group>
      <Group title={e.progress}>
        <Choice to={to({ progress: null })} on={search.progress === null} label={e.progressAny} />
        {PROGRESSES.map((progress) => (
          <Choice
            key={progress}
            to={to({ progress })}
            on={search.progress === progress}
            label={e.progressFrom(`${progress} %`)}
            count={counted(data?.progress.find((one) => one.min_percent === progress)?.count)}
          />
        ))}
      </Group>
      <Group title={e.goal}>
        <Choice to={to({ goal: null })} on={search.goal === null} label={e.goalAny} />
        {(Object.keys(GOALS) as (keyof typeof GOALS)[]).map((goal) => (
          <Choice
            key={goal}
            to={to({ goal })}
            on={search.goal === goal}
            label={goalLabel(goal, e, eth)}
            count={counted(goalCount(goal))}
          />
        ))}
      </Group>
    </div>
  )
}

const TAGS_SHOWN = 8

/** The most used, and the chosen one even if it is not among them. */
function tagsOf(tags: { tag: string; count: number }[], chosen: string | null) {
  const first = tags.slice(0, TAGS_SHOWN)
  const other = tags.find(({ tag }) => tag === chosen)
  return other === undefined || first.includes(other) ? first : [other, ...first]
}

export function goalLabel(
  goal: keyof typeof GOALS,
  e: ReturnType<typeof useMessages>['explore'],
  eth: (amount: number) => string,
): string {
  const [from, to] = GOALS[goal]
  if (from === null) return e.goalUpTo(eth(to))
  return to === null ? e.goalFrom(eth(from)) : e.goalBetween(String(from), eth(to))
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="border-t-2 border-ink pt-3 text-lg">{title}</h2>
      <ul className="mt-2">{children}</ul>
    </section>
  )
}

function Choice({ to, on, label, count }: { to: string; on: boolean; label: string; count?: string | undefined }) {
  return (
    <li>
      <Link
        to={to}
        keepScroll
        aria-current={on ? 'true' : undefined}
        className="flex min-h-9 items-center gap-2.5 text-sm text-ink-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
      >
        <span
          className={`h-4 w-[3px] rounded-sm ${on ? 'bg-ember outline-1 outline-ember' : 'bg-line'}`}
          aria-hidden="true"
        />
        <span className="grow">{label}</span>
        {count && <span className="figures text-xs text-ink-3">{count}</span>}
      </Link>
    </li>
  )
}
