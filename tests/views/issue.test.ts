import { describe, expect, it } from 'vitest'
import type { Issue } from '../../src/domain/issue.ts'
import { issueView } from '../../src/slack/views/forms/issue.ts'
import { drawAsk, drawIncident, drawIssue } from '../../src/slack/views/issue.ts'
import { at, dana, entry, issue, labelsIn, maria, payments, read, readBlocks, timeline } from './state.ts'

const about = (found: Issue) => ({ issue: found, timeline, zone: 'America/New_York', planTitle: 'DrainPro' })
const taken = { acknowledged: { by: dana, at: at('03:27') }, commander: dana, responseAskAt: null }
const over = {
  ...taken,
  status: 'resolved' as const,
  resolved: { by: dana, at: at('03:52'), text: 'Restarted the gateway.' },
  resolutionAskAt: null,
}
const escalated = {
  asks: [
    { level: 0, at: at('03:10'), why: 'opened' as const },
    { level: 1, at: at('03:25'), why: 'not-acknowledged' as const },
  ],
  responseAskAt: at('03:40'),
}

describe('an issue in the thread', () => {
  it('shows its clock and what can be done', () => {
    expect(read(drawIssue(about(issue())))).toMatchInlineSnapshot(`
      "@maria P1 issue 12 — Call forwarding
      > No tone
      Respond by 17:04, then Technical Lead
      [Acknowledge] [Update] [Resolve] [View]
      — text: @maria P1 issue 12: Call forwarding. Respond by 17:04, then Technical Lead."
    `)
  })

  it('names its owner, unless that is whoever has it', () => {
    const owned = issue({ owner: dana })
    expect(read(drawIssue(about(owned)))).toContain('Owner @dana')
    expect(read(drawIssue(about({ ...owned, ...taken })))).not.toContain('Owner')
    expect(readBlocks(issueView(about(owned)).blocks)).toContain('Owner @dana · Opened by @ben')
    expect(readBlocks(issueView(about(issue())).blocks)).not.toContain('Owner')
  })

  it('is named on each of its buttons', () => {
    expect(labelsIn(drawIssue(about(issue())))).toEqual(
      ['Acknowledge', 'Update', 'Resolve', 'View'].map((verb) => `${verb} issue 12: Call forwarding`),
    )
  })

  it('condenses when it is over', () => {
    const withdrawn = issue({ withdrawnAt: at('09:10'), responseAskAt: null, resolutionAskAt: null })
    expect(read(drawIssue(about(withdrawn)))).toMatchInlineSnapshot(`
      "– P1 issue 12: Call forwarding
      Withdrawn: the failed item was opened again. [View]
      — text: P1 issue 12: Call forwarding. Withdrawn: the failed item was opened again."
    `)
  })
})

describe('an incident', () => {
  it('shows where it stands, whose it is and who is asked next', () => {
    expect(read(drawIncident(about(payments())))).toMatchInlineSnapshot(`
      "P0 incident 14: payments are down
      DrainPro
      > Cards are refused since 03:05.
      > Both tills.
      Status
      Investigating
      Severity
      P0
      Commander
      Nobody yet
      Opened by
      @maria
      Respond by 09:25, then Technical Lead
      09:10 — @maria opened it as P0: payments are down.
      09:10 — Asked @maria (Operations Manager).
      09:25 — Asked @dana (Technical Lead): nobody had acknowledged it in time.
      [Acknowledge] [Update] [Resolve] [View]
      — text: P0 incident 14: payments are down. Investigating. Respond by 09:25, then Technical Lead."
    `)
  })

  it('shows who has it', () => {
    const found = payments({ ...taken, status: 'fixing' })
    const updated = [
      ...timeline,
      entry('03:30', dana, { kind: 'issue-updated', text: 'Gateway is down', status: 'fixing' }),
    ]
    expect(read(drawIncident({ ...about(found), timeline: updated }))).toMatchInlineSnapshot(`
      "P0 incident 14: payments are down
      DrainPro
      > Cards are refused since 03:05.
      > Both tills.
      Status
      Fixing
      Severity
      P0
      Commander
      @dana
      Opened by
      @maria
      @dana has it · resolve by 10:10, then Technical Lead
      09:10 — @maria opened it as P0: payments are down.
      09:10 — Asked @maria (Operations Manager).
      09:25 — Asked @dana (Technical Lead): nobody had acknowledged it in time.
      09:30 — @dana, fixing: Gateway is down
      [Update] [Resolve] [View]
      — text: P0 incident 14: payments are down. Fixing. @dana has it · resolve by 10:10, then Technical Lead."
    `)
  })

  it('condenses when it is resolved, with its times against the clocks', () => {
    expect(read(drawIncident(about(payments(over))))).toMatchInlineSnapshot(`
      "✓ P0 incident 14: payments are down
      Resolved by @dana: Restarted the gateway.
      Acknowledged in 17 min (clock 15 min) · resolved in 42 min (clock 1 h) [View]
      — text: P0 incident 14: payments are down. Resolved by @dana: Restarted the gateway. Acknowledged in 17 min (clock 15 min) · resolved in 42 min (clock 1 h)."
    `)
  })
})

describe('how to reach a level', () => {
  const ladder = ['Manager', 'Lead', 'Director'].map((title) => ({
    ...{ title, people: [dana] },
    contacts: [{ phone: `${title} 555` }],
  }))
  const opened = { level: 0, at: at('03:10'), why: 'opened' as const }

  it('is shown of those who were asked and of whoever is next, each once', () => {
    const asks = [opened, { ...opened, at: at('03:25'), why: 'update-due' as const }]
    const card = read(drawIncident(about(payments({ ladder, asks }))))
    expect(card.match(/\w+: \w+ 555/g)).toEqual(['Manager: Manager 555', 'Lead: Lead 555'])
  })

  it('stands in an ask for help, and not where only an update is asked for', () => {
    const asks = [opened, { ...opened, at: at('03:25'), why: 'update-due' as const, people: [dana] }]
    const state = about(payments({ ladder, asks, updatesMinutes: 30, updateAskAt: at('03:55') }))
    expect(read(drawAsk({ ...state, ask: 0 }))).toContain('Manager 555')
    expect(read(drawAsk({ ...state, ask: 1 }))).toContain('Please send an update')
    expect(read(drawAsk({ ...state, ask: 1 }))).not.toContain('Manager 555')
  })
})

describe('the procedures of an incident', () => {
  it('are started from its card, by a button that names it', () => {
    const drawing = drawIncident({ ...about(payments()), hasProcedures: true })
    expect(labelsIn(drawing).at(-1)).toBe('Start a procedure for issue 14: payments are down')
  })
})

describe('an ask', () => {
  it('says why, by when and who is next', () => {
    expect(read(drawAsk({ ...about(payments()), ask: 0 }))).toMatchInlineSnapshot(`
      "@maria P0 incident 14: payments are down. It has just been opened, and you are asked first. Please acknowledge by 09:25; after that, Technical Lead is asked.
      [Acknowledge] [Update] [Resolve] [View]
      — text: @maria P0 incident 14: payments are down. It has just been opened, and you are asked first. Please acknowledge by 09:25; after that, Technical Lead is asked."
    `)
    expect(read(drawAsk({ ...about(payments(escalated)), ask: 1 }))).toMatchInlineSnapshot(`
      "@dana P0 incident 14: payments are down. Nobody has acknowledged it for 15 min. Please acknowledge by 09:40; after that, you are asked again.
      [Acknowledge] [Update] [Resolve] [View]
      — text: @dana P0 incident 14: payments are down. Nobody has acknowledged it for 15 min. Please acknowledge by 09:40; after that, you are asked again."
    `)
  })

  it('tells those asked earlier that others were asked since', () => {
    expect(read(drawAsk({ ...about(payments(escalated)), ask: 0 }))).toContain(
      'Please acknowledge. Others have been asked since.\n[Acknowledge] [View]',
    )
  })

  it('has one primary button, with those who were asked last', () => {
    const buttons = (ask: number) => JSON.stringify(drawAsk({ ...about(payments(escalated)), ask })?.blocks)
    expect(buttons(0)).not.toContain('"primary"')
    expect(buttons(1)).toContain('"primary"')
  })

  it('asks for help where nobody has resolved it', () => {
    const late = { asks: [{ level: 1, at: at('04:10'), why: 'not-resolved' as const }], resolutionAskAt: at('05:10') }
    expect(read(drawAsk(about(payments({ ...taken, ...late }))))).toMatchInlineSnapshot(`
      "@dana P0 incident 14: payments are down. It has been open for 1 h without being resolved. Please resolve it or say where it stands by 11:10; after that, you are asked again.
      [Update] [Resolve] [View]
      — text: @dana P0 incident 14: payments are down. It has been open for 1 h without being resolved. Please resolve it or say where it stands by 11:10; after that, you are asked again."
    `)
  })

  it('condenses once somebody has answered', () => {
    expect(read(drawAsk(about(payments(taken))))).toMatchInlineSnapshot(`
      "P0 incident 14: payments are down. @dana acknowledged it (09:27).
      — text: P0 incident 14: payments are down. @dana acknowledged it (09:27)."
    `)
    expect(read(drawAsk(about(payments(over))))).toMatchInlineSnapshot(`
      "P0 incident 14: payments are down. Resolved by @dana.
      — text: P0 incident 14: payments are down. Resolved by @dana."
    `)
  })

  it('says so where the plan names nobody', () => {
    const ladder = [{ title: 'CTO', people: [] }]
    expect(read(drawAsk(about(payments({ ladder, openedBy: maria }))))).toContain(
      'Nobody is named for CTO; whoever reads this, please step in.',
    )
  })

  it('does not exist where nobody was asked', () => {
    expect(drawAsk(about(payments({ asks: [] })))).toBeNull()
  })
})

describe('people without a role', () => {
  const ladder = [
    { title: '', people: [maria] },
    { title: dana, people: [dana] },
  ]
  const asked = entry('03:10', null, { kind: 'issue-asked', level: '', people: [maria], why: 'opened' })
  const nobody = entry('03:10', null, { kind: 'issue-asked', level: dana, people: [], why: 'opened' })
  const about = (found: Issue) => ({ issue: found, timeline: [asked, nobody], zone: 'UTC', planTitle: 'DrainPro' })

  it('are mentioned once they have been asked, and not before', () => {
    const first = drawIncident(about(payments({ ladder })))
    expect(JSON.stringify(first)).not.toContain(dana)
    expect(read(first)).toContain('then the next person\n')
    expect(read(drawAsk(about(payments({ ladder }))))).toContain('after that, the next person is asked')
    expect(read(drawIncident(about(payments({ ladder, ...escalated }))))).toContain(
      'Response overdue since today at 09:25; asked next: @dana again, today at 09:40',
    )
  })

  it('are told of both clocks once both have run out, whichever asks next', () => {
    const late = { level: 1, at: at('11:00'), why: 'not-resolved' as const, people: [dana] }
    const both = {
      respondBy: at('09:25'),
      resolveBy: at('10:10'),
      resolutionAskAt: at('11:30'),
      responseAskAt: at('12:00'),
    }
    const drawn = (more: Partial<Issue>) =>
      read(drawIncident(about(payments({ ladder, ...both, asks: [late], ...more }))))
    expect(drawn({})).toContain(
      'Response overdue since today at 15:25 · resolution overdue since today at 16:10; asked next',
    )
    const taken = { acknowledged: { by: dana, at: at('10:50') }, responseAskAt: null }
    expect(drawn(taken)).not.toContain('esponse overdue')
    expect(drawn({ resolutionAskAt: at('12:00'), responseAskAt: at('11:30') })).toContain(
      'Resolution overdue since today at 16:10 · response overdue since today at 15:25; asked next',
    )
  })

  it('need no title in the timeline', () => {
    const drawn = read(drawIncident(about(payments({ ladder }))))
    expect(drawn).toContain('Asked @maria.')
    expect(drawn).toContain('Nobody is named to be asked.')
  })

  it('may be nobody at all', () => {
    const unowned = payments({ ladder: [{ title: '', people: [] }] })
    expect(read(drawAsk(about(unowned)))).toContain('Nobody is named as its owner; whoever reads this, please step in.')
    expect(read(drawIncident(about(unowned)))).toContain('then the owner again')
  })
})
