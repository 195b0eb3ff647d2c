import { buttonClasses } from '../components/Button.tsx'
import { Icon } from '../components/Icon.tsx'
import { useMessages } from '../i18n/messages.ts'
import { shortAddress } from '../lib/shortAddress.ts'
import { openWalletDialog, useWallet } from './walletStore.ts'

export function WalletButton() {
  const t = useMessages()
  const { address } = useWallet()
  return (
    <button
      type="button"
      onClick={() => void openWalletDialog()}
      // Pointing at it is intent enough to fetch the code.
      onPointerEnter={() => void import('./WalletDialog.tsx')}
      className={buttonClasses('outline', 'md', 'px-3 sm:px-4')}
    >
      <Icon name="wallet" className="size-4.5" />
      {address ? (
        <>
          {/* A narrow phone has room for its end alone. */}
          <span className="font-mono text-xs max-[26rem]:sr-only">{shortAddress(address)}</span>
          <span aria-hidden className="font-mono text-xs min-[26rem]:hidden">
            …{address.slice(-4)}
          </span>
        </>
      ) : (
        <span className="max-[26rem]:sr-only">{t.wallet.connect}</span>
      )}
    </button>
  )
}
