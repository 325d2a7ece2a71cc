export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}

/** One sentence for the operator: what, where without the password, and what to do. */
export function unreachable(url: string, error: unknown): DatabaseUnreachable {
  const { code, message } = error as { readonly code?: string; readonly message?: string }
  const known = code === undefined ? undefined : reasons[code]
  const [reason, advice] = known ?? [`failed: ${message || code || String(error)}`, 'check DATABASE_URL']
  return new DatabaseUnreachable(`PostgreSQL at ${placeOf(url)} ${reason}; ${advice}.`, { cause: error })
}

const checkRunning = 'start the server, or correct DATABASE_URL'
const checkHost = 'correct the host in DATABASE_URL'
const checkLogin = 'correct the user and password in DATABASE_URL'

const reasons: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  ECONNREFUSED: ['refused the connection', checkRunning],
  ECONNRESET: ['dropped the connection', checkRunning],
  CONNECTION_CLOSED: ['dropped the connection', checkRunning],
  CONNECTION_DESTROYED: ['dropped the connection', checkRunning],
  CONNECT_TIMEOUT: ['did not answer in time', checkRunning],
  ETIMEDOUT: ['did not answer in time', checkRunning],
  EHOSTUNREACH: ['has no route to it', checkHost],
  ENOTFOUND: ['has a host name that does not exist', checkHost],
  EAI_AGAIN: ['has a host name that could not be looked up', checkHost],
  ENOENT: ['has no socket there', checkRunning],
  ERR_INVALID_URL: ['has no valid address', 'write DATABASE_URL as postgres://user:password@host:5432/database'],
  '28P01': ['refused the password', checkLogin],
  '28000': ['refused the user', checkLogin],
  '3D000': ['has no such database', 'create it, or correct DATABASE_URL'],
  '57P03': ['is starting or stopping', 'try again in a moment'],
  '53300': ['has no connection left', 'raise max_connections, or run fewer replicas'],
}

/** postgres.js takes anything for an address, and would look for a database called after the rest. */
export function isServerAddress(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url)
}

function placeOf(url: string): string {
  if (!isServerAddress(url) || !URL.canParse(url)) return 'DATABASE_URL'
  const { username, hostname, port, pathname, searchParams } = new URL(url)
  const user = username ? `${username}@` : ''
  const host = decodeURIComponent(hostname) || searchParams.get('host') || 'localhost'
  return `${user}${host}:${port || '5432'}${pathname}`
}
