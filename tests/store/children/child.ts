import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { builtScript, shortLived } from '../../support/built-script.ts'

export type Child = {
  readonly pid: number
  /** The next line it prints; undefined when it has ended. */
  line(): Promise<string | undefined>
  /** All lines still to come. */
  rest(): Promise<readonly string[]>
  say(line: string): void
  kill(): Promise<void>
}

const children = new Set<ChildProcess>()

/** Runs a script of this folder in a process of its own. */
export function startChild(script: string, ...args: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [...shortLived, builtScript(path), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.add(child)
  const ended = once(child, 'close').then(() => children.delete(child))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async () => (await lines.next()).value as string | undefined
  return {
    pid: child.pid ?? 0,
    line,
    async rest() {
      const all: string[] = []
      for (let next = await line(); next !== undefined; next = await line()) all.push(next)
      return all
    },
    say: (text) => void child.stdin.write(`${text}\n`),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** For afterEach: no test leaves a process behind, however it ended. */
export function killChildren(): void {
  for (const child of children) child.kill('SIGKILL')
}
