import { KindlingError } from '../lib/errors.ts'

/** The binary of an optional npm package is not there: npm skips such packages silently where they fail to install. */
export class BinaryNotInstalledError extends KindlingError {
  constructor(packageName: string, whatToDo: string) {
    super('binary_not_installed', `The package ${packageName} is not installed: ${whatToDo}.`)
  }
}

/** A folder Kindling made is not what it left there; what is in it is not touched. */
export class DataFolderBrokenError extends KindlingError {
  constructor(folder: string, what: string, cause?: unknown) {
    super('data_folder_broken', `The data folder ${folder} ${what}; begin anew with "npm start -- --fresh".`, { cause })
  }
}

/** The data folder cannot be made or written to. */
export class DataFolderUnusableError extends KindlingError {
  constructor(folder: string, cause: unknown) {
    super(
      'data_folder_unusable',
      `The data folder ${folder} cannot be used: set KINDLING_DATA_DIR to a folder that can be written.`,
      { cause },
    )
  }
}

/** Somebody else works in this folder. */
export class DataFolderInUseError extends KindlingError {
  constructor(folder: string, pid: number) {
    super(
      'data_folder_in_use',
      `The data folder ${folder} is in use by process ${pid}; stop that one first or choose another folder.`,
    )
  }
}

/** An embedded program did not come up. */
export class EmbeddedStartError extends KindlingError {
  constructor(message: string, cause?: unknown) {
    super('embedded_start_failed', message, { cause })
  }
}
