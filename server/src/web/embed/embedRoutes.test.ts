import { describe, expect, it, onTestFinished } from 'vitest'
import type { CampaignAnswer } from '../askCampaign.ts'
import { ADDRESS, campaign, HIDDEN, HOSTILE, openWebApp } from '../testing/openWebApp.ts'

async function getEmbed(campaigns: CampaignAnswer[], address = ADDRESS, headers: Record<string, string> = {}) {
  const { app } = await openWebApp({ campaigns })
  onTestFinished(() => app.close())
  return app.inject({ url: `/embed/${address}`, headers: { host: 'fund.example', ...headers } })
}

describe('the embedded card', () => {
  it('shows name, picture, progress, money and time, and leads to the page in a new window', async () => {
    const { body, statusCode } = await getEmbed([campaign()])
    expect(statusCode).toBe(200)
    for (const part of ['A library on wheels', '/api/v1/ipfs/bafy?w=640', '49%', '12.4 ETH of 25 ETH', ' left'])
      expect(body).toContain(part)
    expect(body).toContain(`href="http://fund.example/campaigns/${ADDRESS}" target="_blank" rel="noopener"`)
    expect(body).not.toContain('elsewhere.example')
  })

  it('may be framed by anybody and runs only our own script', async () => {
    const { headers } = await getEmbed([campaign()])
    expect(headers['x-frame-options']).toBeUndefined()
    expect(headers['content-security-policy']).toContain('frame-ancestors *')
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(headers['content-security-policy']).not.toContain('unsafe')
  })

  it('escapes what a creator wrote', async () => {
    const metadata = { name: HOSTILE, short_description: null, image_url: `x"><b>`, category: null }
    const { body } = await getEmbed([campaign({ metadata })])
    expect(body).not.toContain('<img src=x')
    expect(body).not.toContain('"><b>')
  })

  it.each([
    [{ status: 'FAILED', accepts_donations: false } as const, 'Not funded'],
    [{ status: 'WITHDRAWN', accepts_donations: false } as const, 'Paid out'],
    [{ status: 'SUCCESS' } as const, 'Funded · '],
    [{ metadata: null }, 'Campaign 0xabab…abab'],
  ])('says how it stands: %j', async (given, said) => {
    expect((await getEmbed([campaign(given)])).body).toContain(said)
  })

  it('says that a hidden campaign is hidden, without its name', async () => {
    const { body, statusCode, headers } = await getEmbed([campaign()], HIDDEN)
    expect(statusCode).toBe(451)
    expect(body).toContain('hidden here by moderation')
    expect(headers['x-frame-options']).toBeUndefined()
  })

  it.each([`0x${'1'.repeat(40)}`, 'nothing', '0x', '%3Cscript%3E'])('is a 404 for %s', async (address) => {
    expect((await getEmbed([], address)).statusCode).toBe(404)
  })

  it('takes the address in any letter case and speaks German', async () => {
    const written = `0x${'AB'.repeat(20)}`
    const { body } = await getEmbed([campaign()], written, { 'accept-language': 'de' })
    expect(body).toContain('<html lang="de">')
    expect(body).toContain('12,4 ETH von 25 ETH')
  })

  it('comes with its two files', async () => {
    const { app } = await openWebApp({ campaigns: [] })
    onTestFinished(() => app.close())
    const script = await app.inject('/embed/embed.js')
    expect(script.headers['content-type']).toContain('text/javascript')
    expect(script.body).toContain('/api/v1/stream/?campaign=')
    expect((await app.inject('/embed/embed.css')).body).toContain('light-dark(')
    // Nothing but the card may be framed.
    expect((await app.inject('/')).headers['x-frame-options']).toBe('DENY')
  })
})
