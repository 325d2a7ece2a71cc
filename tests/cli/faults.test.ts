import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { openDatabase } from '../../src/store/database/open.ts'
import { embeddedFolder } from '../support/databases.ts'
import { freePort } from '../support/team.ts'
import { type Ran, rounds } from './run.ts'

/** Every fault that somebody setting Rounds up will meet: one clear sentence, exit 1, no trace. */
describe('what goes wrong at the start is told in one sentence', () => {
  let folder: string
  let sandbox: Sandbox

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rounds-faults-'))
    embeddedFolder(join(folder, 'data'))
    sandbox = await startSandbox({ manifest, page: false })
  })
  afterAll(async () => {
    await sandbox.close()
    rmSync(folder, { recursive: true })
  })

  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const slack = () => ({
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    ROUNDS_DATA: join(folder, 'data'),
  })

  function expectClear({ code, stderr }: Ran, ...words: readonly string[]) {
    expect(stderr).not.toMatch(/\n\s+at /)
    for (const word of words) expect(stderr).toContain(word)
    expect(code).toBe(1)
  }

  test.each([
    ['malformed YAML', 'plan: shop\nrituals:\n  a: [', ':3:'],
    ['a wrong key', 'plan: shop\ntimezone: Europe/Paris\nchanel: "#ops"\nrituals: {}\n', 'channel'],
    ['an unquoted comparison', planWith('Load', 'percent: >95%'), 'percent: ">95%"'],
    ['an unquoted channel', 'plan: shop\ntimezone: Europe/Paris\nchannel: #ops\nrituals: {}\n', '"#ops"'],
    ['an unknown zone', 'plan: shop\ntimezone: Europe/Pari\nchannel: "#ops"\nrituals: {}\n', 'Europe/Paris'],
  ])('%s', async (name, source, word) => {
    const ran = await rounds(['check', file(`${name.replaceAll(' ', '-')}.yaml`, source)])
    expectClear(ran, word)
    expect(ran.stderr).toMatch(/\.yaml:\d+:\d+: /)
  })

  test('no configuration at all: everything that is missing, at once', async () => {
    const ran = await rounds(['start'])
    expectClear(ran, 'SLACK_BOT_TOKEN is missing', 'SLACK_APP_TOKEN')
  })

  test('a token that is none', async () => {
    expectClear(
      await rounds(['start'], { ...slack(), SLACK_BOT_TOKEN: 'hunter2' }),
      'SLACK_BOT_TOKEN does not look like',
    )
  })

  test('a token that Slack refuses', async () => {
    const ran = await rounds(['start'], { ...slack(), SLACK_BOT_TOKEN: 'xoxb-somebody-elses' })
    expectClear(ran, 'Slack refuses SLACK_BOT_TOKEN (invalid_auth)')
  })

  test('no database where DATABASE_URL points', async () => {
    const url = `postgres://rounds:secret@127.0.0.1:${await freePort()}/rounds`
    const ran = await rounds(['start'], { ...slack(), DATABASE_URL: url })
    expectClear(ran, 'refused the connection')
    expect(ran.stderr).not.toContain('secret')
  })

  test('a port that is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, resolve))
    const { port } = other.address() as { port: number }
    const { SLACK_APP_TOKEN: _, ...http } = slack()
    const start = rounds(['start'], { ...http, SLACK_SIGNING_SECRET: sandbox.signingSecret, PORT: String(port) })
    const demo = rounds(['demo', '--port', String(port)], { ROUNDS_DATA: join(folder, 'other') })
    expectClear(await start, 'PORT is taken')
    expectClear(await demo, `Port ${port} is taken`, `--port ${port + 1}`)
    await new Promise((resolve) => other.close(resolve))
  })

  test('a folder in use', async () => {
    const data = embeddedFolder(join(folder, 'busy'))
    const opened = await openDatabase({ kind: 'embedded', folder: data })
    const ran = await rounds(['migrate'], { ROUNDS_DATA: data })
    await opened.close()
    expectClear(ran, 'is in use by process')
  })

  test('a plan that names somebody who is not there', async () => {
    const plans = file(
      'stranger.yaml',
      'plan: shop\ntimezone: Europe/Paris\nchannel: "#ops"\nowner: "@mario"\nrituals: { a: { every: on demand, items: [Look] } }\n',
    )
    expectClear(await rounds(['start'], { ...slack(), ROUNDS_PLANS: plans }), '@mario', 'Did you mean @maria?')
  })

  test('a real token in the demo', async () => {
    expectClear(await rounds(['demo', '--port', '0'], { SLACK_BOT_TOKEN: 'xoxb-1234' }), 'never talks to Slack')
  })

  test('wrong usage is told apart, with where to find help', async () => {
    for (const line of [
      ['schedule'],
      ['schedule', 'plans/drainpro.yaml', '--from', 'tomorrow', '--to', '2026-01-01'],
      ['fly'],
    ]) {
      const ran = await rounds(line)
      expect(ran.code).toBe(2)
      expect(ran.stderr).toContain('rounds help')
    }
  })
})

describe('doctor', () => {
  test('finds what is missing and says what to do, then finds all in order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rounds-doctor-'))
    const sandbox = await startSandbox({ manifest, page: false })
    const data = join(folder, 'data')
    const sick = await rounds(['doctor'], { ROUNDS_DATA: data })
    expect(sick.code).toBe(1)
    expect(sick.stdout).toContain('✗ configuration: SLACK_BOT_TOKEN is missing')
    expect(sick.stdout).toContain(`✗ database: there is none in ${data} yet`)
    await rounds(['migrate'], { ROUNDS_DATA: data })
    const env = {
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
      SLACK_API_URL: sandbox.apiUrl,
      ROUNDS_DATA: data,
    }
    const better = await rounds(['doctor', '--json'], env)
    const findings = better.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { check: string; ok: boolean })
    expect(findings.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(['plans'])
    await sandbox.close()
    rmSync(folder, { recursive: true })
  }, 120_000)
})

function planWith(item: string, reading: string): string {
  return `plan: shop\ntimezone: Europe/Paris\nchannel: "#ops"\nrituals:\n  a:\n    every: day at 09:00\n    items:\n      - item: ${item}\n        ${reading}\n`
}
