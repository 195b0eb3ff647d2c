import sharp from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CampaignAnswer } from '../askCampaign.ts'
import { ADDRESS, campaign, HIDDEN, HOSTILE, openWebApp } from '../testing/openWebApp.ts'
import { createShareImages } from './createShareImages.ts'
import { drawnName } from './drawnName.ts'

const blue = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer()

async function open(campaigns: CampaignAnswer[], picture?: Buffer) {
  const { app, asked } = await openWebApp({ campaigns, ...(picture ? { picture } : {}) })
  onTestFinished(() => app.close())
  return {
    asked,
    get: (address = ADDRESS, headers: Record<string, string> = {}) =>
      app.inject({ url: `/og/${address}.jpg`, headers: { host: 'fund.example', ...headers } }),
  }
}

async function pixelAt(image: Buffer, left: number, top: number): Promise<number[]> {
  return [...(await sharp(image).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())]
}
const near = (a: number[], b: number[]) => a.every((value, i) => Math.abs(value - b[i]!) < 24)
const EMBER = [224, 78, 18]
const TRACK = [214, 221, 210]

describe('the share image', () => {
  it('is a picture of the right size with the campaign in it and a bar as long as its progress', async () => {
    const { get } = await open([campaign()], await blue())
    const { rawPayload, headers, statusCode } = await get()
    expect([statusCode, headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(await sharp(rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(near(await pixelAt(rawPayload, 270, 300), [0, 0, 255])).toBe(true)
    expect(near(await pixelAt(rawPayload, 620, 429), EMBER)).toBe(true)
    expect(near(await pixelAt(rawPayload, 1100, 429), TRACK)).toBe(true)
  })

  it('has text in it: other names make other images', async () => {
    const named = (name: string) => campaign({ metadata: { ...campaign().metadata!, name, image_url: null } })
    const [one, other] = await Promise.all(
      ['Bread', 'Water'].map(async (name) => (await (await open([named(name)])).get()).rawPayload),
    )
    expect(one!.equals(other!)).toBe(false)
  })

  it('is drawn once a version and answered by its ETag', async () => {
    const { get, asked } = await open([campaign()], await blue())
    const [first, second] = await Promise.all([get(), get()])
    expect(second.headers['etag']).toBe(first.headers['etag'])
    expect(asked.filter((url) => url.startsWith('/api/v1/ipfs/'))).toEqual(['/api/v1/ipfs/bafy?w=1280'])
  })

  it('changes its version with the money', async () => {
    const before = await (await open([campaign()])).get()
    const after = await (await open([campaign({ total_raised_wei: '1' })])).get()
    expect(after.headers['etag']).not.toBe(before.headers['etag'])
  })

  it.each([
    ['cannot be had', undefined],
    ['is none', Buffer.from('<svg/>')],
  ])('does without a picture that %s, and tries again', async (_, picture) => {
    const { get, asked } = await open([campaign()], picture)
    expect((await get()).headers['etag']).toMatch(/\.bare"$/)
    expect((await get()).statusCode).toBe(200)
    expect(asked.filter((url) => url.startsWith('/api/v1/ipfs/'))).toHaveLength(2)
  })

  it.each([HOSTILE, 'm'.repeat(400), '日本の図書館', '', '&lt;', '10 🔥'])(
    'can be drawn for the name %j',
    async (name) => {
      const { get } = await open([campaign({ metadata: { ...campaign().metadata!, name, image_url: null } })])
      expect((await get()).statusCode).toBe(200)
    },
  )

  it('can be drawn for amounts of any size', async () => {
    const vast = campaign({ total_raised_eth: `${2n ** 196n}`, progress_percent: 1e60, metadata: null })
    expect((await (await open([vast])).get()).statusCode).toBe(200)
  })

  it.each([
    [HIDDEN, 451],
    [`0x${'1'.repeat(40)}`, 404],
    ['nothing', 404],
  ])('of %s is not there', async (address, status) => {
    expect((await (await open([])).get(address)).statusCode).toBe(status)
  })
})

describe('a name for drawing', () => {
  it('loses what the font has not, or all of it where that is another script', () => {
    expect(drawnName('Żółć\n für 👩‍🚒 alle 🔥')).toBe('Żółć für alle')
    expect(drawnName('日本')).toBeUndefined()
    expect(drawnName('🔥')).toBeUndefined()
    expect(drawnName('a'.repeat(200))).toHaveLength(90)
  })
})

describe('kept images', () => {
  it('are no more than may be, the last asked for', async () => {
    const images = createShareImages({ maxKept: 2 })
    const drawn: string[] = []
    const get = (version: string) =>
      images.get(version, async () => {
        drawn.push(version)
        return Buffer.from(version)
      })
    for (const version of ['a', 'b', 'a', 'c', 'a', 'b']) await get(version)
    expect(drawn).toEqual(['a', 'b', 'c', 'b'])
  })
})
