import { resolve } from 'node:path'
import { parseByteSize } from './byteSize.ts'
import { type ChainConfig, readChainsFile } from './chainsFile.ts'
import { ConfigError } from './errors.ts'
import { type LogLevel, logLevels } from './logger.ts'

/** Requests per window, as `100/minute`. */
export interface RateLimit {
  max: number
  windowMs: number
}

/** Everything a process can be told; what is undefined is embedded. Units are in the names. */
export interface Config {
  production: boolean
  dataDir: string
  databaseUrl: string | undefined
  rabbitmqUrl: string | undefined
  redisUrl: string | undefined
  rpcUrls: string[]
  /** Where new heads are told of; polled for as well. */
  rpcWsUrl: string | undefined
  rpcMaxConcurrency: number
  /** The chains of KINDLING_CHAINS_FILE, instead of the one of RPC_URL; empty without it. */
  chains: ChainConfig[]
  factoryAddresses: string[]
  chainId: number | undefined
  chainName: string | undefined
  nativeSymbol: string
  explorerUrl: string | undefined
  startBlock: number
  confirmations: number
  blockBatchSize: number
  maxReorgDepth: number
  pollIntervalMs: number
  consumerPartitions: number
  ipfsGatewayUrls: string[]
  ipfsPinUrl: string | undefined
  ipfsFetchTimeoutMs: number
  /** Blocks that can be fetched again are evicted beyond this. */
  ipfsStoreMaxBytes: number
  /** What one user may bring within a day. */
  uploadDailyBytes: number
  jwtSecret: string
  /** Secrets of before: what was signed with them still counts. */
  jwtPreviousSecrets: string[]
  jwtAccessLifetimeMs: number
  jwtRefreshLifetimeMs: number
  rateLimitAnon: RateLimit
  rateLimitUser: RateLimit
  rateLimitSignIn: RateLimit
  trustProxy: boolean
  corsOrigins: string[]
  siteName: string
  /** A node that visitors' browsers may ask; its address is public. */
  publicRpcUrl: string | undefined
  walletConnectProjectId: string | undefined
  /** Hints of what amounts are worth: a price set by hand, or where one is read. */
  fiat: { currency: string; price: number | undefined; url: string | undefined } | undefined
  /** Origins by which people reach the site: a wallet's sign-in must name one of them. */
  publicUrls: string[]
  /** The only host under which the admin desk and its routes are answered; undefined: under every one. */
  adminOrigin: string | undefined
  host: string
  port: number
  logLevel: LogLevel
  /** Whether spans are sent to a collector, and which part of the traces; where to say OpenTelemetry's own variables. */
  tracing: { serviceName: string; ratio: number } | undefined
  /** How long the API still answers after it was told to stop, while readiness fails; undefined: as the command says. */
  drainMs: number | undefined
  demoActivity: boolean
}

type Environment = Record<string, string | undefined>

const DEFAULT_JWT_SECRET = 'kindling-development-secret-change-me'
const WINDOW_MS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

/**
 * Reads the environment. Names and defaults stand in the README's table.
 *
 * @throws ConfigError naming the variable and what it takes
 */
export function readConfig(env: Environment = process.env): Config {
  const production = env['NODE_ENV'] === 'production'
  const jwtSecret = env['JWT_SECRET'] || DEFAULT_JWT_SECRET
  if (production && (jwtSecret === DEFAULT_JWT_SECRET || jwtSecret.length < 32)) {
    throw new ConfigError('JWT_SECRET must be set to at least 32 secret characters when NODE_ENV=production.')
  }
  const config: Config = {
    production,
    dataDir: resolve(env['KINDLING_DATA_DIR'] || '.kindling'),
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    rabbitmqUrl: url(env, 'RABBITMQ_URL', ['amqp:', 'amqps:']),
    redisUrl: url(env, 'REDIS_URL', ['redis:', 'rediss:']),
    rpcUrls: urlList(env, 'RPC_URL'),
    rpcWsUrl: url(env, 'RPC_WS_URL', ['ws:', 'wss:']),
    rpcMaxConcurrency: integer(env, 'RPC_MAX_CONCURRENCY', 32, 1, 1000),
    chains: env['KINDLING_CHAINS_FILE'] ? readChainsFile(env['KINDLING_CHAINS_FILE']) : [],
    factoryAddresses: addressList(env, 'FACTORY_ADDRESS'),
    chainId: env['CHAIN_ID'] ? integer(env, 'CHAIN_ID', 0, 1, Number.MAX_SAFE_INTEGER) : undefined,
    chainName: env['CHAIN_NAME'] || undefined,
    nativeSymbol: env['NATIVE_SYMBOL'] || 'ETH',
    explorerUrl: url(env, 'EXPLORER_URL', ['http:', 'https:']),
    startBlock: integer(env, 'START_BLOCK', 0, 0, Number.MAX_SAFE_INTEGER),
    confirmations: integer(env, 'CONFIRMATIONS', 0, 0, 10_000),
    blockBatchSize: integer(env, 'BLOCK_BATCH_SIZE', 2000, 1, 1_000_000),
    maxReorgDepth: integer(env, 'MAX_REORG_DEPTH', 128, 1, 100_000),
    pollIntervalMs: seconds(env, 'POLL_INTERVAL_SECONDS', 2, 0.02, 3600),
    consumerPartitions: integer(env, 'CONSUMER_PARTITIONS', 1, 1, 64),
    ipfsGatewayUrls: urlList(env, 'IPFS_GATEWAY_URL'),
    ipfsPinUrl: url(env, 'IPFS_PIN_URL', ['http:', 'https:', 'pinata:', 'pinata+http:', 's3:', 's3+http:']),
    ipfsFetchTimeoutMs: seconds(env, 'IPFS_FETCH_TIMEOUT', 30, 1, 600),
    ipfsStoreMaxBytes: byteSize(env, 'IPFS_STORE_MAX_SIZE', '10GiB', '64MiB'),
    uploadDailyBytes: byteSize(env, 'UPLOAD_DAILY_QUOTA', '100MiB', '0'),
    jwtSecret,
    jwtPreviousSecrets: list(env['JWT_SECRET_PREVIOUS']),
    jwtAccessLifetimeMs: integer(env, 'JWT_ACCESS_TOKEN_LIFETIME_MINUTES', 60, 1, 60 * 24 * 30) * 60_000,
    jwtRefreshLifetimeMs: integer(env, 'JWT_REFRESH_TOKEN_LIFETIME_DAYS', 7, 1, 365) * 86_400_000,
    rateLimitAnon: rateLimit(env, 'RATE_LIMIT_ANON', '100/minute'),
    rateLimitUser: rateLimit(env, 'RATE_LIMIT_USER', '1000/minute'),
    rateLimitSignIn: rateLimit(env, 'RATE_LIMIT_SIGN_IN', '10/minute'),
    trustProxy: onOff(env, 'TRUST_PROXY', false),
    corsOrigins: list(env['CORS_ORIGINS']),
    siteName: env['SITE_NAME'] || 'Kindling',
    publicRpcUrl: url(env, 'PUBLIC_RPC_URL', ['http:', 'https:']),
    walletConnectProjectId: env['WALLETCONNECT_PROJECT_ID'] || undefined,
    fiat: fiat(env),
    publicUrls: urlList(env, 'PUBLIC_URL'),
    adminOrigin: origin(env, 'ADMIN_ORIGIN'),
    host: env['HOST'] || '127.0.0.1',
    port: integer(env, 'PORT', 8000, 0, 65_535),
    logLevel: oneOf(env, 'LOG_LEVEL', logLevels, 'info') as LogLevel,
    tracing: tracing(env),
    drainMs: env['DRAIN_SECONDS'] ? seconds(env, 'DRAIN_SECONDS', 0, 0, 4) : undefined,
    demoActivity: onOff(env, 'DEMO_ACTIVITY', true),
  }
  if (config.chains.length > 0 && config.rpcUrls.length > 0) {
    throw new ConfigError('RPC_URL and KINDLING_CHAINS_FILE are both set: put every chain into the file, or unset one.')
  }
  if (config.rpcUrls.length > 0 && config.factoryAddresses.length === 0) {
    throw new ConfigError(
      'FACTORY_ADDRESS must name the campaign factory (or several, comma-separated) when RPC_URL is set.',
    )
  }
  if (config.rpcUrls.length === 0 && config.factoryAddresses.length > 0) {
    throw new ConfigError('RPC_URL must be set when FACTORY_ADDRESS is: the local chain deploys its own factory.')
  }
  return config
}

/** Names and meanings are OpenTelemetry's; the exporter reads the others (headers, time-out) by itself. */
function tracing(env: Environment): Config['tracing'] {
  const endpoint =
    url(env, 'OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:']) ??
    url(env, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', ['http:', 'https:'])
  if (endpoint === undefined || env['OTEL_SDK_DISABLED'] === 'true') return undefined
  const ratio = env['OTEL_TRACES_SAMPLER_ARG'] || '1'
  if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(ratio)) {
    throw new ConfigError(`OTEL_TRACES_SAMPLER_ARG must be a part from 0 to 1, not "${ratio}".`)
  }
  return { serviceName: env['OTEL_SERVICE_NAME'] || 'kindling', ratio: Number(ratio) }
}

function fiat(env: Environment): Config['fiat'] {
  const currency = env['FIAT_CURRENCY'] || 'USD'
  const price = env['FIAT_PRICE'] || undefined
  const source = url(env, 'FIAT_PRICE_URL', ['http:', 'https:'])
  if (price === undefined && source === undefined) return undefined
  if (price !== undefined && source !== undefined) {
    throw new ConfigError('FIAT_PRICE and FIAT_PRICE_URL are both set: a price is set by hand or read, not both.')
  }
  if (!/^[A-Z]{3}$/.test(currency))
    throw new ConfigError('FIAT_CURRENCY must be a code of three capitals, such as EUR.')
  if (price !== undefined && !(Number(price) > 0 && Number.isFinite(Number(price)))) {
    throw new ConfigError('FIAT_PRICE must be the price of one native coin, a number above zero.')
  }
  return { currency, price: price === undefined ? undefined : Number(price), url: source }
}

function list(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function url(env: Environment, name: string, protocols: string[]): string | undefined {
  const value = env[name]
  return value ? checkedUrl(name, value, protocols) : undefined
}

function origin(env: Environment, name: string): string | undefined {
  const value = url(env, name, ['http:', 'https:'])
  if (value === undefined) return undefined
  const { origin, pathname, search, hash, username } = new URL(value)
  if (pathname !== '/' || search || hash || username) {
    throw new ConfigError(`${name} must be an origin alone, as https://desk.example.org, without a path.`)
  }
  return origin
}

function urlList(env: Environment, name: string): string[] {
  return list(env[name]).map((value) => checkedUrl(name, value, ['http:', 'https:']))
}

function checkedUrl(name: string, value: string, protocols: string[]): string {
  // The value itself is not repeated: URLs carry passwords and keys.
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new ConfigError(`${name} must be a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`)
  }
  return value
}

function addressList(env: Environment, name: string): string[] {
  return list(env[name]).map((value) => {
    if (!/^0x[0-9a-fA-F]{40}$/.test(value)) {
      throw new ConfigError(
        `${name} must be an address of 0x and 40 hex digits (or several, comma-separated), not "${value}".`,
      )
    }
    return value.toLowerCase()
  })
}

function integer(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const value = env[name]
  if (value === undefined || value === '') return fallback
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < min || number > max) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${value}".`)
  }
  return number
}

function seconds(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const value = env[name]
  if (value === undefined || value === '') return fallback * 1000
  const number = Number(value)
  if (!/^\d+(\.\d+)?$/.test(value) || number < min || number > max) {
    throw new ConfigError(`${name} must be a number of seconds from ${min} to ${max}, not "${value}".`)
  }
  return Math.round(number * 1000)
}

function byteSize(env: Environment, name: string, fallback: string, min: string): number {
  const value = env[name] || fallback
  const bytes = parseByteSize(value)
  if (bytes === undefined || bytes < parseByteSize(min)!) {
    throw new ConfigError(
      `${name} must be a size like ${fallback}${min === '0' ? '' : `, at least ${min}`}, not "${value}".`,
    )
  }
  return bytes
}

function rateLimit(env: Environment, name: string, fallback: string): RateLimit {
  const value = env[name] || fallback
  const match = /^([1-9]\d{0,8})\/(second|minute|hour|day)$/.exec(value)
  if (!match) throw new ConfigError(`${name} must look like 100/minute (or /second, /hour, /day), not "${value}".`)
  return { max: Number(match[1]), windowMs: WINDOW_MS[match[2] as keyof typeof WINDOW_MS] }
}

function onOff(env: Environment, name: string, fallback: boolean): boolean {
  const value = env[name]?.toLowerCase()
  if (value === undefined || value === '') return fallback
  if (['on', 'true', '1', 'yes'].includes(value)) return true
  if (['off', 'false', '0', 'no'].includes(value)) return false
  throw new ConfigError(`${name} must be on or off, not "${env[name]}".`)
}

function oneOf(env: Environment, name: string, allowed: readonly string[], fallback: string): string {
  const value = env[name]
  if (value === undefined || value === '') return fallback
  if (!allowed.includes(value)) throw new ConfigError(`${name} must be one of ${allowed.join(', ')}, not "${value}".`)
  return value
}
