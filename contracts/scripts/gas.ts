import { startTestChain } from '../test/startTestChain.ts'
import { measureGas, renderGasTable } from './measureGas.ts'

const chain = await startTestChain()
console.log(renderGasTable(await measureGas(chain)))
await chain.stop()
