import { Component, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { LanguageContext } from '../i18n/messages.ts'
import { loadRouteAgain } from '../routes.ts'

/** One page's failure stays that page's: header, footer and the other pages go on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  static override contextType = LanguageContext
  declare context: React.ContextType<typeof LanguageContext>
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  retry = () => {
    // What broke may be the page's code that did not arrive.
    loadRouteAgain(location.pathname).catch(() => {})
    this.setState({ error: null })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const t = this.context?.t.problem
    return (
      <div className="page py-24" role="alert">
        <h1 className="text-3xl">{t?.pageTitle}</h1>
        <p className="mt-3 max-w-xl text-ink-2">{t?.pageText}</p>
        <p className="mt-3 font-mono text-xs text-ink-3">{error.message}</p>
        <div className="mt-6 flex gap-3">
          <Button look="ember" onClick={this.retry}>
            {t?.retry}
          </Button>
          <Button onClick={() => location.reload()}>{t?.reload}</Button>
        </div>
      </div>
    )
  }
}
