import { context, type Span as OtelSpan, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import { errorMessage } from './errors.ts'
import type { Span, SpanOptions, Tracer } from './tracing.ts'

const KINDS: Record<NonNullable<SpanOptions['kind']>, SpanKind> = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
}
/** The last spans of a process that ends must not keep it. */
const EXPORT_TIMEOUT_MS = 3_000
const EXPORT_EVERY_MS = 1_000

/**
 * Sends spans to the collector that the standard variables name (OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS …).
 * `ratio`: the part of traces that are kept.
 */
export function createOtelTracer(options: { serviceName: string; part: string; version: string; ratio: number }): {
  tracer: Tracer
  close(): Promise<void>
} {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  const exporter = new OTLPTraceExporter({ timeoutMillis: EXPORT_TIMEOUT_MS })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': options.serviceName,
      'service.version': options.version,
      'service.instance.id': `${options.part}-${process.pid}`,
      'kindling.part': options.part,
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.ratio) }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        scheduledDelayMillis: EXPORT_EVERY_MS,
        exportTimeoutMillis: EXPORT_TIMEOUT_MS,
      }),
    ],
  })
  const otel = provider.getTracer('kindling', options.version)
  return {
    tracer: {
      start(name, { kind = 'internal', attributes, parent }) {
        const around = parent === undefined ? context.active() : remoteContext(parent)
        return wrap(otel.startSpan(name, { kind: KINDS[kind], ...(attributes ? { attributes } : {}) }, around))
      },
      currentTraceId: () => trace.getActiveSpan()?.spanContext().traceId,
    },
    close: () => provider.shutdown(),
  }
}

function wrap(span: OtelSpan): Span {
  const { traceId, spanId, traceFlags } = span.spanContext()
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    set: (attributes) => void span.setAttributes(attributes),
    within: (work) => context.with(trace.setSpan(context.active(), span), work),
    end(error) {
      if (error !== undefined)
        span.setStatus({ code: SpanStatusCode.ERROR, message: errorMessage(error).slice(0, 500) })
      span.end()
    },
  }
}

/** Of a W3C trace context header, level 1; what is none begins a trace of its own. */
function remoteContext(traceparent: string) {
  const match = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent)
  const root = trace.deleteSpan(context.active())
  if (!match) return root
  const [, traceId = '', spanId = '', flags = ''] = match
  return trace.setSpanContext(root, { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true })
}
