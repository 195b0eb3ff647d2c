import { createCanvas, type Scene } from './artwork/canvas.ts'
import { portrait } from './artwork/portrait.ts'
import { rasterise } from './artwork/rasterise.ts'
import { cargoBike } from './artwork/scenes/cargoBike.ts'
import { cello } from './artwork/scenes/cello.ts'
import { fieldCoat } from './artwork/scenes/fieldCoat.ts'
import { hexIslands } from './artwork/scenes/hexIslands.ts'
import { iris } from './artwork/scenes/iris.ts'
import { kelpForest } from './artwork/scenes/kelpForest.ts'
import { lanterns } from './artwork/scenes/lanterns.ts'
import { lichens } from './artwork/scenes/lichens.ts'
import { lighthouse } from './artwork/scenes/lighthouse.ts'
import { moth } from './artwork/scenes/moth.ts'
import { mountainHut } from './artwork/scenes/mountainHut.ts'
import { nightCity } from './artwork/scenes/nightCity.ts'
import { observatory } from './artwork/scenes/observatory.ts'
import { orchard } from './artwork/scenes/orchard.ts'
import { organPipes } from './artwork/scenes/organPipes.ts'
import { peatBog } from './artwork/scenes/peatBog.ts'
import { physicGarden } from './artwork/scenes/physicGarden.ts'
import { pottery } from './artwork/scenes/pottery.ts'
import { readingRoom } from './artwork/scenes/readingRoom.ts'
import { rowing } from './artwork/scenes/rowing.ts'
import { sailboats } from './artwork/scenes/sailboats.ts'
import { saltmarsh } from './artwork/scenes/saltmarsh.ts'
import { shorelines } from './artwork/scenes/shorelines.ts'
import { skateBowl } from './artwork/scenes/skateBowl.ts'
import { tileMosaic } from './artwork/scenes/tileMosaic.ts'
import { townClock } from './artwork/scenes/townClock.ts'
import { turbines } from './artwork/scenes/turbines.ts'
import { viaduct } from './artwork/scenes/viaduct.ts'
import { wheatField } from './artwork/scenes/wheatField.ts'
import { writingMachine } from './artwork/scenes/writingMachine.ts'

/** What each campaign's pictures show. */
const SCENES: Readonly<Record<string, Scene>> = {
  'saltmarsh-mesh': saltmarsh,
  'orrin-valley-kiln': pottery,
  'brannoc-organ': organPipes,
  'keepers-of-the-light': lighthouse,
  'vanished-shorelines': shorelines,
  'stone-mill-bakery': wheatField,
  fieldcoat: fieldCoat,
  'aldermoor-bog': peatBog,
  'skerry-wind': turbines,
  'ember-halt-reading-room': readingRoom,
  'iris-on-wheels': iris,
  'physic-garden': physicGarden,
  'dark-sky-schools': observatory,
  'hut-to-hut': mountainHut,
  'slow-train-atlas': viaduct,
  'quill-writing-machine': writingMachine,
  'hollow-tide': hexIslands,
  'cargo-bike-library': cargoBike,
  'low-water-octet': cello,
  'lichens-of-the-city': lichens,
  'quarry-bowl': skateBowl,
  'tidewall-mosaic': tileMosaic,
  'moth-who-owed-rent': moth,
  'kelp-forest': kelpForest,
  'boat-school': sailboats,
  'ember-halt-clock': townClock,
  nightbus: nightCity,
  'hundred-orchards': orchard,
  'four-across': rowing,
  'winter-lanterns': lanterns,
}

function sceneOf(slug: string): Scene {
  const scene = SCENES[slug]
  if (!scene) throw new Error(`The demo campaign "${slug}" has no scene in artwork.ts.`)
  return scene
}

/** 1200 × 800, WebP; the same bytes every time for one version of sharp. */
export async function renderHero(slug: string): Promise<Uint8Array> {
  const canvas = createCanvas(1200, 800, `${slug}/hero`)
  sceneOf(slug)(canvas)
  return rasterise(canvas.toSvg(), 70)
}

/** 1600 × 500, WebP. */
export async function renderBanner(slug: string): Promise<Uint8Array> {
  const canvas = createCanvas(1600, 500, `${slug}/banner`)
  sceneOf(slug)(canvas)
  return rasterise(canvas.toSvg(), 66)
}

/** 256 × 256, WebP; one creator looks the same in all campaigns. */
export async function renderAvatar(creatorName: string): Promise<Uint8Array> {
  const canvas = createCanvas(256, 256, `${creatorName}/avatar`)
  portrait(canvas)
  return rasterise(canvas.toSvg(), 80)
}
