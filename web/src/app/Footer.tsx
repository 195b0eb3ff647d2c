import { AddressLabel } from '../components/AddressLabel.tsx'
import { LogoMark } from '../components/Logo.tsx'
import { useMessages } from '../i18n/messages.ts'
import { useSiteConfig } from '../lib/siteConfig.ts'
import { Link } from '../routing/Link.tsx'
import { FreshnessLabel } from './FreshnessLabel.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { ThemeChoice } from './ThemeChoice.tsx'

export function Footer() {
  const t = useMessages()
  const { siteName, chainName, chainId, factoryAddress } = useSiteConfig()
  const link = 'inline-block py-1.5 text-ink-2 hover:text-ink hover:underline underline-offset-4'
  return (
    <footer className="mt-24 border-t border-line bg-sunken/60 pb-28 text-sm md:pb-10">
      <div className="page grid grid-cols-2 gap-x-6 gap-y-10 pt-12 md:grid-cols-[2fr_1fr_1fr_1.4fr]">
        <div className="max-w-sm max-md:col-span-2">
          <p className="flex items-center gap-2 font-display text-lg font-extrabold lowercase">
            <LogoMark className="size-6" /> {siteName}
          </p>
          <p className="mt-3 text-ink-2">{t.footer.promise}</p>
          <p className="mt-4">
            <FreshnessLabel />
          </p>
        </div>
        <nav aria-label={t.footer.platform}>
          <h2 className="eyebrow">{t.footer.platform}</h2>
          <ul className="mt-2">
            <li>
              <Link to="/explore" className={link}>
                {t.nav.explore}
              </Link>
            </li>
            <li>
              <Link to="/stats" className={link}>
                {t.nav.stats}
              </Link>
            </li>
            <li>
              <Link to="/create" className={link}>
                {t.nav.create}
              </Link>
            </li>
            <li>
              <Link to="/desk" className={link}>
                {t.desk.title}
              </Link>
            </li>
          </ul>
        </nav>
        <nav aria-label={t.footer.data}>
          <h2 className="eyebrow">{t.footer.data}</h2>
          <ul className="mt-2">
            <li>
              <a href="/api/docs/" className={link}>
                {t.footer.api}
              </a>
            </li>
            <li>
              <a href="/api/schema/" className={link}>
                {t.footer.openapi}
              </a>
            </li>
            <li>
              <a href="/health/ready" className={link}>
                {t.footer.health}
              </a>
            </li>
          </ul>
        </nav>
        <div className="max-md:col-span-2">
          <h2 className="eyebrow">{t.footer.ledger}</h2>
          <p className="mt-3 text-ink-2">
            {chainName} <span className="text-ink-3">({chainId})</span>
          </p>
          {factoryAddress && (
            <p className="mt-1 text-ink-2">
              {t.footer.factory} <AddressLabel address={factoryAddress} />
            </p>
          )}
          <div className="mt-5 flex flex-wrap gap-3">
            <ThemeChoice />
            <LanguageChoice />
          </div>
        </div>
      </div>
    </footer>
  )
}
