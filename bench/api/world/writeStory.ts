import { createRandom, createZipf } from './random.ts'
import { APPEALS, CATEGORIES, EVERYDAY, FIRST_NAMES, FUNCTION_WORDS, PLACES, SURNAMES, TOPICS } from './words.ts'

export interface Story {
  name: string
  shortDescription: string
  description: string
  category: string
  tags: string[]
  location: string
  creatorName: string
}

/** Words that hardly anybody uses: names of things, made of two everyday words. A vocabulary's tail is longer than its body. */
const RARE = 60_000

const functionWord = createZipf(FUNCTION_WORDS.length)
const everydayWord = createZipf(EVERYDAY.length, 0.9)
const topicWord = createZipf(40, 0.8)
const appealWord = createZipf(APPEALS.length, 0.7)
const rareWord = createZipf(RARE, 0.9, 50)
const place = createZipf(PLACES.length, 0.8)
const surname = createZipf(SURNAMES.length, 0.6)
const firstName = createZipf(FIRST_NAMES.length, 0.5)

/** What the nth campaign says of itself: the same in every process, and of the lengths and repetitions of what people write. */
export function writeStory(n: number): Story {
  const random = createRandom(n * 2_654_435_761)
  const category = CATEGORIES[Math.floor(random() ** 1.4 * CATEGORIES.length)]!
  const topics = TOPICS[category]!
  const topic = () => topics[topicWord(random) % topics.length]!
  const everyday = () => everydayAt(everydayWord(random))
  const location = PLACES[place(random)]!
  const creatorName = `${FIRST_NAMES[firstName(random)]} ${SURNAMES[surname(random)]}`
  const subject = [topic(), topic(), everyday()]
  const word = (): string => {
    const kind = random()
    if (kind < 0.42) return FUNCTION_WORDS[functionWord(random)]!
    if (kind < 0.5) return subject[Math.floor(random() * 3)]!
    if (kind < 0.58) return topic()
    if (kind < 0.66) return APPEALS[appealWord(random)]!
    if (kind < 0.69) return rareAt(rareWord(random))
    return everyday()
  }
  const sentence = () => capital(`${many(5 + Math.floor(random() * 14), word).join(' ')}.`)
  const paragraph = () => many(2 + Math.floor(random() * 5), sentence).join(' ')
  const first = many(1 + Math.floor(random() * 2), () => (random() < 0.6 ? topic() : everyday()))
  const last = random() < 0.5 ? topic() : subject[2]!
  const name = [
    `${first.join(' ')} ${last}`,
    `The ${last} of ${location}`,
    `A ${everyday()} ${subject[0]} for ${location}`,
    `${rareAt(rareWord(random))}: ${first.join(' ')}`,
  ][Math.floor(random() * 4)]!
  return {
    name: name.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase()),
    shortDescription: `${capital(many(9 + Math.floor(random() * 12), word).join(' '))}.`,
    description: many(3 + Math.floor(random() ** 2 * 9), paragraph).join('\n\n'),
    category,
    tags: [...new Set(many(1 + Math.floor(random() * 5), () => (random() < 0.7 ? topic() : everyday())))],
    location,
    creatorName,
  }
}

/** Frequent words come from all over the alphabet, so that no beginning of a word has most of them. */
function everydayAt(rank: number): string {
  return EVERYDAY[(rank * 2_909 + 17) % EVERYDAY.length]!
}

function rareAt(rank: number): string {
  const one = EVERYDAY[((rank * 7_919) % 2_048) * 2]!
  const other = EVERYDAY[((rank * 104_729 + (rank >> 4)) % 2_048) * 2]!
  return one + other
}

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
