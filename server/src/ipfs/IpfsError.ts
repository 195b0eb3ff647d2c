/**
 * Every way the IPFS room can fail, and whether trying again can help. Codes are stable: they are stored with failed
 * metadata and shown by the API.
 */
export const IPFS_ERRORS = {
  // What was asked for can never be read, whoever is asked.
  invalid_cid: { retryable: false },
  unsupported_codec: { retryable: false },
  unsupported_hash: { retryable: false },
  invalid_path: { retryable: false },
  path_not_found: { retryable: false },
  not_a_directory: { retryable: false },
  is_a_directory: { retryable: false },
  symlink: { retryable: false },
  duplicate_name: { retryable: false },
  bad_node: { retryable: false },
  size_mismatch: { retryable: false },
  too_large: { retryable: false },
  too_deep: { retryable: false },
  too_many_blocks: { retryable: false },
  directory_too_large: { retryable: false },
  bad_car: { retryable: false },
  wrong_root: { retryable: false },
  bad_image: { retryable: false },
  invalid_gateway: { retryable: false },
  invalid_pin_target: { retryable: false },
  // One gateway's faults. A fetch that failed at every gateway for the same reason carries that reason's code.
  hash_mismatch: { retryable: false },
  unverifiable: { retryable: false },
  not_a_block: { retryable: true },
  block_too_large: { retryable: true },
  content_encoding: { retryable: true },
  redirect: { retryable: true },
  not_found: { retryable: true },
  rate_limited: { retryable: true },
  http_status: { retryable: true },
  timeout: { retryable: true },
  connection: { retryable: true },
  // The gateways failed, each in its own way.
  unavailable: { retryable: true },
  deadline: { retryable: true },
  aborted: { retryable: true },
  // Our own disk, and the services that pin.
  not_local: { retryable: true },
  store_full: { retryable: true },
  pin_failed: { retryable: true },
  pin_refused: { retryable: false },
} as const

export type IpfsErrorCode = keyof typeof IPFS_ERRORS

/** What one gateway did wrong while a block was fetched. */
export interface GatewayFault {
  gateway: string
  code: IpfsErrorCode
  message: string
  /** HTTP status, where one was the reason. */
  status?: number | undefined
}

export interface IpfsErrorDetails {
  cause?: unknown
  faults?: readonly GatewayFault[]
  /** HTTP status, where one was the reason. */
  status?: number
  /** How long the other side asked us to wait. */
  retryAfterMs?: number | undefined
}

/** One sentence that names the CID and, where one is at fault, the gateway. */
export class IpfsError extends Error {
  override readonly name = 'IpfsError'
  readonly code: IpfsErrorCode
  readonly retryable: boolean
  /** One entry for each gateway that was asked; empty unless gateways failed. */
  readonly faults: readonly GatewayFault[]
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined

  constructor(code: IpfsErrorCode, message: string, details: IpfsErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.retryable = IPFS_ERRORS[code].retryable
    this.faults = details.faults ?? []
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
  }
}
