import { describe, expect, it } from 'vitest'
import { drawHome, type HomeState } from '../../src/slack/views/home.ts'
import { help, issueList, overtakenMessages, started, today, unknownCommand } from '../../src/slack/views/whispers.ts'
import { at, ben, dana, labelsIn, maria, morning, payments, readBlocks } from './state.ts'

const nothing: HomeState = {
  person: ben,
  zone: 'America/New_York',
  today: [],
  late: [],
  next: [],
  openIssues: [],
  canDeclare: false,
}
const busy: HomeState = {
  ...nothing,
  today: [morning(), morning({ title: 'Phones', owners: [ben], state: 'missed' })],
  next: [
    {
      start: 'evening',
      title: 'Evening checklist',
      dueAt: at('17:00'),
      zone: 'America/New_York',
      channel: 'C0OPS',
      owners: [maria],
    },
  ],
  openIssues: [payments()],
  canDeclare: true,
}
const names = { rounds: '/rounds', incident: '/incident', summary: '/summary' }
const said = (text: string) => readBlocks([{ type: 'section', text }])

describe('Home', () => {
  it('shows open issues, what is mine, what is the team’s, and what comes next', () => {
    expect(readBlocks(drawHome(busy).home)).toMatchInlineSnapshot(`
      "Rounds
      [Declare an incident]
      Open issues
      P0 incident 14 — payments are down
      Respond by today at 09:25, then Technical Lead [Acknowledge]
      Yours today
      Phones
      Fri 20 Nov 09:00 New York · 3 of 5 · 1 failed · #ops · @ben
      Missed: it closed at 11:00 with 2 items open. It can still be filled in, and then counts as done late. [View]
      The team's today
      Morning checklist
      Fri 20 Nov 09:00 New York · 3 of 5 · 1 failed · #ops · @maria [View]
      Next
      Evening checklist
      Fri 20 Nov 17:00 New York (your time today at 23:00) · #ops · @maria [Start now]
      Type /rounds help in any channel for what else Rounds can do."
    `)
  })

  it('names on each button what it is about', () => {
    const procedures = [
      { start: 'shop/rollback', title: 'Rollback', planTitle: 'Shop', takesMinutes: 10, limitMinutes: 15 },
    ]
    const { home } = drawHome({ ...busy, procedures })
    expect(readBlocks(home)).toContain('Rollback\nShop · about 10 min · limit 15 min [Start now]')
    expect(labelsIn(home)).toEqual([
      'Acknowledge issue 14: payments are down',
      'View: Phones',
      'View: Morning checklist',
      'Start now: Evening checklist',
      'Start now: Rollback',
    ])
  })

  it('is of use when there is nothing', () => {
    expect(readBlocks(drawHome(nothing).home)).toMatchInlineSnapshot(`
      "Rounds
      Open issues
      No open issues.
      Yours today
      Nothing of yours has fallen due today.
      Next
      No ritual is planned yet.
      Type /rounds help in any channel for what else Rounds can do."
    `)
  })
})

describe('whispers', () => {
  it('answer help', () => {
    expect(said(help(names))).toMatchInlineSnapshot(`
      "What Rounds can do
      /rounds today — what is due today, and how far it is
      /rounds next — what falls due next
      /rounds start RITUAL — open a checklist now
      /rounds launch DATE — move the launch, for plan admins; it shows what changes first
      /rounds import — make a plan of a maintenance document; or send me the file
      /incident what is happening — declare a P0 at once; /incident P2 what is happening a P2
      /incident — declare one with a form
      /incident list — every issue that is open
      /incident ack N, /incident update N, /incident resolve N, /incident show N — act on issue N
      /summary — the week so far
      Checklists appear by themselves when they fall due. The Rounds Home tab shows the same with buttons."
    `)
  })

  it('answer today, also when nothing is due', () => {
    expect(said(today(busy, at('10:00')))).toMatchInlineSnapshot(`
      "Open issues
      P0 incident 14 — payments are down · respond by today at 09:25, then Technical Lead
      Today
      Morning checklist — Fri 20 Nov 09:00 New York · 3 of 5 · 1 failed · #ops
      Phones — Fri 20 Nov 09:00 New York · 3 of 5 · 1 failed · #ops · Missed: it closed at 11:00 with 2 items open. It can still be filled in, and then counts as done late.
      Later today
      Evening checklist — Fri 20 Nov 17:00 New York (your time today at 23:00) · #ops"
    `)
    expect(said(today(nothing, at('10:00')))).toMatchInlineSnapshot(`
      "Today
      Nothing is due today.
      No open issues."
    `)
    expect(said(issueList([], 'UTC'))).toBe('No open issues.')
  })

  it('answer what they do not know with help', () => {
    expect(said(unknownCommand('`dance` & <!here>', names))).toContain('I do not know ˋdanceˋ & <!here>.')
  })

  it('tell where it is, and what others had already done', () => {
    expect(said(started({ title: 'Evening checklist', channel: 'C0OPS' }))).toBe('Evening checklist is open in #ops.')
    const settled = {
      kind: 'item-already-settled',
      title: 'Fax line',
      state: 'done',
      by: dana,
      at: at('09:04'),
    } as const
    const lost = { title: 'Fax line', text: null, refusal: settled }
    expect(overtakenMessages({ saved: 2, overtaken: [lost] }, 'America/New_York').map(said)).toMatchInlineSnapshot(`
      [
        "Saved, except what others had settled before you:
      • Fax line: @dana already marked it done today at 15:04. To change it, undo it first.",
      ]
    `)
  })

  it('gives every long answer back, in as many messages as that takes', () => {
    const refusal = { kind: 'already-signed-off', by: dana, at: at('09:04') } as const
    const overtaken = ['a', 'b', 'c'].map((letter) => ({ title: letter, text: letter.repeat(3000), refusal }))
    const messages = overtakenMessages({ saved: 0, overtaken }, 'America/New_York')
    for (const { text } of overtaken) expect(messages.join('\n')).toContain(text)
    expect(Math.max(...messages.map(({ length }) => length))).toBeLessThan(4000)
    expect(messages.join('\n').match(/signed this off/gu)).toHaveLength(1)
  })
})
