import { useId } from 'react'
import { buttonClasses } from '../components/Button.tsx'
import { Icon } from '../components/Icon.tsx'
import { LogoMark } from '../components/Logo.tsx'
import { useMessages } from '../i18n/messages.ts'
import { useSiteConfig } from '../lib/siteConfig.ts'
import { Link } from '../routing/Link.tsx'
import { useNavigation } from '../routing/location.ts'
import { WalletButton } from '../wallet/WalletButton.tsx'

const item = 'rounded-md px-3 py-2.5 text-sm font-semibold text-ink-2 hover:text-ink aria-[current=page]:text-ink'

export function Header() {
  const t = useMessages()
  const { siteName } = useSiteConfig()
  const { location } = useNavigation()
  const menu = useId()
  const links = [
    { to: '/explore', label: t.nav.explore },
    { to: '/stats', label: t.nav.stats },
    { to: '/create', label: t.nav.create },
  ]
  const current = (to: string) => (location.pathname === to ? 'page' : undefined)
  return (
    <header className="sticky top-0 z-40 border-b border-line bg-ground/92 backdrop-blur-md">
      <div className="page flex h-16 items-center gap-1 sm:gap-2">
        <Link to="/" className="mr-2 flex items-center gap-2 py-2 text-ink" aria-label={t.nav.homeOf(siteName)}>
          <LogoMark className="size-7" />
          <span className="font-display text-[1.45rem] leading-none font-extrabold tracking-tight lowercase">
            {siteName}
          </span>
        </Link>
        <nav className="hidden items-center md:flex" aria-label={t.nav.main}>
          {links.map(({ to, label }) => (
            <Link key={to} to={to} className={item} aria-current={current(to)}>
              {label}
            </Link>
          ))}
        </nav>
        <SearchField />
        <Link to="/explore#search" className={`${item} ml-auto sm:hidden`} aria-label={t.nav.search}>
          <Icon name="search" />
        </Link>
        <WalletButton />
        <button type="button" popoverTarget={menu} className={`${item} -mr-2 md:hidden`} aria-label={t.nav.menu}>
          <Icon name="menu" />
        </button>
      </div>
      <nav
        id={menu}
        popover="auto"
        aria-label={t.nav.menu}
        className="inset-auto top-[4.25rem] right-3 m-0 w-64 rounded-lg border border-line bg-raised p-2 text-ink shadow-lift md:hidden"
      >
        {links.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            className={buttonClasses('quiet', 'md', 'w-full justify-start')}
            aria-current={current(to)}
            onClick={() => document.getElementById(menu)?.hidePopover()}
          >
            {label}
          </Link>
        ))}
      </nav>
    </header>
  )
}

function SearchField() {
  const t = useMessages()
  const { navigate, location } = useNavigation()
  // The page it leads to has a field of its own.
  if (location.pathname === '/explore') return <span className="hidden grow sm:block" />
  return (
    <form
      role="search"
      action="/explore"
      className="relative ml-auto hidden w-full max-w-64 sm:block"
      onSubmit={(event) => {
        event.preventDefault()
        const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
        navigate(q ? `/explore?q=${encodeURIComponent(q)}` : '/explore')
      }}
    >
      <Icon name="search" className="pointer-events-none absolute top-3 left-3 size-4.5 text-ink-3" />
      <input
        type="search"
        name="q"
        aria-label={t.nav.search}
        placeholder={t.nav.searchPlaceholder}
        className="h-10.5 w-full rounded-md border border-line bg-raised pr-3 pl-10 text-sm hover:border-line-strong"
      />
    </form>
  )
}
