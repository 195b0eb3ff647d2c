import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CampaignDetail } from '../../../api/types.ts'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatAmount, formatCount } from '../../../lib/formatAmount.ts'
import { formatWei } from '../../../lib/formatWei.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { type ContentProof, checkContent } from '../proof/checkContent.ts'
import { checkMoney, type MoneyProof } from '../proof/checkMoney.ts'

type Checked<T> =
  | { state: 'idle' }
  | { state: 'checking' }
  | { state: 'done'; proof: T }
  | { state: 'failed'; reason: string }
const idle = { state: 'idle' } as const

/** The two halves of the tally stick, laid side by side by the visitor's own browser. */
export default function Proof({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useLanguage()
  const site = useSiteConfig()
  const client = useQueryClient()
  const [node, setNode] = useState(site.rpcUrl ?? '')
  const [money, setMoney] = useState<Checked<MoneyProof>>(idle)
  const [contents, setContents] = useState<Record<string, Checked<ContentProof>>>({})
  const parts = partsOf(campaign, t.proof)

  const check = async () => {
    setMoney({ state: 'checking' })
    setContents(Object.fromEntries(parts.map(({ cid }) => [cid, { state: 'checking' }])))
    await Promise.all([
      checkMoney(client, campaign, node).then(
        (proof) => setMoney({ state: 'done', proof }),
        (error: Error) => setMoney({ state: 'failed', reason: error.message }),
      ),
      ...parts.map(({ cid }) =>
        checkContent(cid).then(
          (proof) => setContents((all) => ({ ...all, [cid]: { state: 'done', proof } })),
          (error: Error) => setContents((all) => ({ ...all, [cid]: { state: 'failed', reason: error.message } })),
        ),
      ),
    ])
  }

  return (
    <>
      <h2 className="text-2xl">{t.proof.title}</h2>
      <p className="mt-3 max-w-2xl text-ink-2">{t.proof.intro}</p>
      <form
        className="mt-5 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void check()
        }}
      >
        <label className="grow text-xs text-ink-3">
          {site.rpcUrl ? t.proof.node : t.proof.noNode}
          <input
            type="url"
            required
            value={node}
            onChange={(event) => setNode(event.target.value)}
            aria-label={t.proof.nodeField}
            className="mt-1 block h-12 w-full rounded-md border border-line-strong bg-raised px-3 font-mono text-xs text-ink"
          />
        </label>
        <Button look="ember" type="submit" className="min-h-12" disabled={money.state === 'checking'}>
          <Icon name="seal" /> {money.state === 'done' || money.state === 'failed' ? t.proof.again : t.proof.run}
        </Button>
      </form>
      <Money campaign={campaign} checked={money} />
      <section className="mt-10" aria-labelledby="proof-words">
        <h3 id="proof-words" className="border-t-2 border-ink pt-3 text-xl">
          {t.proof.words}
        </h3>
        <ul className="mt-2">
          <ChainCid campaign={campaign} checked={money} />
          {parts.map(({ cid, label }) => (
            <Content key={cid} cid={cid} label={label} checked={contents[cid] ?? idle} />
          ))}
        </ul>
        <WordsVerdict checks={parts.map(({ cid }) => contents[cid] ?? idle)} />
      </section>
    </>
  )
}

function partsOf(
  { cid, metadata }: CampaignDetail,
  p: { document: string; image: string; banner: string; avatar: string },
) {
  const parts = [
    { label: p.document, cid },
    { label: p.image, cid: metadata?.image_cid },
    { label: p.banner, cid: metadata?.banner_cid },
    { label: p.avatar, cid: metadata?.creator_avatar_cid },
  ]
  return parts.filter((part): part is { label: string; cid: string } => Boolean(part.cid))
}

function Money({ campaign, checked }: { campaign: CampaignDetail; checked: Checked<MoneyProof> }) {
  const { code, t } = useLanguage()
  const { nativeSymbol } = useSiteConfig()
  const proof = checked.state === 'done' ? checked.proof : undefined
  const eth = (wei: bigint) => `${formatAmount(formatWei(wei), code)} ${nativeSymbol}`
  return (
    <section className="mt-8" aria-labelledby="proof-money" aria-busy={checked.state === 'checking'}>
      <h3 id="proof-money" className="border-t-2 border-ink pt-3 text-xl">
        {t.proof.money}
      </h3>
      <dl className="mt-2">
        <Half term={t.proof.api} wei={proof?.apiWei ?? BigInt(campaign.total_raised_wei)} />
        <Half
          term={t.proof.events}
          wei={proof?.eventsWei}
          matches={proof && proof.eventsWei === proof.apiWei}
          note={proof && t.proof.eventsRead(proof.eventsCount, formatCount(proof.eventsCount, code))}
        />
        <Half
          term={t.proof.contract}
          wei={proof?.contractWei}
          matches={proof && proof.contractWei === proof.apiWei}
          note={proof && t.proof.atBlock(formatCount(proof.block, code))}
        />
        <Half
          term={t.proof.holds}
          wei={proof?.balanceWei}
          matches={proof && proof.balanceWei >= proof.eventsWei - proof.refundedWei - proof.withdrawnWei}
          note={proof && t.proof.holdsNote(eth(proof.refundedWei), eth(proof.withdrawnWei))}
        />
      </dl>
      {proof && <Verdict good={proof.agrees}>{proof.agrees ? t.proof.agree : t.proof.disagree}</Verdict>}
      {checked.state === 'failed' && <Verdict good={false}>{t.proof.failed(checked.reason)}</Verdict>}
    </section>
  )
}

function Half({
  term,
  wei,
  matches,
  note,
}: {
  term: string
  wei?: bigint | undefined
  matches?: boolean | undefined
  note?: string | undefined
}) {
  const { nativeSymbol } = useSiteConfig()
  return (
    <div className="grid grid-cols-[1.5rem_1fr] items-baseline gap-x-3 border-b border-line py-3 sm:grid-cols-[1.5rem_13rem_1fr]">
      <Mark matches={matches} />
      <dt className="text-sm text-ink-2">{term}</dt>
      <dd className="min-w-0 font-mono text-sm break-all max-sm:col-start-2">
        {wei === undefined ? '–' : `${formatWei(wei)} ${nativeSymbol}`}
        {note && <span className="block font-sans text-xs text-ink-3">{note}</span>}
      </dd>
    </div>
  )
}

function Mark({ matches }: { matches: boolean | undefined }) {
  if (matches === undefined)
    return <span className="mx-auto h-4 w-[3px] self-center bg-line-strong" aria-hidden="true" />
  return (
    <Icon name={matches ? 'check' : 'alert'} className={`size-5 self-start ${matches ? 'text-moss' : 'text-alarm'}`} />
  )
}

function ChainCid({ campaign, checked }: { campaign: CampaignDetail; checked: Checked<MoneyProof> }) {
  const { t } = useLanguage()
  const chainCid = checked.state === 'done' ? checked.proof.chainCid : undefined
  const same = chainCid === undefined ? undefined : chainCid === campaign.cid
  return (
    <Line
      label={t.proof.chainCid}
      matches={same}
      note={same === undefined ? t.proof.waiting : same ? t.proof.cidAgrees : t.proof.cidDiffers}
    >
      {chainCid ?? campaign.cid}
    </Line>
  )
}

function Content({ cid, label, checked }: { cid: string; label: string; checked: Checked<ContentProof> }) {
  const { code, t } = useLanguage()
  const note = {
    idle: () => t.proof.waiting,
    checking: () => t.proof.checking,
    failed: () => t.proof.failed(checked.state === 'failed' ? checked.reason : ''),
    done: () => {
      if (checked.state !== 'done') return ''
      const { bytes, blocks, agrees } = checked.proof
      return `${t.proof.bytes(formatCount(bytes, code))}, ${t.proof.blocks(blocks)}: ${agrees ? t.proof.hashed : t.proof.notHashed}`
    },
  }[checked.state]()
  return (
    <Line
      label={label}
      matches={checked.state === 'done' ? checked.proof.agrees : checked.state === 'failed' ? false : undefined}
      note={note}
    >
      {cid}
    </Line>
  )
}

function Line({
  label,
  matches,
  note,
  children,
}: {
  label: string
  matches: boolean | undefined
  note: string
  children: ReactNode
}) {
  return (
    <li className="grid grid-cols-[1.5rem_1fr] items-baseline gap-x-3 border-b border-line py-3 sm:grid-cols-[1.5rem_13rem_1fr]">
      <Mark matches={matches} />
      <span className="text-sm text-ink-2">{label}</span>
      <span className="min-w-0 font-mono text-xs break-all max-sm:col-start-2">
        {children}
        <span className="block font-sans text-xs text-ink-3">{note}</span>
      </span>
    </li>
  )
}

function WordsVerdict({ checks }: { checks: Checked<ContentProof>[] }) {
  const { t } = useLanguage()
  if (checks.some(({ state }) => state === 'idle' || state === 'checking')) return null
  const good = checks.every((check) => check.state === 'done' && check.proof.agrees)
  return <Verdict good={good}>{good ? t.proof.wordsAgree : t.proof.wordsDisagree}</Verdict>
}

function Verdict({ good, children }: { good: boolean; children: ReactNode }) {
  return (
    <p
      role="status"
      className={`mt-4 flex items-center gap-3 rounded-md p-4 font-semibold ${good ? 'bg-moss-wash text-moss' : 'bg-alarm-wash text-alarm'}`}
    >
      <Icon name={good ? 'seal' : 'alert'} className="size-6" /> {children}
    </p>
  )
}
