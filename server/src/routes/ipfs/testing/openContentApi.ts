import type { CID } from 'multiformats/cid'
import { importFile } from '../../../ipfs/importFile.ts'
import { temporaryStore } from '../../../ipfs/testing/temporaryStore.ts'
import { insert } from '../../testing/insertWorld.ts'
import { openTestApi } from '../../testing/openTestApi.ts'
import { addressOf, CHAIN_ID } from '../../testing/world.ts'

export type ContentApi = Awaited<ReturnType<typeof openContentApi>>

/** An API over an empty world and an empty block store, and what puts content there. */
export async function openContentApi(options: Parameters<typeof openTestApi>[0] = {}) {
  const temporary = await temporaryStore()
  const api = await openTestApi({ world: [], blockStore: temporary.store, ...options })
  let mentioned = 0
  let users = 0

  /** Makes a campaign's metadata speak of `CID` or `CID/path`. */
  async function mention(content: string): Promise<void> {
    await insert(api.pool, 'campaign_metadata', [
      {
        chain_id: CHAIN_ID,
        campaign_address: addressOf('ca', mentioned++),
        cid: 'bafkreidocument',
        image_cid: content,
        state: 'resolved',
        tags: [],
        verified: true,
        attempts: 1,
        created_at: new Date().toISOString(),
        updated_at: new Date().toISOString(),
      },
    ])
  }

  const stored = (bytes: Uint8Array | string): Promise<CID> =>
    importFile(temporary.store, Buffer.from(bytes as Uint8Array))

  return {
    ...api,
    store: temporary.store,
    storeDir: temporary.dir,
    mention,
    stored,
    async published(bytes: Uint8Array | string): Promise<string> {
      const cid = (await stored(bytes)).toString()
      await mention(cid)
      return cid
    },
    /** The Authorization header of a new account. */
    async signIn(role: 'user' | 'staff' = 'user'): Promise<{ id: number; headers: { authorization: string } }> {
      users += 1
      const credentials = { username: `person${users}`, password: `a long pass phrase ${users}` }
      const response = await api.post('/api/v1/auth/register/', credentials)
      if (response.statusCode !== 201) throw new Error(response.body)
      const { rows } = await api.pool.query('update users set role = $1 where username = $2 returning id', [
        role,
        credentials.username,
      ])
      return { id: rows[0].id, headers: { authorization: `Bearer ${response.json().access}` } }
    },
    async close() {
      await api.close()
      await temporary[Symbol.asyncDispose]()
    },
  }
}

export const contentUrl = (cid: string): string => `/api/v1/ipfs/${cid}`
