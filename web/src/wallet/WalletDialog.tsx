import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Connector } from 'wagmi'
import { watchConnectors } from 'wagmi/actions'
import { AddressLabel } from '../components/AddressLabel.tsx'
import { Button, buttonClasses } from '../components/Button.tsx'
import { Icon } from '../components/Icon.tsx'
import { LogoMark } from '../components/Logo.tsx'
import { useMessages } from '../i18n/messages.ts'
import { useSiteConfig } from '../lib/siteConfig.ts'
import { Link } from '../routing/Link.tsx'
import { chooseDemoAccount, DEMO_ACCOUNTS, DEMO_ID, readDemoAccount } from './demoConnector.ts'
import { isRejection } from './errorText.ts'
import { connectTo, disconnectWallet, openWallet, switchToPageChain } from './wallet.ts'
import { usePairing, WALLET_CONNECT_ID } from './walletConnect/pairing.ts'
import { setWallet, useWallet } from './walletStore.ts'

const PairingCode = lazy(async () => ({ default: (await import('./walletConnect/PairingCode.tsx')).PairingCode }))

const close = () => setWallet({ dialogOpen: false })

export default function WalletDialog() {
  const t = useMessages()
  const { address } = useWallet()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      onClose={close}
      // A click on the backdrop lands on the dialog itself.
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      onKeyDown={() => {}}
      aria-labelledby="wallet-title"
      className="m-auto w-[min(27rem,94vw)] rounded-lg bg-raised p-0 shadow-lift"
    >
      <div className="p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id="wallet-title" className="text-xl">
            {address ? t.wallet.titleConnected : t.wallet.title}
          </h2>
          <Button
            look="quiet"
            className="-mt-2 -mr-3 px-3"
            onClick={() => dialog.current?.close()}
            aria-label={t.close}
          >
            <Icon name="close" className="size-4.5" />
          </Button>
        </div>
        {address ? <Connected address={address} /> : <Choice />}
      </div>
    </dialog>
  )
}

function Choice() {
  const t = useMessages()
  const { demoWallet } = useSiteConfig()
  const pairing = usePairing()
  const [connectors, setConnectors] = useState<readonly Connector[] | null>(null)
  const [waitingFor, setWaitingFor] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    let stop = () => {}
    void openWallet().then((config) => {
      setConnectors(config.connectors)
      stop = watchConnectors(config, { onChange: (found) => setConnectors([...found]) })
    })
    return () => stop()
  }, [])

  const choose = async (connector: Connector) => {
    setWaitingFor(connector.uid)
    setProblem(null)
    try {
      await connectTo(connector)
      close()
    } catch (error) {
      setProblem(
        isRejection(error) ? t.wallet.rejected : `${t.wallet.failed} ${(error as Error).message.split('\n')[0]}`,
      )
    } finally {
      setWaitingFor(null)
    }
  }

  // Found wallets first, then those elsewhere; the demo wallet is the last resort.
  const order = (id: string) => [WALLET_CONNECT_ID, DEMO_ID].indexOf(id)
  const ordered = [...(connectors ?? [])].sort((a, b) => order(a.id) - order(b.id))
  if (pairing) {
    return (
      <Suspense fallback={<div className="skeleton mt-4 h-80" />}>
        <PairingCode pairing={pairing} />
      </Suspense>
    )
  }
  return (
    <>
      <p className="mt-1 text-sm text-ink-2">{t.wallet.intro}</p>
      <ul className="mt-5 grid gap-2">
        {connectors === null && <li className="skeleton h-16" />}
        {ordered.map((connector) => (
          <li key={connector.uid}>
            <button
              type="button"
              onClick={() => void choose(connector)}
              disabled={waitingFor !== null}
              className="flex min-h-16 w-full items-center gap-4 rounded-md border-[1.5px] border-line px-4 py-3 text-left hover:border-ink disabled:opacity-60"
            >
              <span className="grid size-9 shrink-0 place-items-center overflow-hidden rounded-md bg-sunken">
                {connector.icon ? (
                  <img src={connector.icon} alt="" className="size-9" />
                ) : (
                  <LogoMark className="size-6" />
                )}
              </span>
              <span className="grow">
                <span className="block font-semibold">
                  {connector.id === DEMO_ID ? t.wallet.demoName : connector.name}
                </span>
                <span className="block text-xs text-ink-3">
                  {waitingFor === connector.uid
                    ? t.wallet.waiting
                    : connector.id === DEMO_ID
                      ? t.wallet.demoText
                      : connector.id === WALLET_CONNECT_ID
                        ? t.wallet.elsewhere
                        : t.wallet.installed}
                </span>
              </span>
              <Icon name="arrow" className="size-4.5 text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
      {connectors?.every(({ id }) => id === DEMO_ID) && !demoWallet && (
        <p className="text-sm">
          <strong className="font-semibold">{t.wallet.none}</strong> {t.wallet.noneText}
        </p>
      )}
      <p role="alert" className="mt-3 text-sm text-alarm empty:hidden">
        {problem}
      </p>
    </>
  )
}

function Connected({ address }: { address: `0x${string}` }) {
  const t = useMessages()
  const { chainName, chainId } = useSiteConfig()
  const wallet = useWallet()
  const lower = address.toLowerCase()
  return (
    <>
      <dl className="mt-4 grid gap-3 text-sm">
        <div className="flex justify-between gap-4">
          <dt className="text-ink-3">
            {wallet.name === 'Demo wallet' ? t.wallet.demoAccount(readDemoAccount()) : wallet.name}
          </dt>
          <dd>
            <AddressLabel address={lower} />
          </dd>
        </div>
        <div className="flex justify-between gap-4">
          <dt className="text-ink-3">{t.wallet.network}</dt>
          <dd className={wallet.chainId === chainId ? '' : 'text-alarm'}>
            {wallet.chainId === chainId ? chainName : t.wallet.wrongNetwork(chainName)}
          </dd>
        </div>
      </dl>
      {wallet.chainId !== chainId && (
        <Button look="ember" className="mt-4 w-full" onClick={() => void switchToPageChain().catch(() => {})}>
          {t.donate.switch(chainName)}
        </Button>
      )}
      {wallet.name === 'Demo wallet' && <DemoAccounts />}
      <div className="mt-6 flex flex-wrap gap-2">
        <Link to={`/profiles/${lower}`} onClick={close} className={buttonClasses('outline', 'md', 'grow')}>
          {t.wallet.profile}
        </Link>
        <Link to="/desk" onClick={close} className={buttonClasses('outline', 'md', 'grow')}>
          {t.desk.title}
        </Link>
        <Button className="grow" onClick={() => void disconnectWallet()}>
          {t.wallet.disconnect}
        </Button>
      </div>
    </>
  )
}

function DemoAccounts() {
  const t = useMessages()
  const use = async (index: number) => {
    chooseDemoAccount(index)
    const config = await openWallet()
    const demo = config.connectors.find(({ id }) => id === DEMO_ID)
    await disconnectWallet()
    if (demo) await connectTo(demo)
  }
  return (
    <fieldset className="mt-5">
      <legend className="text-xs text-ink-3">{t.wallet.switchAccount}</legend>
      <div className="mt-2 flex gap-2">
        {DEMO_ACCOUNTS.map((index) => (
          <Button
            key={index}
            className="grow aria-pressed:border-ember aria-pressed:bg-ember-wash"
            aria-pressed={readDemoAccount() === index}
            aria-label={t.wallet.demoAccount(index)}
            onClick={() => void use(index)}
          >
            {index}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
