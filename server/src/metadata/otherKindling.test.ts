import { randomBytes } from 'node:crypto'
import { CID } from 'multiformats/cid'
import { expect, test } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import { RAW } from '../ipfs/cid.ts'
import { fetchFile } from '../ipfs/fetchFile.ts'
import { importCar } from '../ipfs/importCar.ts'
import { addDirectory, addNode, addRaw, cidOf, unixfs } from '../ipfs/testing/dags.ts'
import { temporaryStore } from '../ipfs/testing/temporaryStore.ts'
import { contentUrl, openContentApi } from '../routes/ipfs/testing/openContentApi.ts'
import { addressOf, createMetadataWorld } from './testing/createMetadataWorld.ts'

/**
 * One Kindling has every document and picture; the other has nothing but the first one's address in its
 * IPFS_GATEWAY_URL, and the same campaigns.
 */
test('a second Kindling resolves everything through the first one as its only gateway', async () => {
  const first = await openContentApi()
  await using second = await createMetadataWorld()
  const { blocks } = second
  const picture = await first.stored(Buffer.concat([Buffer.from('ffd8ff', 'hex'), randomBytes(3_300_000)]))
  const avatar = addRaw(blocks, 'a small picture')
  const nested = addRaw(blocks, JSON.stringify({ name: 'In a directory', avatar: `ipfs://${avatar}` }))
  const directory = addDirectory(blocks, [['docs', addDirectory(blocks, [['campaign.json', nested]])]])
  const asNode = addNode(blocks, unixfs({ type: 2, data: Buffer.from(JSON.stringify({ name: 'Version 0' })) }), [])
  const v0 = CID.createV0(asNode.multihash as never)
  const long = await first.stored(JSON.stringify({ name: 'Of two blocks', note: 'x'.repeat(1_040_000) }))
  const cids = [
    second.publish({ name: 'With a picture of four blocks', image: `https://gateway.example/ipfs/${picture}` }),
    `ipfs://${directory}/docs/campaign.json`,
    v0.toString(),
    long.toString(),
    ...Array.from({ length: 20 }, (_, i) => second.publish({ name: `Campaign ${i}` })),
  ]
  for (const [key, bytes] of blocks) await first.store.put(cidOf(RAW, 0x12, Buffer.from(key.slice(4), 'hex')), bytes)
  for (const content of [...cids, picture.toString(), avatar.toString()])
    await first.mention(content.replace('ipfs://', ''))
  const address = await first.app.listen({ host: '127.0.0.1', port: 0 })

  const gateways = second.gateways([`${address}/api/v1/ipfs`])
  await second.startWorker({ gateways })
  await second.addCampaigns(cids.map((cid, i) => ({ address: addressOf(i), cid })))
  await waitFor('all resolved', async () => (await second.countStates())['resolved'] === cids.length, 50_000)
  await waitFor('the pictures too', async () => (await second.jobs()).length === 0, 50_000)
  expect(await second.metadataOf(addressOf(0))).toMatchObject({ verified: true, image_cid: picture.toString() })
  expect(await second.metadataOf(addressOf(1))).toMatchObject({ name: 'In a directory', verified: true })
  expect(await second.metadataOf(addressOf(2))).toMatchObject({ name: 'Version 0', verified: true })
  for (const cid of [picture, avatar])
    expect((await fetchFile(cid, { store: second.store, maxBytes: 1e7 })).from).toBe('store')
  expect(gateways.stats()[0]).toMatchObject({ lies: 0, failures: 0 })

  // And as a CAR in one answer.
  await using third = await temporaryStore()
  const car = await fetch(`${address}${contentUrl(picture.toString())}?format=car`)
  await importCar(third.store, Buffer.from(await car.arrayBuffer()), { root: picture })
  expect((await fetchFile(picture, { store: third.store, maxBytes: 1e7 })).from).toBe('store')
  await first.close()
})
