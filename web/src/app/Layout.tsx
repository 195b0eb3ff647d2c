import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useMessages } from '../i18n/messages.ts'
import { useNavigation } from '../routing/location.ts'
import { useTransactions } from '../transactions/transactionStore.ts'
import { useWallet, wasConnected } from '../wallet/walletStore.ts'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { StatusBanner } from './StatusBanner.tsx'
import { useLive } from './useLive.ts'

const Toaster = lazy(() => import('../transactions/Toaster.tsx'))
const WalletDialog = lazy(() => import('../wallet/WalletDialog.tsx'))

export function Layout({ children }: { children: ReactNode }) {
  const t = useMessages()
  const { pending } = useNavigation()
  const { dialogOpen } = useWallet()
  const transactions = useTransactions()
  useLive()
  useReconnect()
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-ink px-4 py-3 font-semibold text-ground focus:translate-y-0"
      >
        {t.skipToContent}
      </a>
      <Header />
      <div
        className={`fixed inset-x-0 top-0 z-50 h-[3px] origin-left bg-ember transition-transform duration-700 ${pending ? 'scale-x-75' : 'scale-x-0'}`}
      />
      <StatusBanner />
      <main id="main" tabIndex={-1} className="grow">
        {children}
      </main>
      <Footer />
      <Suspense fallback={null}>
        {transactions.length > 0 && <Toaster />}
        {dialogOpen && <WalletDialog />}
      </Suspense>
    </div>
  )
}

/** Who had a wallet connected before a reload wants it again; nobody else loads its code. */
function useReconnect(): void {
  useEffect(() => {
    if (wasConnected()) void import('../wallet/wallet.ts').then(({ reconnectWallet }) => reconnectWallet())
  }, [])
}
