/**
 * Spans for whoever set OTEL_EXPORTER_OTLP_ENDPOINT. Without it nothing of OpenTelemetry is loaded, and a span costs a function
 * call.
 */
export interface Span {
  /** The span as a W3C `traceparent`, for the header of a message or the payload of a job; undefined without tracing. */
  readonly traceparent: string | undefined
  set(attributes: SpanAttributes): void
  /** Runs `work` as a part of this span: spans begun within are its children. */
  within<T>(work: () => T): T
  end(error?: unknown): void
}

export type SpanAttributes = Record<string, string | number | boolean>

export interface SpanOptions {
  kind?: 'internal' | 'server' | 'producer' | 'consumer'
  attributes?: SpanAttributes
  /** A `traceparent` that came with a request, message or job. Without it the span belongs to the one around it. */
  parent?: string | undefined
}

export interface Tracer {
  start(name: string, options: SpanOptions): Span
  /** Of the span around the caller. */
  currentTraceId(): string | undefined
}

const NO_SPAN: Span = { traceparent: undefined, set() {}, within: (work) => work(), end() {} }

let tracer: Tracer | undefined

/** Begins to trace; the process calls it once, before anything else. */
export function useTracer(given: Tracer | undefined): void {
  tracer = given
}

/** Whether spans lead anywhere. */
export const isTracing = (): boolean => tracer !== undefined

/** To be ended by the caller. */
export function startSpan(name: string, options: SpanOptions = {}): Span {
  return tracer?.start(name, options) ?? NO_SPAN
}

/** Runs `work` in a span that ends with it; what it throws is noted in the span and thrown on. */
export async function traced<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  if (tracer === undefined) return work(NO_SPAN)
  const span = tracer.start(name, options)
  let failure: unknown
  try {
    return await span.within(() => work(span))
  } catch (error) {
    failure = error
    throw error
  } finally {
    span.end(failure)
  }
}

export function currentTraceId(): string | undefined {
  return tracer?.currentTraceId()
}
