import { CID } from 'multiformats/cid'

/** The links of a DAG-PB node: field 2 of the message, whose field 1 is the CID (IPLD DAG-PB specification). */
export function linksOf(block: Uint8Array): CID[] {
  return fieldsOf(block)
    .filter(({ field }) => field === 2)
    .flatMap(({ bytes }) => fieldsOf(bytes).filter(({ field }) => field === 1))
    .map(({ bytes }) => CID.decode(bytes))
}

/** The length-delimited fields of a protobuf message; numbers are passed over. */
function fieldsOf(message: Uint8Array): { field: number; bytes: Uint8Array }[] {
  const found: { field: number; bytes: Uint8Array }[] = []
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at]
      if (byte === undefined) throw new Error('a block is cut short')
      at += 1
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    const key = varint()
    if ((key & 7) === 0) varint()
    else if ((key & 7) === 2) {
      const length = varint()
      found.push({ field: key >>> 3, bytes: message.slice(at, at + length) })
      at += length
    } else throw new Error('a block is not DAG-PB')
  }
  return found
}
