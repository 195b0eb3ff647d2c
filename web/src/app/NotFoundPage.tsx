import { buttonClasses } from '../components/Button.tsx'
import { Tally } from '../components/Tally.tsx'
import { useMessages } from '../i18n/messages.ts'
import type { PageModule } from '../routes.ts'
import { Link } from '../routing/Link.tsx'

export const headOf: PageModule['headOf'] = (_request, { t }) => ({
  title: t.notFound.title,
  status: 404,
  noIndex: true,
})

export function Page() {
  const t = useMessages()
  return (
    <div className="page grid min-h-[70vh] content-center py-20">
      <p className="font-display text-4xl font-extrabold">404</p>
      <Tally percent={40.4} height={18} muted className="mt-6 max-w-md" />
      <h1 className="mt-8 text-2xl">{t.notFound.title}</h1>
      <p className="mt-3 max-w-lg text-ink-2">{t.notFound.text}</p>
      <p className="mt-8 flex flex-wrap gap-3">
        <Link to="/explore" className={buttonClasses('ember')}>
          {t.nav.explore}
        </Link>
        <Link to="/" className={buttonClasses('outline')}>
          {t.nav.home}
        </Link>
      </p>
    </div>
  )
}
