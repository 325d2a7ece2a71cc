import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { builtScript, shortLived } from '../support/built-script.ts'

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

const root = fileURLToPath(new URL('../../', import.meta.url))
const entry = fileURLToPath(new URL('../../src/cli/rounds.ts', import.meta.url))

/** Only what the machine itself needs, so that nobody's configuration leaks into a test. */
const plainEnvironment = {
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  TMPDIR: process.env.TMPDIR ?? '',
}

/** Starts `rounds …` as a process of its own. */
export function starts(line: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [...shortLived, builtScript(entry), ...line], {
    cwd: root,
    env: { ...plainEnvironment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs `rounds …` to its end. */
export function rounds(...started: Parameters<typeof starts>): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = starts(...started)
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data) => {
      stdout += data
    })
    child.stderr.on('data', (data) => {
      stderr += data
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
