import { waitFor } from '../../server/test/support/waitFor.ts'
import type { Kindling } from './kindling.ts'

export interface FollowedStream extends AsyncDisposable {
  /** Everything it has sent so far. */
  text(): string
  /** Resolves when it has told of something with these words. */
  has(words: string): Promise<void>
}

/** Listens to the live stream as a program does. */
export async function followStream({ origin }: Kindling): Promise<FollowedStream> {
  const stop = new AbortController()
  const answer = await fetch(`${origin}/api/v1/stream/`, { signal: stop.signal })
  let text = ''
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) text += decoder.decode(chunk, { stream: true })
  })().catch(() => {})
  return {
    text: () => text,
    has: (words) => waitFor(`the stream tells of ${words}`, () => text.includes(words), 60_000),
    async [Symbol.asyncDispose]() {
      stop.abort()
      await reading
    },
  }
}
