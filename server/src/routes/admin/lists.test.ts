import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAIN_ID } from '../testing/world.ts'
import { type Desk, openDesk } from './testing/openDesk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  const addresses = desk.world.filter(({ chain_id }) => chain_id === CHAIN_ID).map(({ address }) => address)
  // Something in each list.
  await desk.told(200, 'PUT', 'featured/', { addresses: addresses.slice(0, 5) })
  for (const [i, address] of addresses.slice(0, 8).entries()) {
    await desk.told(200, 'POST', `campaigns/${address}/hide/`, { reason: `Reason ${i}, "quoted"` })
    await desk.told(201, 'POST', 'blocked-creators/', { address: `0x${'b0'.repeat(19)}0${i}`, reason: 'x' })
    await desk.told(202, 'POST', 'verify-runs/', {})
    await desk.pool.query(
      `insert into campaign_reports (chain_id, campaign_address, reason, reporter_key) values ($1, $2, 'spam', $3)`,
      [CHAIN_ID, address, String(i)],
    )
    await desk.pool.query(
      `insert into dead_letters (queue, reason, attempts, body, identity) values ('kindling.31337.0of1', 'x', $1, '{}', $2)`,
      [i, String(i)],
    )
  }
})
afterAll(() => desk.close())

interface Parameter {
  name: string
  schema: { enum?: string[] }
}
type Paths = Record<string, { get?: { parameters?: Parameter[] } }>

const lists = () =>
  Object.entries((desk.app.swagger() as unknown as { paths: Paths }).paths)
    .filter(([path]) => path.startsWith('/api/v1/admin/') && path.endsWith('/'))
    .flatMap(([path, { get }]) => {
      const orderings = get?.parameters?.find(({ name }) => name === 'ordering')?.schema.enum
      return orderings ? [{ path: path.replace('/api/v1/admin/', ''), orderings }] : []
    })

/** Every row's id along the cursor, and by pages. */
async function walk(path: string, ordering: string) {
  const all = (await desk.told(200, 'GET', `${path}?page_size=100&ordering=${ordering}`)).results
  const walked: unknown[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { results: { id: unknown }[]; next_cursor: string | null } = await desk.told(
      200,
      'GET',
      `${path}?page_size=7&ordering=${ordering}${cursor && `&cursor=${cursor}`}`,
    )
    walked.push(...page.results.map(({ id }) => id))
    cursor = page.next_cursor
  }
  return { all: all.map(({ id }: { id: unknown }) => id), walked }
}

/** What a file tells besides. */
const MORE: Record<string, object> = {
  'dead-letters': { body: '{}', message: {} },
  'verify-runs': { blocks: [], surplus: null, differences: [] },
}

describe('lists of the desk', () => {
  it('have every row once, each with an id of its own, in every order, by page and by cursor', async () => {
    expect(lists().map(({ path }) => path)).toHaveLength(12)
    for (const { path, orderings } of lists()) {
      for (const ordering of orderings.filter((name) => !name.endsWith('relevance'))) {
        const { all, walked } = await walk(path, ordering)
        expect(all.length, `${path} ${ordering}`).toBeGreaterThan(ordering.endsWith('ending_soon') ? 0 : 2)
        expect(new Set(all).size).toBe(all.length)
        expect(walked, `${path} ${ordering}`).toEqual(all.length === 100 ? expect.arrayContaining(all) : all)
      }
    }
  })

  it('are exported whole, with their filters, as CSV and NDJSON', async () => {
    const { paths } = desk.app.swagger() as { paths: Record<string, object> }
    const exported = Object.keys(paths).filter((path) => path.endsWith('/export.csv'))
    expect(exported.map((path) => path.split('/')[4]).sort()).toEqual([
      'audit',
      'blocked-creators',
      'campaigns',
      'contributions',
      'dead-letters',
      'events',
      'featured',
      'jobs',
      'metadata',
      'reports',
      'users',
      'verify-runs',
    ])
    for (const path of exported) {
      const resource = path.split('/')[4]!
      const { count, results } = await desk.told(200, 'GET', `${resource}/?page_size=1`)
      const csv = await desk.ask('GET', `${resource}/export.csv`)
      const ndjson = await desk.ask('GET', `${resource}/export.ndjson`)
      const lines = ndjson.body.trim().split('\n')
      expect(lines, resource).toHaveLength(count)
      const whole = JSON.parse(lines[0]!)
      // Of letters and runs a file tells more than the list.
      expect(whole).toEqual(resource in MORE ? { ...results[0], ...MORE[resource] } : results[0])
      expect(csv.headers['content-disposition']).toBe(`attachment; filename="kindling-${resource}.csv"`)
      expect(csv.body.split('\r\n')[0]!.split(',')).toEqual(Object.keys(whole))
    }
    const hidden = await desk.ask('GET', 'campaigns/export.ndjson?hidden=true&ordering=-goal_wei')
    expect(hidden.body.trim().split('\n')).toHaveLength(8)
    const csv = await desk.ask('GET', 'campaigns/export.csv?hidden=true')
    expect(csv.body).toContain('"Reason 0, ""quoted"""')
  })

  it('of nothing have their heading all the same', async () => {
    const { body } = await desk.ask('GET', 'contributions/export.csv?min_contributed=99999999999999999999999999999999')
    expect(body.split('\r\n').filter(Boolean)).toHaveLength(1)
    expect(body).toMatch(/^id,campaign_address,/)
  })

  it('filter campaigns by what the staff want to know', async () => {
    const count = async (filter: string) => (await desk.told(200, 'GET', `campaigns/?${filter}`)).count
    const ofChain = desk.world.filter(({ chain_id }) => chain_id === CHAIN_ID)
    expect(await count('')).toBe(ofChain.length)
    expect(await count('hidden=false')).toBe(ofChain.length - 8)
    expect(await count('featured=true')).toBe(5)
    expect(await count('reported=true')).toBe(8)
    expect(await count('metadata_state=absent')).toBe(ofChain.filter(({ cid }) => cid === '').length)
    expect(await count(`creator_address=${ofChain[0]!.creator_address}&hidden=true`)).toBeGreaterThan(0)
    expect(await count(`q=${ofChain[0]!.address}`)).toBe(1)
    const { results } = await desk.told(200, 'GET', 'campaigns/?ordering=deadline_ts&page_size=1')
    expect(results[0].countdown_seconds).toBe(0)
    expect((await desk.told(400, 'GET', 'campaigns/?state=hidden')).errors[0].path).toBe('state')
    expect((await desk.told(200, 'GET', 'campaigns/?chain_id=10')).count).toBe(1)
  })

  it('are searched by who began it, by what went wrong, by what was said', async () => {
    const [address = ''] = desk.world.filter(({ chain_id }) => chain_id === CHAIN_ID).map((row) => row.address)
    await desk.pool.query(
      `insert into dead_letters (queue, reason, attempts, body, identity)
       values ('kindling.31337.0of1', 'Amount is 5%', 1, '{"campaign": "0xABC"}', 'searched')`,
    )
    await desk.pool.query(`update campaign_reports set details = 'Their WORDS' where campaign_address = $1`, [address])
    const differs = {
      contract_differences: [{ address, field: 'x', stored: '1', contract: '2' }],
      table_differences: [],
    }
    const runs = (await desk.told(200, 'GET', 'verify-runs/?ordering=id')).results.map(({ id }: { id: number }) => id)
    await desk.pool.query(`update desk_jobs set result = $2, error = 'The node is AWAY' where id = $1`, [
      runs[0],
      differs,
    ])
    await desk.pool.query('update desk_jobs set result = $2 where id = $1', [
      runs[1],
      { contract_differences: [], table_differences: [] },
    ])
    const count = async (list: string) => (await desk.told(200, 'GET', list)).count
    expect(await count('dead-letters/?q=AMOUNT%20is%205%25')).toBe(1)
    expect(await count('dead-letters/?q=0xabc&queue=kindling.31337.0of1')).toBe(1)
    expect(await count('dead-letters/?q=5_')).toBe(0)
    expect(await count(`reports/?q=${address.toUpperCase().replace('0X', '0x')}`)).toBe(1)
    expect(await count('reports/?q=their%20words')).toBe(1)
    expect(await count('jobs/?q=a-admin')).toBe(8)
    expect(await count('jobs/?q=is%20away&kind=verify')).toBe(1)
    expect(await count('verify-runs/?q=nobody')).toBe(0)
    expect(await count('verify-runs/?ok=true')).toBe(1)
    expect(await count('verify-runs/?ok=false')).toBe(1)
    const { body } = await desk.ask('GET', 'verify-runs/export.ndjson?ok=false')
    expect(JSON.parse(body)).toMatchObject({
      id: runs[0],
      differences: [{ kind: 'contract', stored: '1', expected: '2' }],
    })
  })
})
