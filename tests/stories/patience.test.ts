import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Opened } from '../../src/store/database/database.ts'
import { openDatabase } from '../../src/store/database/open.ts'
import { checklists } from '../../src/store/schema.ts'
import { describeOnServer, serverDatabase } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

/** Slack gives three seconds; here an interaction is acknowledged after half of them, time enough for a busy machine. */
const patience = 1_500

describeOnServer('a database that takes its time', () => {
  let team: Team
  let other: Opened
  let release: () => void
  let holding: Promise<void>

  beforeEach(async () => {
    const url = await serverDatabase()
    const opened = await openDatabase({ kind: 'server', url })
    other = await openDatabase({ kind: 'server', url, max: 1 })
    team = await startTeam({
      opened,
      at: '2026-11-16T08:59:00-05:00',
      plans: 'tests/data/shop.yaml',
      parts: { patience },
    })
    await team.clockReaches('2026-11-16T09:00:00-05:00')
  })
  afterEach(async () => {
    await team.close()
    await other.close()
  })

  /** Holds every checklist's row, as a long transaction elsewhere would. */
  const hold = () =>
    new Promise<void>((held) => {
      holding = other.db.transaction(async (tx) => {
        await tx.select().from(checklists).for('update')
        await new Promise<void>((resolve) => {
          release = resolve
          held()
        })
      })
    })
  const letGo = async () => {
    release()
    await holding
    await team.settled()
  }

  test('a click is acknowledged in time, the person is told that it is being saved, then that it is', async () => {
    await hold()
    expect(await team.maria.clicks('Done', 'Lights on')).toEqual({ ok: true })
    await expect.poll(() => team.maria.ephemerals('#ops')).toEqual([expect.stringContaining('Still saving.')])
    await letGo()
    expect(team.maria.ephemerals('#ops')).toEqual([expect.stringContaining('Still saving.'), 'Saved.'])
    expect(team.maria.sees('#ops').at(-1)).toContain('✓ Lights on')
  })

  test('a form stays open with a sentence, and sending it again is safe', async () => {
    await team.maria.clicks('Fill in')
    await team.settled()
    await team.maria.fills({ 'Tick what is done': ['Lights on'], Fridge: '9' })
    await hold()
    expect(Object.values((await team.maria.submits()) ?? {})).toEqual([expect.stringContaining('not saved yet')])
    await letGo()
    expect(await team.maria.submits()).toBeUndefined()
    await team.settled()
    expect(team.maria.sees('#ops').at(-1)).toContain('2 of 5')
    const thread = team.maria.seesThread('#ops', 'Opening round').join('\n')
    expect(thread.match(/issue \d/g)).toEqual(['issue 1'])
  })

  test('what a form lost is told once, also where the form was answered before', async () => {
    await team.ben.clicks('Fill in')
    await team.settled()
    await team.ben.fills({ 'Tick what is done': ['Alarm off'], Fridge: '4' })
    await team.maria.clicks('Enter', 'Fridge')
    await team.settled()
    await team.maria.fills({ Fridge: '3' })
    await team.maria.submits()
    await team.settled()
    await hold()
    expect(Object.values((await team.ben.submits()) ?? {})).toEqual([expect.stringContaining('not saved yet')])
    await letGo()
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
    expect(team.ben.sees('dm')).toEqual([expect.stringContaining('> Fridge: 4')])
  })
})

test('a start waits for a directory that Slack gives out slowly, page by page', async () => {
  const troubles: (() => Response)[] = [
    () => Response.json({ ok: false, error: 'ratelimited' }, { status: 429, headers: { 'retry-after': '1' } }),
    () => {
      throw new TypeError('fetch failed')
    },
  ]
  const limits: number[] = []
  const fetch: typeof globalThis.fetch = (url, init) => {
    const asksForPeople = String(url).endsWith('/users.list')
    if (asksForPeople) limits.push(Number(new URLSearchParams(String(init?.body)).get('limit')))
    const trouble = asksForPeople ? troubles.shift() : undefined
    return trouble ? Promise.resolve().then(trouble) : globalThis.fetch(url, init)
  }
  const opened = await openDatabase({ kind: 'embedded-memory' })
  const at = '2026-11-16T08:59:00-05:00'
  const team = await startTeam({ opened, at, plans: 'tests/data/shop.yaml', parts: { fetch } })
  await team.close()
  expect(troubles).toEqual([])
  expect(limits).toEqual([999, 999, 999])
}, 30_000)
