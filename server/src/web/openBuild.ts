import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Renderer } from './renderer.ts'

interface ManifestEntry {
  file: string
  src?: string
  imports?: string[]
  css?: string[]
  assets?: string[]
}

/** The built app: what a page has to load, and the function that renders its first paint. */
export interface WebBuild {
  folder: string
  render: Renderer
  /** The script that a page starts with; it starts the app. */
  boot: string
  app: string
  styles: string[]
  fonts: string[]
  /** Scripts that the app will ask for on the page of this route, so that they travel at once with it. */
  scriptsOf: (route: string, language: string) => string[]
}

export const DIST = resolve(fileURLToPath(new URL('../../../web/dist', import.meta.url)))

const ENTRY = 'index.html'
const BOOT = 'src/boot.ts'
/** The faces of every first paint; the story's arrives with the story. */
const FIRST_FONTS = /(bricolage-display|instrument-sans)-(?!more)[^/]*\.woff2$/

/** The build in `folder`, or null when there is none. @throws when it is there and broken */
export async function openBuild(folder: string = DIST): Promise<WebBuild | null> {
  const text = readIfThere(join(folder, 'manifest.json'))
  if (text === null) return null
  const manifest: Record<string, ManifestEntry> = JSON.parse(text)
  const entry = manifest[ENTRY]
  const boot = manifest[BOOT]
  if (entry === undefined || boot === undefined) {
    throw new Error(`${folder}/manifest.json has no entry ${entry ? BOOT : ENTRY}: build the web app again.`)
  }
  const { renderPage } = (await import(pathToFileURL(join(folder, 'server/render.js')).href)) as {
    renderPage: Renderer
  }
  const url = (file: string) => `/${file}`
  const shared = importsOf(manifest, ENTRY)
  return {
    folder,
    render: renderPage,
    boot: url(boot.file),
    app: url(entry.file),
    styles: (entry.css ?? []).map(url),
    fonts: (entry.assets ?? []).filter((file) => FIRST_FONTS.test(file)).map(url),
    scriptsOf: (route, language) => {
      const source = `src/features/${route}/${route[0]?.toUpperCase()}${route.slice(1)}Page.tsx`
      const own = [source, `src/i18n/${language}.ts`].flatMap((name) => importsOf(manifest, name))
      return [...new Set([...shared, ...own])].filter((file) => file !== entry.file).map(url)
    },
  }
}

function importsOf(manifest: Record<string, ManifestEntry>, name: string, seen = new Set<string>()): string[] {
  const entry = manifest[name]
  if (entry === undefined || seen.has(name)) return []
  seen.add(name)
  return [entry.file, ...(entry.imports ?? []).flatMap((imported) => importsOf(manifest, imported, seen))]
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}
