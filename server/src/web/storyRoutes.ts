import type { FastifyPluginAsync } from 'fastify'
import { PAGE_REQUEST } from '../plugins/rateLimit.ts'
import { storyHtml } from './storyHtml.ts'

const LIMIT = 200_000

/** Stories as HTML that was made safe here. Not part of the API: its answers serve this app's pages only. */
export const storyRoutes: FastifyPluginAsync = async (app) => {
  const stories = new Map<string, string>()

  app.get<{ Params: { address: string } }>(
    '/web/stories/:address',
    { schema: { hide: true } },
    async (request, reply) => {
      const answer = await app.inject({
        url: `/api/v1/campaigns/${encodeURIComponent(request.params.address)}/metadata/`,
        headers: { ...PAGE_REQUEST, host: request.host },
        remoteAddress: request.ip,
      })
      if (answer.statusCode !== 200) {
        return reply.code(answer.statusCode).type(String(answer.headers['content-type'])).send(answer.body)
      }
      const { cid, description } = answer.json() as { cid: string; description: string | null }
      reply.header('cache-control', 'public, no-cache')
      return { cid, html: remembered(stories, cid, (description ?? '').slice(0, LIMIT)) }
    },
  )

  app.post<{ Body: { story?: unknown } }>(
    '/web/stories/preview',
    { schema: { hide: true }, bodyLimit: 4 * LIMIT },
    async (request) => ({ html: storyHtml(String(request.body?.story ?? '').slice(0, LIMIT)) }),
  )
}

/** The text of a CID never changes: it is made once while it is asked for. */
function remembered(stories: Map<string, string>, cid: string, story: string): string {
  const known = stories.get(cid)
  if (known !== undefined) return known
  const html = storyHtml(story)
  const oldest = stories.keys().next().value
  if (stories.size >= 500 && oldest !== undefined) stories.delete(oldest)
  stories.set(cid, html)
  return html
}
