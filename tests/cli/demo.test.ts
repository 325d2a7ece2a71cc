import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Snapshot } from '../../src/sandbox/protocol.ts'
import { embeddedFolder } from '../support/databases.ts'
import { starts } from './run.ts'

let folder: string
const running = new Set<ReturnType<typeof starts>>()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-demo-'))
})
afterEach(async () => {
  for (const child of running) await stops(child)
  rmSync(folder, { recursive: true, force: true })
})

/** Starts the demo, looks at the page as Maria does, and stops it. */
async function visits(...line: readonly string[]): Promise<Snapshot> {
  const child = starts(['demo', '--port', '0', ...line], { ROUNDS_DATA: folder })
  running.add(child)
  const url = await ready(child)
  const answer = await fetch(`${url}/sandbox/state?as=maria`)
  const seen = (await answer.json()) as Snapshot
  await stops(child)
  return seen
}

async function ready(child: ReturnType<typeof starts>): Promise<string> {
  let said = ''
  for await (const data of child.stdout) {
    said += data
    const url = /http:\S+/u.exec(said)?.[0]
    if (url !== undefined && said.includes('Ctrl+C')) return url
  }
  throw new Error(`The demo ended by itself: ${said}`)
}

async function stops(child: ReturnType<typeof starts>): Promise<void> {
  running.delete(child)
  if (child.exitCode !== null) return
  const closed = once(child, 'exit')
  child.kill('SIGINT')
  await closed
}

const cardsIn = ({ channels, messages }: Snapshot, name: string) => {
  const channel = channels.find((one) => one.name === name)?.id
  return messages.filter((one) => one.channel === channel && one.threadTs === null).map(({ text }) => text)
}
const wallTime = ({ clock }: Snapshot) =>
  new Date(clock.now).toLocaleString('en-GB', {
    ...{ weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone: 'America/New_York' },
  })

test('a demo that begins opens with the shop’s first card and a tour, and goes on from there', async () => {
  const first = await visits()
  expect(wallTime(first)).toMatch(/^Monday.* 09:00$/u)
  expect(cardsIn(first, 'ops')).toEqual([expect.stringContaining('Opening round')])
  expect(first.tour?.steps.map(({ done }) => done)).toEqual([false, false, false, false, false, false])
  expect(first.clock.machine).toMatchObject({ speed: 1, happened: { count: 0 } })

  const second = await visits()
  expect(wallTime(second)).toMatch(/^Monday.* 09:0\d$/u)
  expect(cardsIn(second, 'ops')).toEqual([expect.stringContaining('Opening round')])
  expect(second.tour?.id).toBe(first.tour?.id)

  const fresh = await visits('--fresh')
  expect(fresh.tour?.id).not.toBe(first.tour?.id)
}, 240_000)

test('a demo that is told when to begin stays there', async () => {
  embeddedFolder(join(folder, 'demo'))
  const seen = await visits('--at', '2026-11-16T08:55:00-05:00')
  expect(seen.clock.now).toMatch(/^2026-11-16T13:55/u)
  expect(cardsIn(seen, 'ops')).toEqual([])
}, 120_000)

test('a demo has every person and channel that its plan names, wherever it names them', async () => {
  embeddedFolder(join(folder, 'demo'))
  const file = join(folder, 'plan.yaml')
  writeFileSync(
    file,
    `plan: harbour
timezone: America/New_York
channel: "#quay"
owner: harbour-master
roles: { harbour-master: { rotation: ["@ines", "@jo"], hand-over: Monday at 09:00 } }
severities: { P0: { escalate: "@kim" } }
maintenance: [{ title: Dredging, every: first Sunday of month at 02:00, lasts: 2h, channel: "#skippers" }]
templates: { owners: { channel: "#owners", text: "{title}" } }
rituals:
  round:
    every: day at 09:00
    items: [{ item: Ropes, owner: "@lea" }]
    report: { channel: "#council", text: "{date}" }
`,
  )
  const { channels, members } = await visits('--plan', file, '--at', '2026-11-16T08:55:00-05:00')
  expect(channels.map(({ name }) => name)).toEqual(expect.arrayContaining(['quay', 'skippers', 'owners', 'council']))
  expect(members.map(({ name }) => name)).toEqual(expect.arrayContaining(['ines', 'jo', 'kim', 'lea']))
}, 120_000)

test('a demo of a folder runs every plan in it, and begins before the first of them', async () => {
  embeddedFolder(join(folder, 'demo'))
  const plans = join(folder, 'plans')
  const plan = (name: string, zone: string, channel: string) => `plan: ${name}
timezone: ${zone}
channel: "${channel}"
owner: "@maria"
rituals: { round: { title: Round of ${name}, every: weekday at 09:00, items: [Lights] } }
`
  mkdirSync(plans)
  writeFileSync(join(plans, 'a.yaml'), plan('boston', 'America/New_York', '#boston'))
  writeFileSync(join(plans, 'b.yaml'), plan('lyon', 'Europe/Paris', '#lyon'))
  const seen = await visits('--plan', plans)
  expect(wallTime(seen)).toMatch(/^Monday.* 0[34]:00$/u)
  expect(cardsIn(seen, 'lyon')).toEqual([expect.stringContaining('Round of lyon')])
  expect(cardsIn(seen, 'boston')).toEqual([])
  expect(seen.clock.machine?.stops).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: 'ritual', what: 'Round of boston' })]),
  )
  expect(seen.tour?.steps.map(({ done }) => done)).toEqual([false, false, false, false, false, false])
}, 120_000)
