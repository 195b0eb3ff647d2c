import { type FastifyInstance, fastify } from 'fastify'
import type { CampaignAnswer } from '../askCampaign.ts'
import { webRoutes } from '../webRoutes.ts'

export const ADDRESS = `0x${'ab'.repeat(20)}`
export const HIDDEN = `0x${'cd'.repeat(20)}`
export const HOSTILE = `<img src=x onerror="alert(1)">'&\u0000`

export const campaign = (given: Partial<CampaignAnswer> = {}): CampaignAnswer => ({
  address: ADDRESS,
  chain_id: 31337,
  goal_eth: '25',
  deadline_ts: 7_258_118_400,
  status: 'ACTIVE',
  accepts_donations: true,
  total_raised_wei: '12400000000000000000',
  total_raised_eth: '12.4',
  progress_percent: 49.6,
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-02-01T00:00:00.000Z',
  metadata: {
    name: 'A library on wheels',
    short_description: 'Books for the valley.',
    image_url: 'http://elsewhere.example/api/v1/ipfs/bafy',
    category: 'education',
  },
  ...given,
})

/** The web app's routes before an API that answers from this list and holds this picture. */
export async function openWebApp({ campaigns, picture }: { campaigns: CampaignAnswer[]; picture?: Buffer }) {
  const app = fastify()
  const asked: string[] = []
  app.addHook('onRequest', async (request, reply) => {
    asked.push(request.url)
    // As the security plugin has it.
    reply.header('x-frame-options', 'DENY')
  })
  const chain = { chain_id: 31337, name: 'Local', native_symbol: 'ETH', explorer_url: null, factory_addresses: [] }
  app.get('/api/v1/chains/', async () => [chain])
  app.get<{ Params: { address: string } }>('/api/v1/campaigns/:address/', async (request, reply) => {
    const { address } = request.params
    if (address === HIDDEN) return reply.code(451).send({ code: 'campaign_hidden', detail: 'A copy.' })
    const found = campaigns.find((one) => one.address === address)
    return found ?? reply.code(404).send({ code: 'campaign_not_found', detail: 'No.' })
  })
  app.get<{ Querystring: { page_size: string; cursor?: string } }>('/api/v1/campaigns/', async (request) => {
    const start = Number(request.query.cursor ?? 0)
    const end = start + Number(request.query.page_size)
    return { results: campaigns.slice(start, end), next_cursor: end < campaigns.length ? String(end) : null }
  })
  app.get('/api/v1/ipfs/:cid', async (_request, reply) =>
    picture === undefined ? reply.code(502).send({}) : reply.type('image/png').send(picture),
  )
  await app.register(webRoutes, {
    folder: '/no/such/build',
    hiddenVersion: async () => '',
    streamId: async () => '7.1',
  })
  await app.ready()
  return { app: app as unknown as FastifyInstance, asked }
}
