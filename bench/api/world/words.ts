import { english } from 'viem/accounts'

/** What holds English sentences together, the most frequent first. */
export const FUNCTION_WORDS = words(`
  the of and to a in for is on that by with we our this it are be as at from you your or will can have not all they has
  one their more when who so which there if out up about what into than them only some could other do time make most
  over such through after before each where how these two may first any people would new just also because been many
  while its between both must us every still until without within during those here very even now never already`)

/** What campaigns of a category speak of. */
export const TOPICS: Record<string, readonly string[]> = {
  technology:
    words(`software hardware sensor robot open-source keyboard battery solar printer drone code app network server
    compiler chip prototype firmware wireless privacy encryption phone laptop data machine learning circuit telescope`),
  art: words(`painting sculpture gallery mural exhibition canvas ceramics print studio portrait drawing artist installation
    brush clay kiln photography collage museum residency pigment fresco statue watercolour sketch`),
  music:
    words(`album song concert orchestra choir guitar violin piano recording festival band vinyl tour jazz folk melody
    composer drum singer rehearsal microphone opera symphony lyrics radio`),
  film: words(`documentary film camera director screenplay cinema animation premiere actor footage editing scene episode
    soundtrack producer script crew trailer lens festival story short-film archive interview`),
  games:
    words(`game board card player puzzle dice adventure strategy role-playing miniature console level quest designer
    expansion rulebook arcade multiplayer pixel dungeon campaign deck token tournament`),
  publishing: words(`book novel magazine poetry comic author publisher print edition translation chapter essay anthology
    library bookshop illustrator reader manuscript hardcover journal newspaper zine dictionary letterpress`),
  food: words(`bakery bread restaurant kitchen farm cheese coffee chocolate recipe market vegetable harvest brewery honey
    orchard chef organic garden meal soup spice cider mill cooperative olive`),
  fashion: words(`clothing fabric jacket shoes designer wool cotton linen sewing tailor knitwear leather jewellery hat
    collection thread loom dress recycled denim pattern backpack sock scarf`),
  environment: words(`forest river ocean climate tree reef wetland wildlife compost recycling meadow beehive soil water
    restoration plastic energy wind habitat peatland seagrass biodiversity coast rain carbon`),
  community: words(`neighbourhood village community playground workshop volunteers library hall square café repair
    cooperative garden shelter elders youth meeting bridge street market festival together residents`),
  health:
    words(`clinic hospital doctor nurse medicine therapy patient wheelchair vaccine mental ambulance midwife research
    treatment prosthetic hearing cancer recovery exercise diagnosis first-aid dental care surgery`),
  education:
    words(`school students teacher classroom university scholarship course lesson science mathematics laboratory
    reading literacy workshop curriculum textbook kindergarten apprentices training language museum tutoring computer`),
  sports: words(`football club climbing rowing marathon bicycle skate swimming team stadium coach league running tennis
    gymnastics championship race trail athletes surf basketball rugby boxing ski`),
  travel:
    words(`journey expedition railway ferry hostel island mountain trail sailing boat map pilgrimage hiking caravan
    lighthouse voyage guide border desert bicycle cabin night-train route harbour`),
  charity:
    words(`refugees shelter relief orphanage donation homeless children flood earthquake aid blankets rescue animals
    winter families hunger water emergency foster clinic support food-bank veterans widows`),
  other:
    words(`idea project experiment invention collection archive model clock instrument tool workshop kit puzzle garden
    telescope satellite submarine balloon kite calendar lantern machine curiosity club`),
}

export const CATEGORIES = Object.keys(TOPICS)

/** What people say when they ask for money, whatever it is for. */
export const APPEALS =
  words(`build fund support help share create bring restore launch publish open protect teach record
  repair grow campaign goal backers donors pledge reward budget money costs months year team local small independent
  thank dream future world life home work start finish need want hope possible community`)

/** 2,048 everyday words and their plurals: the word list of BIP-39. */
export const EVERYDAY: readonly string[] = english.flatMap((word) => [word, pluralOf(word)])

export const FIRST_NAMES =
  words(`Amara Lena Noah Mateo Yuki Ingrid Tomás Fatima Oskar Priya Elif Jonas Chloé Malik Sofía
  Anton Nia Kofi Greta Ravi Zeynep Hugo Aisha Emil Marta Bilal Freya Diego Hana Viktor Leila Samuel Ines Kwame Astrid Omar
  Renée Pavel Joana Dmitri Salma Felix Olga Tariq Maeve Luca Nadia Björn Carmen Idris Wanda Pablo Sigrid Hassan Clara Yusuf`)

const SURNAME_HEADS =
  words(`Ander Berg Carl Dahl Eriks Falk Gonzá Hart Ivan Jans Kowal Lind Mart Nord Oliv Peters Quint Ros
  Sand Thor Ulr Vas Wald Young Zim Brook Cross Dunn Ellis Fern Grant Holm Ash Black Mc Green Lock Stone West`)
const SURNAME_TAILS = words(`son sen berg mann ski ova lez field worth ton ley man strøm qvist er ez ini ard well wood`)
export const SURNAMES = SURNAME_HEADS.flatMap((head) => SURNAME_TAILS.map((tail) => head + tail))

const PLACE_HEADS = words(`Ash Oak Elm Mill Stone River Lake Hill Wood Fair North South East West Green White Black Red
  Clear Deep Bright Cold Kings Queens Bishops Marsh Fen Moor Glen Strath Haver Wind Sun Star Salt Iron Copper Silver Gold Rock`)
const PLACE_TAILS =
  words(`ford ham ton bridge field port haven mouth dale wick bury stead burgh cliff shore view gate water
  mere brook`)
export const PLACES = [
  ...words(`Berlin Lisbon Kraków Bogotá Nairobi Lagos Oslo Reykjavík Montréal Valparaíso Porto Utrecht Ghent Zürich Lyon
    Bergen Tallinn Riga Athens Naples Kyoto Busan Hanoi Manila Accra Dakar Tunis Quito Lima Recife Córdoba Oaxaca`),
  ...PLACE_HEADS.flatMap((head) => PLACE_TAILS.map((tail) => head + tail)),
]

/** By the spelling rules that cover most words. */
function pluralOf(word: string): string {
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? word.replace(/y$/, 'ies') : `${word}s`
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
