import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FastifyInstance, fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webRoutes } from './webRoutes.ts'

/** A build in small: its page shows what it was given. */
function writeBuild(folder: string): void {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'server'), { recursive: true })
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'assets/main-abc.js'), 'export {}')
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      'index.html': { file: 'assets/main-abc.js', css: ['assets/main-abc.css'], imports: ['_vendor-abc.js'] },
      '_vendor-abc.js': { file: 'assets/vendor-abc.js' },
      'src/boot.ts': { file: 'assets/boot-abc.js' },
    }),
  )
  writeFileSync(
    join(folder, 'server/render.js'),
    `export async function renderPage({ href, config, fetch }) {
      const answer = await fetch(new Request(config.origin + '/api/v1/chains/'))
      const name = '</script><script>alert(1)</script>'
      return { status: href === '/gone' ? 404 : 200, route: 'home', head: { title: name }, html: '<main></main>',
        queries: [[['chains'], await answer.json()], [['name'], name]] }
    }`,
  )
}

async function openApp(folder: string): Promise<FastifyInstance> {
  const app = fastify()
  const chain = { chain_id: 31337, name: 'Local', native_symbol: 'ETH', explorer_url: null, factory_addresses: [] }
  app.get('/api/v1/chains/', async () => [chain])
  app.setNotFoundHandler((_request, reply) => void reply.code(404).send({ code: 'not_found' }))
  app.register(webRoutes, {
    folder,
    publicRpcUrl: 'http://127.0.0.1:8545',
    hiddenVersion: async () => '',
    streamId: async () => '7.1',
  })
  await app.ready()
  return app
}

describe('the pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-web-'))
  let app: FastifyInstance
  beforeAll(async () => {
    writeBuild(folder)
    app = await openApp(folder)
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true })
  })

  it('come with their data, which cannot break out of its element', async () => {
    const { body, statusCode } = await app.inject({ url: '/', headers: { host: 'fund.example' } })
    expect(statusCode).toBe(200)
    expect(body).not.toContain('<script>alert')
    const data = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(body)?.[1]
    const { config, queries } = JSON.parse(data as string)
    expect(config).toMatchObject({
      origin: 'http://fund.example',
      chainId: 31337,
      demoWallet: true,
      theme: 'system',
      streamId: '7.1',
    })
    expect(queries[1][1]).toBe('</script><script>alert(1)</script>')
  })

  it('run no inline script, by their policy', async () => {
    const { headers } = await app.inject('/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:8545;")
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'")
  })

  it('fetch the app by a small script, so that it waits for the first paint', async () => {
    const { body } = await app.inject('/')
    expect(body).toContain('data-app="/assets/main-abc.js" data-scripts="/assets/vendor-abc.js"')
    expect(body.match(/<script[^>]* src="[^"]*"|rel="modulepreload"/g)).toEqual([
      '<script type="module" id="boot" src="/assets/boot-abc.js"',
    ])
  })

  it('keep the theme and the language that were chosen', async () => {
    const headers = { cookie: 'a=b; kindling_theme=dark; kindling_language=de' }
    expect((await app.inject({ url: '/', headers })).body).toContain('<html lang="de" data-theme="dark">')
    const spoken = { 'accept-language': 'fr, de;q=0.8' }
    expect((await app.inject({ url: '/', headers: spoken })).body).toContain('<html lang="de">')
  })

  it('are sent compressed to who takes that', async () => {
    const { headers } = await app.inject({ url: '/', headers: { 'accept-encoding': 'gzip, br' } })
    expect(headers['content-encoding']).toBe('br')
    expect(headers.vary).toContain('Accept-Encoding')
  })

  it('answer with the status that the page has', async () => {
    expect((await app.inject('/gone')).statusCode).toBe(404)
  })

  it('leave paths of the API and files that are not there to the API', async () => {
    expect((await app.inject('/api/v1/nothing')).json()).toEqual({ code: 'not_found' })
    expect((await app.inject('/robots.png')).json()).toEqual({ code: 'not_found' })
    expect((await app.inject({ url: '/x', headers: { accept: 'application/json' } })).json()).toEqual({
      code: 'not_found',
    })
  })

  it('have files that may be kept for ever, as their names hold their hash', async () => {
    const { headers } = await app.inject('/assets/main-abc.js')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('do not let a path out of the folder', async () => {
    expect((await app.inject('/assets/..%2fmanifest.json')).statusCode).toBe(403)
  })
})

describe('without a build', () => {
  it('the front door says how to make one', async () => {
    const app = await openApp(join(tmpdir(), 'kindling-no-such-build'))
    const { body } = await app.inject('/')
    expect(body).toContain('npm run build --workspace web')
    await app.close()
  })
})
