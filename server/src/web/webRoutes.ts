import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { errorMessage } from '../lib/errors.ts'
import { PAGE_REQUEST } from '../plugins/rateLimit.ts'
import { contentSecurityPolicy } from './contentSecurityPolicy.ts'
import { deskRoutes } from './deskRoutes.ts'
import { type DiscoveryOptions, discoveryRoutes } from './discovery/discoveryRoutes.ts'
import { embedRoutes } from './embed/embedRoutes.ts'
import { DIST, openBuild, type WebBuild } from './openBuild.ts'
import { pageHtml } from './pageHtml.ts'
import { sendCompressed } from './sendCompressed.ts'
import { shareImageRoutes } from './share/shareImageRoutes.ts'
import { createSiteConfigReader, type SiteSettings } from './siteConfig.ts'
import { storyRoutes } from './storyRoutes.ts'

export interface WebOptions extends SiteSettings {
  /** The built app; default: web/dist. */
  folder?: string
  /** The built desk; default: admin/dist. */
  deskFolder?: string
}

interface StreamPosition {
  /** The id after which the live stream tells what the data that is read from now on may lack. */
  streamId: () => Promise<string>
}

/**
 * The web app: its files, and every page with head, data and first paint. It must be registered on the app that has the
 * API, as pages are rendered from the API's own answers.
 */
export const webRoutes: FastifyPluginAsync<
  WebOptions & StreamPosition & Pick<DiscoveryOptions, 'hiddenVersion'>
> = async (app, options) => {
  app.register(storyRoutes)
  app.register(deskRoutes, { folder: options.deskFolder })
  const build = await openBuild(options.folder)
  const siteConfig = createSiteConfigReader(app, options)
  app.get('/web/config', { schema: { hide: true }, config: { unlimited: true } }, (request) => siteConfig(request))
  for (const routes of [embedRoutes, discoveryRoutes, shareImageRoutes])
    app.register(routes, { siteConfig, hiddenVersion: options.hiddenVersion })
  if (build === null) {
    app.get('/', { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .send(
          `The web app is not built (${options.folder ?? DIST} is missing): run "npm run build --workspace web".\n`,
        ),
    )
    return
  }
  serveFiles(app, build)

  const streamId = (request: FastifyRequest) =>
    options.streamId().catch((error: unknown) => {
      request.log.info({ reason: errorMessage(error) }, 'a page does not know where the live stream stands')
      return null
    })

  const answerPage = async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] as string
    const wantsPage = !path.startsWith('/api/') && (request.headers.accept ?? '*/*').match(/text\/html|\*\/\*/)
    // What is no page is answered as the API answers it.
    if (!wantsPage || /\.\w{1,5}$/.test(path)) return reply.callNotFound()
    // Before the data of the page is read.
    const config = { ...(await siteConfig(request)), streamId: await streamId(request) }
    const page = await build.render({ href: request.url, config, fetch: askApi(app, request) })
    reply.code(page.status).headers({
      'content-security-policy': contentSecurityPolicy({
        rpcUrl: config.rpcUrl,
        walletConnect: config.walletConnectProjectId !== null,
      }),
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding, Accept-Language, Cookie',
      'referrer-policy': 'strict-origin-when-cross-origin',
    })
    return sendCompressed(request, reply.type('text/html; charset=utf-8'), pageHtml(page, config, build, path))
  }
  for (const url of ['/', '/*']) app.get(url, { schema: { hide: true } }, answerPage)
}

function serveFiles(app: FastifyInstance, { folder }: WebBuild): void {
  app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })
  const hidden = { schema: { hide: true }, config: { unlimited: true } }
  app.get<{ Params: { '*': string } }>('/assets/*', hidden, (request, reply) =>
    // Names hold a hash of the content.
    reply.sendFile(`assets/${request.params['*']}`, { maxAge: '365d', immutable: true }),
  )
  for (const file of ['favicon.svg']) {
    app.get(`/${file}`, hidden, (_request, reply) => reply.sendFile(file, { maxAge: '1d' }))
  }
}

/** The API's answers without a network between: same limits, same errors, counted to the same visitor. */
function askApi(app: FastifyInstance, visitor: FastifyRequest) {
  return async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const answer = await app.inject({
      url: pathname + search,
      headers: { ...PAGE_REQUEST, host: visitor.host, accept: 'application/json' },
      remoteAddress: visitor.ip,
    })
    const headers = new Headers()
    for (const name of ['content-type', 'x-block-number', 'retry-after']) {
      const value = answer.headers[name]
      if (value !== undefined) headers.set(name, String(value))
    }
    return new Response(answer.body, { status: answer.statusCode, headers })
  }
}
