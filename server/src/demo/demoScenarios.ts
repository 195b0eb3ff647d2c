/** How a demo campaign fares. Its words are in `campaigns/<slug>.md`, its pictures in `artwork/scenes/`. */
export interface DemoScenario {
  readonly slug: string
  /** Decimal ETH. */
  readonly goalEth: string
  /** Campaigns of one creator come from one address, so that a track record shows. */
  readonly creator: number
  readonly createdDaysAgo: number
  /** From creation to deadline. */
  readonly lastsDays: number
  /** Raised / goal. Exactly 1 means that the last gift meets the goal to the wei. */
  readonly progress: number
  readonly donations: number
  /** When the creator took the money: the campaign's status is WITHDRAWN. */
  readonly withdrawnDaysAgo?: number
  /** Of a failed campaign: the part of its donors who have taken their refund. */
  readonly refundedShare?: number
}

const scenario = (
  slug: string,
  goalEth: string,
  creator: number,
  createdDaysAgo: number,
  lastsDays: number,
  progress: number,
  donations: number,
  end: Pick<DemoScenario, 'withdrawnDaysAgo' | 'refundedShare'> = {},
): DemoScenario => ({ slug, goalEth, creator, createdDaysAgo, lastsDays, progress, donations, ...end })

// slug, goal in ETH, creator, created days ago, lasts days, raised / goal, donations
export const demoScenarios: readonly DemoScenario[] = [
  // open, below the goal
  scenario('saltmarsh-mesh', '18', 0, 17, 35, 0.62, 31),
  scenario('orrin-valley-kiln', '14', 1, 25, 28, 0.97, 34),
  scenario('brannoc-organ', '240', 2, 22, 45, 0.41, 26),
  scenario('keepers-of-the-light', '75', 3, 27, 32, 0.78, 33),
  scenario('vanished-shorelines', '12', 4, 9, 30, 0.29, 11),
  scenario('stone-mill-bakery', '26', 5, 13, 28, 0.55, 22),
  scenario('fieldcoat', '16', 6, 6, 40, 0.12, 7),
  scenario('aldermoor-bog', '380', 7, 24, 42, 0.66, 36),
  scenario('skerry-wind', '2000', 8, 19, 60, 0.36, 30),
  scenario('ember-halt-reading-room', '20', 9, 21, 24, 0.88, 30),
  scenario('iris-on-wheels', '95', 10, 11, 35, 0.5, 20),
  scenario('physic-garden', '5', 11, 0.15, 30, 0, 0),
  scenario('dark-sky-schools', '60', 12, 8, 45, 0.19, 13),
  scenario('hut-to-hut', '70', 13, 4, 50, 0.08, 6),
  scenario('slow-train-atlas', '1.2', 14, 14, 20, 0.81, 17),
  // open and past the goal
  scenario('quill-writing-machine', '120', 15, 20, 30, 1.34, 52),
  scenario('hollow-tide', '32', 16, 12, 25, 1.68, 48),
  scenario('cargo-bike-library', '8', 17, 12, 21, 1.04, 26),
  // ended with the goal met, the money not taken yet
  scenario('low-water-octet', '6.4', 18, 36, 30, 1.21, 24),
  scenario('lichens-of-the-city', '2.5', 14, 33, 25, 1, 18),
  scenario('quarry-bowl', '48', 19, 35, 31, 1.09, 31),
  // withdrawn; the clock's and the kelp's before their deadlines
  scenario('tidewall-mosaic', '9.5', 20, 40, 20, 1.12, 27, { withdrawnDaysAgo: 18 }),
  scenario('moth-who-owed-rent', '3.2', 21, 41, 21, 1.28, 22, { withdrawnDaysAgo: 19 }),
  scenario('kelp-forest', '150', 22, 41, 25, 1.12, 38, { withdrawnDaysAgo: 17.5 }),
  scenario('boat-school', '34', 23, 37, 28, 1.01, 25, { withdrawnDaysAgo: 5 }),
  scenario('ember-halt-clock', '0.5', 9, 41, 10, 1.3, 14, { withdrawnDaysAgo: 36 }),
  // failed
  scenario('nightbus', '22', 16, 38, 24, 0.47, 19, { refundedShare: 0.6 }),
  scenario('hundred-orchards', '45', 24, 39, 30, 0.71, 28, { refundedShare: 0.45 }),
  scenario('four-across', '28', 25, 30, 22, 0.23, 9, { refundedShare: 0 }),
  scenario('winter-lanterns', '10', 26, 41.5, 14, 0.09, 5, { refundedShare: 1 }),
]
