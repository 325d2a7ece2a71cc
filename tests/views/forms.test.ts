import { describe, expect, it } from 'vitest'
import { defaultSeverityRules } from '../../src/domain/severity.ts'
import { forms } from '../../src/slack/controls.ts'
import { declareForm } from '../../src/slack/views/forms/declare.ts'
import { failForm } from '../../src/slack/views/forms/fail.ts'
import { fillInForm } from '../../src/slack/views/forms/fill-in.ts'
import { issueView } from '../../src/slack/views/forms/issue.ts'
import { notApplicableForm } from '../../src/slack/views/forms/not-applicable.ts'
import { recordView } from '../../src/slack/views/forms/record.ts'
import { resolveForm } from '../../src/slack/views/forms/resolve.ts'
import { signOffForm } from '../../src/slack/views/forms/sign-off.ts'
import { updateForm } from '../../src/slack/views/forms/update.ts'
import { entry, issue, item, maria, morning, payments, readBlocks, section, settledItems, timeline } from './state.ts'

const severities = {
  ...defaultSeverityRules,
  P0: { ...defaultSeverityRules.P0, when: ['System completely down', 'Data loss'] },
}
const shown = (view: { title: { text: string }; blocks: object[]; submit?: { text: string } }) =>
  [`[${view.title.text}]`, readBlocks(view.blocks), view.submit ? `(${view.submit.text})` : '(no submit)'].join('\n')

describe('forms', () => {
  it('fill in what is open and list what is settled', () => {
    expect(shown(fillInForm({ checklist: morning(), section: 0 }))).toMatchInlineSnapshot(`
      "[Morning checklist]
      1 System health check · Status page
      Run: curl https://status.example.com/api/health
      Anything may be left empty. What you fill in is saved.
      Tick what is done (optional): ☐ API answers healthy
      Error count (optional): []
      Target < 10 · such as 12.5; 12,5 is the same
      Already settled
      ✓ Database backup — @maria 09:04
      (Save)"
    `)
  })

  it('tell of a check what its row on the card has no room for', () => {
    const note = 'Look at the last hundred lines, and on Mondays at those of the weekend too, above all at what repeats'
    const items = [item('Log', { note, look: 'Grafana', steps: ['Open it'] }), item('Lights', { note: 'All of them' })]
    const form = readBlocks(fillInForm({ checklist: morning({ sections: [section('')], items }), section: 0 }).blocks)
    expect(form).toContain(`Log\nLook: Grafana · ${note}\n1. Open it`)
    expect(form).not.toContain('All of them')
  })

  it('say the name of a checklist once, and whole', () => {
    const named = (title: string) =>
      readBlocks(fillInForm({ checklist: morning({ title, sections: [section('')] }), section: 0 }).blocks)
    expect(named('Opening round')).not.toContain('Opening round')
    const long = 'Opening round of the shop in town'
    expect(named(long)).toContain(long)
  })

  it('put the focus on the reading that was asked for', () => {
    const items = [item('Lights'), item('Disk', { kind: 'percent', unit: '%' }), item('Verified', { kind: 'yes-no' })]
    const focused = (first?: number) => {
      const checklist = morning({ sections: [section('')], items })
      const { blocks } = fillInForm({ checklist, section: 0, ...(first === undefined ? {} : { first }) })
      return blocks.filter((block) => JSON.stringify(block).includes('"focus_on_load":true')).map(readBlock)
    }
    const readBlock = (block: object) => readBlocks([block]).split('\n')[0]
    expect([focused(), focused(1), focused(2)]).toEqual([
      [],
      ['Disk (optional): [in %]'],
      ['Verified (optional): [Choose]'],
    ])
  })

  it('offer each kind of reading its own input', () => {
    const kinds = morning({
      sections: [section('Readings')],
      items: [
        item('Disk used', { kind: 'percent', unit: '%', targets: [{ op: '<', value: 80 }] }),
        item('Backup verified', { kind: 'yes-no' }),
        item('System health', { kind: 'choice', options: ['Excellent', 'Good', 'Fair'] }),
        item('Wins this week', { kind: 'text', group: 'Notes' }),
      ],
    })
    expect(shown(fillInForm({ checklist: kinds, section: 0 }))).toMatchInlineSnapshot(`
      "[Morning checklist]
      Readings
      Anything may be left empty. What you fill in is saved.
      Disk used (optional): [in %]
      Target < 80 % · such as 97.5 %; 97,5 is the same
      Backup verified (optional): [Choose]
      System health (optional): [Choose]
      Notes: Wins this week (optional): []
      (Save)"
    `)
  })

  it('let a whole rating be chosen, and one with fractions be typed', () => {
    const above = (value: number) => [{ op: '>' as const, value }]
    const inputOf = (more: Parameters<typeof item>[1]) => {
      const stars = item('Stars', { kind: 'rating', unit: 'of 5', ...more })
      const { blocks } = fillInForm({ checklist: morning({ sections: [section('')], items: [stars] }), section: 0 })
      return blocks.flatMap((block) => ('element' in block ? block.element.type : []))
    }
    expect(inputOf({})).toEqual(['static_select'])
    expect(inputOf({ targets: above(4) })).toEqual(['static_select'])
    expect(inputOf({ targets: above(4.5) })).toEqual(['plain_text_input'])
    expect(inputOf({ statistic: 'average' })).toEqual(['plain_text_input'])
    expect(inputOf({ unit: 'of 100' })).toEqual(['plain_text_input'])
  })

  it('give an expected word one line, and other words as many as they want', () => {
    const lines = (more: Parameters<typeof item>[1]) => {
      const state = item('State', { kind: 'text', ...more })
      const { blocks } = fillInForm({ checklist: morning({ sections: [section('')], items: [state] }), section: 0 })
      return JSON.stringify(blocks).includes('"multiline":true')
    }
    expect([lines({}), lines({ targets: [{ op: 'is', word: 'healthy' }] })]).toEqual([true, false])
  })

  it('pick a date, with its time where its age is told in hours', () => {
    const inputOf = (unit: string) => {
      const backup = item('Backup', { kind: 'date', unit })
      const { blocks } = fillInForm({ checklist: morning({ sections: [section('')], items: [backup] }), section: 0 })
      return blocks.flatMap((block) => ('element' in block ? block.element.type : []))
    }
    expect([inputOf('d'), inputOf('h'), inputOf('min')]).toEqual([
      ['datepicker'],
      ['datetimepicker'],
      ['datetimepicker'],
    ])
  })

  it('put at most ten ticks in a group, and all of a long section within reach', () => {
    const items = Array.from({ length: 150 }, (_, index) =>
      item(`Check ${index}`, index < 35 ? {} : { kind: 'number' as const }),
    )
    const view = fillInForm({ checklist: morning({ sections: [section('Long')], items }), section: 0 })
    expect(view.blocks.filter(({ type }) => type === 'input')).toHaveLength(80)
    expect(readBlocks(view.blocks)).toContain('Save these, then open the form again for 39 more.')
  })

  it('say so when nothing is open', () => {
    const settled = morning({ items: settledItems, sections: [section('System')] })
    const view = fillInForm({ checklist: settled, section: 0 })
    expect(view.submit).toBeUndefined()
    expect(shown(view)).toContain('Everything here is settled.')
    expect(shown(failForm({ checklist: settled, item: null, severities }))).toContain('undo it first')
  })

  it('ask what failed', () => {
    expect(shown(failForm({ checklist: morning(), item: null, severities }))).toMatchInlineSnapshot(`
      "[Something failed]
      Morning checklist · Fri 20 Nov 09:00
      What failed?: [Choose]
      What did you see? (optional): [The queue has been growing since 08:50]
      How bad is it? (optional): [Choose]
      Left empty, it is as bad as the plan says.
      Who sees to it? (optional): [Choose a person]
      Left empty, the plan decides who is asked.
      Sending this opens an issue and asks somebody at once.
      (Open an issue)"
    `)
    expect(shown(failForm({ checklist: morning(), item: 0, severities, suggested: 'P1' }))).toContain('[P1 High]')
  })

  it('name what failed with the group that tells it from others', () => {
    const items = ['Paris', 'Lyon'].map((group) => item('Keys', { group }))
    expect(shown(failForm({ checklist: morning({ items }), item: 1, severities }))).toContain('Lyon: Keys')
  })

  it('ask why an item does not apply, and which', () => {
    expect(shown(notApplicableForm({ checklist: morning(), item: 2 }))).toMatchInlineSnapshot(`
      "[Not applicable]
      Morning checklist · Fri 20 Nov 09:00
      Which item does not apply this time?: [Error count]
      Why? (optional): [The shop is closed today]
      It counts as settled and opens no issue. You can undo it.
      (Save)"
    `)
  })

  it('sign off only what is settled', () => {
    const settled = morning({ items: settledItems, sections: [section('System')], state: 'done' })
    expect(shown(signOffForm({ checklist: settled }))).toMatchInlineSnapshot(`
      "[Sign off]
      Morning checklist: 2 of 2 · 1 failed.
      How many minutes did it take? (optional): [The plan says about 15]
      After signing off, its items can no longer be changed.
      (Sign off)"
    `)
    expect(shown(signOffForm({ checklist: morning() }))).toMatchInlineSnapshot(`
      "[Sign off]
      Morning checklist has 2 items open. Settle them first, then sign off.
      (no submit)"
    `)
  })

  it('declare with two questions', () => {
    expect(shown(declareForm({ severities, text: 'Payments are down' }))).toMatchInlineSnapshot(`
      "[Declare an incident]
      What is happening?: [Payments are down]
      How bad is it?: [P0 Critical]
      What do you know so far? (optional): []
      P0 Critical: System completely down, Data loss · respond within 15 min, resolve within 1 h
      P1 High · respond within 2 h, resolve within 24 h
      P2 Medium · respond within 24 h, resolve within 7 days
      P3 Low · respond within 2 days
      (Declare)"
    `)
  })

  it('update and resolve', () => {
    expect(shown(updateForm({ issue: payments() }))).toMatchInlineSnapshot(`
      "[Update incident 14]
      P0 incident 14 — payments are down
      Where does it stand?: ☑ Investigating ☐ Identified ☐ Fixing ☐ Monitoring
      What should everybody know?: []
      (Send update)"
    `)
    expect(shown(resolveForm({ issue: payments() }))).toMatchInlineSnapshot(`
      "[Resolve incident 14]
      P0 incident 14 — payments are down
      What was it, and what was done? (optional): []
      Both clocks stop, and nobody else is asked.
      (Resolve)"
    `)
  })

  it('carry what they are about', () => {
    const { checklist, metadata } = { checklist: morning(), metadata: fillInForm({ checklist: morning(), section: 1 }) }
    expect(forms.fillIn.about.parse(JSON.parse(metadata.private_metadata ?? ''))).toEqual({
      checklist: checklist.id,
      section: 1,
    })
    const declared = declareForm({ severities, channel: 'C0OPS' })
    expect(JSON.parse(declared.private_metadata ?? '')).toEqual({ channel: 'C0OPS' })
  })
})

describe('records', () => {
  it('show the whole of a checklist', () => {
    const opened = entry('09:00', null, { kind: 'checklist-opened', ritual: 'morning', late: false })
    const done = entry('09:04', maria, { kind: 'item-done', item: 'b', title: 'Database backup', reading: null })
    const view = recordView({ checklist: morning(), issues: { i12: issue() }, timeline: [opened, done] })
    expect(shown(view)).toMatchInlineSnapshot(`
      "[Morning checklist]
      Morning checklist
      DrainPro · Fri 20 Nov 09:00 New York (your time today at 15:00) · open until 11:00 · about 15 min · owner @maria
      ▓▓▓▓▓▓▓░░░░░  3 of 5 · 1 failed
      1 System health check · Status page
      Run: curl https://status.example.com/api/health
      ○ API answers healthy
      ✓ Database backup — @maria 09:04
      ○ Error count (target < 10)
      2 Phones
      ✗ Call forwarding (No tone) — issue 12, P1 · respond by 11:04, then Technical Lead
      – Fax line — not applicable, @ben 09:05: shop closed
      What happened
      09:00 — Opened.
      09:04 — @maria ticked Database backup.
      (no submit)"
    `)
  })

  it('show the whole of an issue', () => {
    const about = { issue: payments(), timeline, zone: 'America/New_York', planTitle: 'DrainPro' }
    expect(shown(issueView(about))).toMatchInlineSnapshot(`
      "[Incident 14]
      P0 incident 14 — payments are down
      > Cards are refused since 03:05.
      > Both tills.
      Investigating · respond by today at 09:25, then Technical Lead
      Opened by @maria
      [Acknowledge] [Update] [Resolve]
      What happened
      today at 09:10 — @maria opened it as P0: payments are down.
      today at 09:10 — Asked @maria (Operations Manager).
      today at 09:25 — Asked @dana (Technical Lead): nobody had acknowledged it in time.
      (no submit)"
    `)
  })
})
