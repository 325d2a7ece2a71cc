import { randomBytes } from 'node:crypto'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { type SocketFolder, socketFolder, temporarySocketFolder } from './socket-folder.ts'

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly folder: string
  readonly pid: number

  constructor(folder: string, pid: number) {
    super(`The database in ${folder} is in use by process ${pid}; stop that process, or set ROUNDS_DATA elsewhere.`)
    this.folder = folder
    this.pid = pid
  }
}

export type FolderLock = { release(): void }

/**
 * One process at a time, by sockets that the kernel closes when their process dies, however it dies.
 * Each contender listens first and looks round afterwards, so of two that start together at least one sees the other.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const claim = await claimIn(folder)
  try {
    const refusals = await Promise.all(otherClaims(claim).map((other) => refusalBy(other, claim)))
    const winner = refusals.find((name) => name !== undefined)
    if (winner) throw new FolderInUse(folder, pidOf(winner))
    claim.decide('held')
    return { release: claim.withdraw }
  } catch (error) {
    claim.withdraw()
    throw error
  }
}

type Decision = 'held' | 'withdrawn'

type Claim = {
  readonly sockets: SocketFolder
  readonly name: string
  decide(decision: Decision): void
  withdraw(): void
}

async function claimIn(folder: string): Promise<Claim> {
  const sockets = socketFolder(folder)
  try {
    return await makeClaim(sockets)
  } catch (error) {
    sockets.close()
    if (!takesNoSockets(error)) throw error
    return makeClaim(temporarySocketFolder(folder))
  }
}

function takesNoSockets(error: unknown): boolean {
  return ['ENOTSUP', 'EOPNOTSUPP', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
}

/** Renamed into place only once it listens: a socket that refuses connections is therefore a dead one. */
async function makeClaim(sockets: SocketFolder): Promise<Claim> {
  const name = `${randomBytes(8).toString('hex')}.${process.pid}`
  const path = join(sockets.path, name)
  let decide: (decision: Decision) => void = () => {}
  const decided = new Promise<Decision>((resolve) => {
    decide = resolve
  })
  const server = createServer((socket) => {
    socket.on('error', () => {})
    decided.then((decision) => socket.end(decision, () => socket.destroy()))
  })
  await listen(server, join(sockets.path, `${unready}${name}`))
  renameSync(join(sockets.path, `${unready}${name}`), path)
  const withdraw = () => {
    rmSync(path, { force: true })
    decide('withdrawn')
    server.close()
    sockets.close()
  }
  return { sockets, name, decide, withdraw }
}

const unready = '.'

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path, exclusive: true }, resolve).unref()
  })
}

function otherClaims({ sockets, name: own }: Claim): readonly string[] {
  return readdirSync(sockets.path).filter((name) => name !== own && !name.startsWith(unready))
}

/**
 * Against a lower name we withdraw at once; for a higher one we wait until it has withdrawn or held.
 * Waiting goes one way only, so it ends, and of several undecided contenders exactly one is left.
 */
async function refusalBy(other: string, { sockets, name: own }: Claim): Promise<string | undefined> {
  const answer = await ask(join(sockets.path, other), other < own ? 0 : patienceMs)
  if (answer === 'dead') rmSync(join(sockets.path, other), { force: true })
  return answer === 'held' || answer === 'undecided' ? other : undefined
}

/** A stopped process still holds what it holds, and does not answer. */
const patienceMs = 3_000

type Answer = Decision | 'undecided' | 'dead'

function ask(path: string, patience: number): Promise<Answer> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(path)
    const answer = (value: Answer) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(value)
    }
    const timer = setTimeout(answer, patienceMs, 'undecided')
    socket.setEncoding('utf8')
    socket.on('connect', () => patience === 0 && answer('undecided'))
    socket.on('data', (text) => {
      said += text
    })
    socket.on('end', () => answer(said === 'held' ? 'held' : 'withdrawn'))
    socket.on('error', (error: NodeJS.ErrnoException) => answer(answerTo(error)))
  })
}

function answerTo(error: NodeJS.ErrnoException): Answer {
  if (error.code === 'ECONNREFUSED') return 'dead'
  if (error.code === 'ENOENT' || error.code === 'ECONNRESET') return 'withdrawn'
  return 'undecided'
}

const pidOf = (name: string): number => Number(name.split('.')[1])
