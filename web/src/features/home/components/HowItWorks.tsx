import { useMessages } from '../../../i18n/messages.ts'

/** A tally stick was notched, then split: one half for who paid, one for who owed. They fit, or somebody lied. */
export function HowItWorks() {
  const t = useMessages()
  return (
    <section className="later page mt-24 [--tall:50rem] md:[--tall:33rem]" aria-labelledby="how">
      <div className="border-t-2 border-ink pt-4">
        <h2 id="how" className="text-2xl">
          {t.how.title}
        </h2>
        <p className="mt-3 max-w-2xl text-ink-2">{t.how.intro}</p>
      </div>
      <SplitStick />
      <ol className="mt-8 grid gap-x-10 gap-y-8 md:grid-cols-3">
        {t.how.steps.map((step) => (
          <li key={step.title}>
            <h3 className="text-xl">{step.title}</h3>
            <p className="mt-2 text-ink-2">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

const NOTCHES = [
  70, 88, 106, 124, 168, 186, 204, 222, 300, 318, 336, 420, 438, 456, 474, 560, 640, 658, 676, 694, 770, 788,
]

function SplitStick() {
  const marks = (y: number) => NOTCHES.map((x) => <path key={x} d={`M${x} ${y}v30`} />)
  return (
    <svg className="mt-8 h-auto w-full" viewBox="0 0 900 132" aria-hidden="true">
      <g fill="var(--sunken)" stroke="var(--ink)" strokeWidth="2.5" strokeLinejoin="round">
        <path d="M14 12h846l26 6-14 12 8 12H14c-8-6-8-24 0-30Z" />
        <path d="M14 92h864l-8 10 16 10-26 10H14c-8-6-8-24 0-30Z" />
      </g>
      <g stroke="var(--ember)" strokeWidth="6" strokeLinecap="butt">
        {marks(12)}
        {marks(92)}
      </g>
      <g stroke="var(--line-strong)" strokeWidth="1.5" strokeDasharray="2 6">
        {NOTCHES.filter((_, index) => index % 3 === 0).map((x) => (
          <path key={x} d={`M${x} 48v38`} />
        ))}
      </g>
    </svg>
  )
}
