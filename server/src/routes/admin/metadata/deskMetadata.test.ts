import { expect, test } from 'vitest'
import { startGateway } from '../../../ipfs/testing/hostileGateway.ts'
import { addressOf, createMetadataWorld } from '../../../metadata/testing/createMetadataWorld.ts'
import { openDesk } from '../testing/openDesk.ts'

test('metadata is listed by state, shown beside its document, refreshed and cleared', async () => {
  await using world = await createMetadataWorld()
  await using gateway = await startGateway(world.blocks)
  const desk = await openDesk({
    databaseUrl: world.database.url,
    world: [],
    blockStore: world.store,
    gateways: world.gateways([gateway.url]),
  })
  try {
    const cid = world.publish({ name: 'A well', category: 'Wells', image: 7 })
    await world.addCampaigns([
      { address: addressOf(1), cid },
      { address: addressOf(2), cid: '' },
      { address: addressOf(3), cid: 'bafkreicysg23kiwv34eg2d7qweipxwosdo2py4ldv42nbauguluen5v6am' },
    ])
    const states = async (filter = '') =>
      Object.fromEntries(
        (await desk.told(200, 'GET', `metadata/?${filter}`, undefined, 'staff')).results.map(
          (row: { id: string; state: string }) => [row.id, row.state],
        ),
      )
    expect(await states()).toEqual({
      [addressOf(1)]: 'pending',
      [addressOf(2)]: 'absent',
      [addressOf(3)]: 'pending',
    })
    const one = `metadata/${addressOf(1)}/`
    expect(await desk.told(200, 'GET', one)).toMatchObject({ state: 'pending', raw_json: null, differences: [] })

    const refreshed = await desk.told(200, 'POST', `${one}refresh/`, undefined, 'staff')
    expect(refreshed).toMatchObject({
      state: 'resolved',
      verified: true,
      name: 'A well',
      raw_json: { name: 'A well', category: 'Wells', image: 7 },
    })
    expect(refreshed.differences).toEqual([
      { field: 'image_cid', document: 7, stored: null, why: 'It must be text and is number: dropped.' },
      expect.objectContaining({ field: 'category', document: 'Wells', stored: 'other' }),
    ])
    expect((await desk.told(404, 'POST', `metadata/${addressOf(2)}/refresh/`)).code).toBe('metadata_absent')
    const failed = await desk.ask('POST', `metadata/${addressOf(3)}/refresh/`)
    expect([failed.statusCode, failed.json().code]).toEqual([502, 'content_unavailable'])
    expect(failed.body).not.toContain(gateway.url)
    expect(await states('state=resolved,absent')).toEqual({ [addressOf(1)]: 'resolved', [addressOf(2)]: 'absent' })
    expect(await states('q=well')).toEqual({ [addressOf(1)]: 'resolved' })
    expect(await states(`q=${addressOf(3).slice(0, 9).toUpperCase().replace('0X', '0x')}`)).toEqual({
      [addressOf(3)]: 'pending',
    })

    await desk.told(403, 'POST', `${one}clear/`, undefined, 'staff')
    expect(await desk.told(200, 'POST', `${one}clear/`)).toMatchObject({ state: 'pending', name: null, raw_json: null })
    expect((await world.jobs()).map(({ key }) => key)).toContain(`metadata:31337:${addressOf(1)}`)
    expect(
      (await desk.audit('action=metadata.')).map(({ action, subject, before, after }) => [
        action,
        subject,
        before,
        after,
      ]),
    ).toEqual([
      [
        'metadata.clear',
        `campaign:31337:${addressOf(1)}`,
        { cid, state: 'resolved', name: 'A well', last_error: null },
        null,
      ],
      ['metadata.refresh', `campaign:31337:${addressOf(3)}`, { state: 'pending' }, { state: 'pending' }],
      ['metadata.refresh', `campaign:31337:${addressOf(1)}`, { state: 'pending' }, { state: 'resolved' }],
    ])
  } finally {
    await desk.close()
  }
})
