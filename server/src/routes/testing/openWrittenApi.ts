import { openTestApi, type TestApi } from './openTestApi.ts'
import { addressOf, createWorld } from './world.ts'

const TEXTS = [
  [
    'Solar lanterns for the valley',
    'Light after dark.',
    'Every evening the valley goes dark. We build lanterns.',
    'technology',
    ['solar', 'light'],
    'Ana Pérez',
    'Zürich',
  ],
  [
    'The lighthouse keepers',
    'A film about light and loneliness.',
    'Running a lighthouse means running up stairs.',
    'film',
    ['documentary'],
    'Ōe',
    'Reykjavík',
  ],
  [
    'Telescope for every school',
    'Stars for pupils.',
    'A telescope shows the rings of Saturn. Universities help.',
    'education',
    ['astronomy'],
    'Ada',
    'Berlin',
  ],
  [
    'Café on wheels',
    'Coffee & cake <b>everywhere</b>.',
    'A cargo bike with an espresso machine and a solar panel.',
    'food',
    ['coffee'],
    'Zoë',
    'Paris',
  ],
  [
    'Running shoes, repaired',
    'We mend what runs.',
    'Shoes are thrown away. \ue000x\ue001 <script>alert(1)</script> lanterns',
    'fashion',
    ['repair'],
    'Bo',
    'Oslo',
  ],
] as const

export const writtenAddresses = TEXTS.map((_, i) => addressOf('5e', i))

/** An API over five campaigns whose texts are known: nobody has given to them, and they take donations. */
export async function openWrittenApi(): Promise<TestApi> {
  const template = createWorld()[0]!
  const world = TEXTS.map(([, , , category], i) => ({
    ...template,
    address: writtenAddresses[i]!,
    creator_address: addressOf('c5', i),
    withdrawn: false,
    goal_wei: 10n ** 18n,
    deadline_ts: 10n ** 12n,
    donations: [],
    created_block: 10 + i,
    cid: `bafkreih${'a'.repeat(50)}${'bcdef'[i]}`,
    metadata: {
      ...createWorld()[1]!.metadata!,
      category,
      cid: `bafkreih${'a'.repeat(50)}${'bcdef'[i]}`,
      state: 'resolved' as const,
    },
  }))
  const api = await openTestApi({ world })
  for (const [i, [name, short, description, , tags, creator, location]] of TEXTS.entries()) {
    await api.pool.query(
      `update campaign_metadata set name = $2, short_description = $3, description = $4, tags = $5, creator_name = $6,
         location = $7 where campaign_address = $1`,
      [writtenAddresses[i], name, short, description, JSON.stringify(tags), creator, location],
    )
  }
  return api
}
