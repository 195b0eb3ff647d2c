import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { BinaryNotInstalledError } from './embeddedErrors.ts'

const require = createRequire(import.meta.url)

/**
 * The folder of a platform package, found as `require` would find it (the packages export no path of their own).
 * @throws BinaryNotInstalledError
 */
export function platformPackageDir(packageName: string, whatToDo: string): string {
  for (const folder of require.resolve.paths(packageName) ?? []) {
    const manifest = join(folder, packageName, 'package.json')
    if (existsSync(manifest)) return dirname(manifest)
  }
  throw new BinaryNotInstalledError(packageName, whatToDo)
}
