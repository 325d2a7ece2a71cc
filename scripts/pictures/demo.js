import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The built demo in a process and a folder of its own: what asks it, moves its clock and ends it. */
export async function startDemo({ at }) {
  const data = mkdtempSync(join(tmpdir(), 'rounds-pictures-'))
  const args = ['bin/rounds.js', 'demo', '--port', '0', '--at', at]
  const env = { ...process.env, ROUNDS_DATA: data }
  const demo = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const end = async () => {
    const ended = demo.exitCode === null ? new Promise((resolve) => demo.once('exit', resolve)) : null
    demo.kill('SIGINT')
    await ended
    rmSync(data, { recursive: true })
  }
  let said = ''
  await new Promise((resolve, reject) => {
    demo.once('exit', (code) => reject(new Error(`The demo ended with code ${code}.`)))
    demo.stdout.on('data', (text) => {
      said += text
      if (said.includes('Ctrl+C')) resolve()
    })
  })
  const url = /http:\/\/\S+/.exec(said)[0]
  // A clock that stands still between moves tells the same minutes however slow the machine is.
  await act(url, { kind: 'set-speed', speed: 0 })
  const playTo = (moment) => act(url, { kind: 'play-to', at: new Date(moment).toISOString() })
  return { url, end, state: () => stateOf(url), playTo }
}

async function stateOf(url) {
  return (await fetch(`${url}/sandbox/state?as=maria`)).json()
}

async function act(url, deed) {
  const { me } = await stateOf(url)
  const response = await fetch(`${url}/sandbox/act`, { method: 'POST', body: JSON.stringify({ as: me, act: deed }) })
  const { ok, error } = await response.json()
  if (!ok) throw new Error(error)
}
