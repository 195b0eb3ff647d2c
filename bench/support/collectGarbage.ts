import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')

/** All of this process's at once, so that what is measured next is not stopped by what was there before. */
export const collectGarbage = runInNewContext('gc') as () => void
