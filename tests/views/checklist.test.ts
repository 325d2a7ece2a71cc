import { describe, expect, it } from 'vitest'
import { isSplit, type Settlement } from '../../src/domain/checklist.ts'
import { drawChecklist, drawReminder, drawSection } from '../../src/slack/views/checklist.ts'
import { at, ben, done, issue, item, maria, morning, open, read, section, settledItems } from './state.ts'

const issues = { i12: issue() }
const settled = { items: settledItems, sections: [section('System health check')], state: 'done' as const }

describe('a checklist card', () => {
  it('shows what is open, what was done and what failed', () => {
    expect(read(drawChecklist({ checklist: morning(), issues }))).toMatchInlineSnapshot(`
      "Morning checklist
      DrainPro · Fri 20 Nov 09:00 New York (your time today at 15:00) · open until 11:00 · about 15 min · owner @maria
      ▓▓▓▓▓▓▓░░░░░  3 of 5 · 1 failed
      If something fails: Follow the incident procedure
      1 System health check · Status page
      Run: curl https://status.example.com/api/health [Fill in]
      API answers healthy [Done]
      ✓ Database backup — @maria 09:04 [⋯]
      Error count (target < 10) [Enter]
      2 Phones
      ✗ Call forwarding (No tone) — issue 12, P1 · respond by 11:04, then Technical Lead [⋯]
      – Fax line — not applicable, @ben 09:05: shop closed [⋯]
      [Fill in] [Something failed] [⋯]
      — text: Morning checklist, DrainPro, Fri 20 Nov 09:00 New York. 3 of 5 settled, 1 failed. Open until 11:00, owner @maria."
    `)
  })

  it('tells the work of days in days', () => {
    const card = (takesMinutes: number) => read(drawChecklist({ checklist: morning({ takesMinutes }), issues }))
    expect(card(24 * 60)).toContain('about 1 day · ')
    expect(card(3 * 24 * 60)).toContain('about 3 days · ')
    expect(card(30 * 60)).toContain('about 30 h · ')
  })

  it('names the item on each of its repeated buttons', () => {
    const buttons = JSON.stringify(drawChecklist({ checklist: morning(), issues }).blocks)
    expect(buttons).toContain('"accessibility_label":"Mark done: API answers healthy"')
    expect(buttons).toContain('"accessibility_label":"Enter: Error count"')
  })

  it('says who has a failed item by now', () => {
    const taken = issue({ acknowledged: { by: ben, at: at('09:20') }, responseAskAt: null })
    expect(read(drawChecklist({ checklist: morning(), issues: { i12: taken } }))).toContain(
      '✗ Call forwarding (No tone) — issue 12, P1 · @ben has it · resolve by Sat 21 Nov 09:04, then Technical Lead',
    )
  })

  it('asks the owner to sign off when all is settled', () => {
    expect(read(drawChecklist({ checklist: morning(settled), issues }))).toMatchInlineSnapshot(`
      "Morning checklist
      DrainPro · Fri 20 Nov 09:00 New York (your time today at 15:00) · about 15 min · owner @maria
      ▓▓▓▓▓▓▓▓▓▓▓▓  2 of 2 · 1 failed
      Ready to sign off by @maria.
      If something fails: Follow the incident procedure
      System health check
      ✓ API answers healthy — @maria 09:03 [⋯]
      ✗ Error count: 14 (target < 10) — issue 12, P1 · respond by 11:04, then Technical Lead [⋯]
      [Sign off]
      — text: Morning checklist, DrainPro, Fri 20 Nov 09:00 New York. 2 of 2 settled, 1 failed. Ready to sign off by @maria."
    `)
  })

  it('condenses to one line once signed off', () => {
    const signedOff = { by: maria, at: at('09:21'), minutes: 14 }
    expect(read(drawChecklist({ checklist: morning({ ...settled, signedOff }), issues }))).toMatchInlineSnapshot(`
      "✓ Morning checklist Fri 20 Nov — 2 of 2 · 1 failed · signed off by @maria 09:21 · took 14 min [View]
      — text: Morning checklist, Fri 20 Nov: 2 of 2 · 1 failed · signed off by @maria 09:21 · took 14 min."
    `)
  })

  it('says that it was opened late', () => {
    const late = morning({ late: true, openedAt: at('10:12') })
    expect(read(drawChecklist({ checklist: late, issues }))).toContain(
      'Opened late, at 10:12: Rounds was not running at its time.',
    )
  })

  it('says that a holiday moved it', () => {
    const moved = { opensAt: at('09:00', '2026-11-23'), closesAt: at('11:00', '2026-11-23') }
    expect(read(drawChecklist({ checklist: morning(moved), issues }))).toContain(
      'moved by a holiday to Mon 23 Nov 09:00 · open until 11:00',
    )
  })

  it('is its standing alone while it is missed, and is filled in from there', () => {
    const missed = morning({ state: 'missed', items: morning().items.map((one) => ({ ...one, settlement: open })) })
    expect(read(drawChecklist({ checklist: missed, issues }))).toMatchInlineSnapshot(`
      "Morning checklist
      DrainPro · Fri 20 Nov 09:00 New York (your time today at 15:00) · closed at 11:00 · about 15 min · owner @maria
      ░░░░░░░░░░░░  0 of 5
      Missed: it closed at 11:00 with 4 items open. It can still be filled in, and then counts as done late. [⋯]
      [Fill in] [View]
      — text: Morning checklist, DrainPro, Fri 20 Nov 09:00 New York. 0 of 5 settled. Missed: it closed at 11:00 with 4 items open. It can still be filled in, and then counts as done late."
    `)
    expect(JSON.stringify(drawChecklist({ checklist: missed, issues }).blocks)).toContain('"Fill in: Phones"')
    const wins = { items: [item('Wins', { optional: true }), item('Fax', { section: 1 })], state: 'missed' as const }
    expect(JSON.stringify(drawChecklist({ checklist: morning(wins), issues }).blocks)).toMatch(
      /"Fill in"\},"action_id":"section.fill","value":"c1\/1"/u,
    )
  })

  it('shows what a command should answer as it is printed', () => {
    const expect200 = '{\n  "status": "healthy",\n  "systems": [\n    "`api`"\n  ]\n}\n'
    const found = section('Health', { expect: expect200, ifFailed: 'If any alarms ring, call the technician' })
    expect(read(drawChecklist({ checklist: morning({ sections: [found] }), issues }))).toContain(
      'Health\nExpect:\n{\n  "status": "healthy",\n  "systems": [\n    "ˋapiˋ"\n  ]\n}\nIf any alarms ring, call the technician',
    )
    const short = section('Health', { expect: 'HTTP 200', ifFailed: 'Call the technician' })
    expect(read(drawChecklist({ checklist: morning({ sections: [short] }), issues }))).toContain(
      'Expect: HTTP 200\nIf it fails: Call the technician',
    )
  })

  it('numbers the steps of a section, and says where there are more', () => {
    const steps = (count: number) => section('Restore', { steps: Array.from({ length: count }, (_, n) => `Step ${n}`) })
    const drawn = (count: number) => read(drawChecklist({ checklist: morning({ sections: [steps(count)] }), issues }))
    expect(drawn(2)).toContain('Restore\n1. Step 0\n2. Step 1\n')
    expect(drawn(21)).toContain('20. Step 19\n…')
  })

  it('tells how an item is done where a card has room, else where to find it', () => {
    const backup = item('Backup', { steps: ['Pick one', 'Restore it'], run: './restore.sh', expect: '42 tables' })
    const among = (count: number) =>
      read(
        drawChecklist({
          checklist: morning({ items: [backup, ...Array.from({ length: count }, (_, n) => item(`Other ${n}`))] }),
          issues,
        }),
      )
    expect(among(1)).toContain('Backup\n1. Pick one\n2. Restore it\nRun: ./restore.sh\nExpect: 42 tables [Done]')
    expect(among(20)).toContain('Backup\n… Fill in shows how [Done]')
  })

  it('counts warnings beside failures', () => {
    const warned = {
      kind: 'status',
      options: ['Good', 'Fair', 'Poor'],
      settlement: { ...done('09:04'), reading: { text: 'Fair', value: null } },
    } as const
    expect(read(drawChecklist({ checklist: morning({ items: [item('Health', warned)] }), issues }))).toContain(
      '1 of 1 · 1 warning',
    )
  })

  it('shows which answers of a choice are in order', () => {
    const health = { kind: 'choice', options: ['Excellent', 'Good', 'Poor'], flag: ['poor'] } as const
    const poor = { text: 'Poor', value: null }
    const failed = { state: 'failed', by: ben, at: at('09:04'), reading: poor, note: null, issue: 'i12' } as const
    const checklist = morning({ items: [item('Health', health), item('Pumps', { ...health, settlement: failed })] })
    const drawn = read(drawChecklist({ checklist, issues }))
    expect(drawn).toContain('Health (target Excellent or Good) [Enter]')
    expect(drawn).toContain('✗ Pumps: Poor (target Excellent or Good) — issue 12')
  })

  it('tells what was settled on another day by its weekday', () => {
    const next: Settlement = { state: 'done', by: maria, at: at('08:30', '2026-11-21'), reading: null }
    const later: Settlement = { ...next, at: at('08:30', '2026-12-02') }
    const items = [item('API', { settlement: next }), item('Fax', { settlement: later })]
    const drawn = read(drawChecklist({ checklist: morning({ items, state: 'done-late' }), issues }))
    expect(drawn).toContain('✓ API — @maria Sat 08:30')
    expect(drawn).toContain('✓ Fax — @maria Wed 2 Dec 08:30')
  })

  it('says that it was finished late, or never shown', () => {
    const standing = (state: 'done-late' | 'not-delivered') =>
      read(drawChecklist({ checklist: morning({ state }), issues }))
    expect(standing('done-late')).toContain('Finished after it closed at 11:00. Ready to sign off by @maria.')
    expect(standing('not-delivered')).toContain("so it is nobody's miss")
  })

  it('shows typed text as it was typed', () => {
    const checklist = morning({ items: [item('<!channel> *now* <https://evil|good>')] })
    const drawn = JSON.stringify(drawChecklist({ checklist, issues: {} }).blocks)
    expect(drawn).toContain('&lt;!channel&gt; ∗now∗ &lt;https://evil|good&gt;')
  })

  it('says so when there is nothing in it', () => {
    expect(read(drawChecklist({ checklist: morning({ sections: [], items: [] }), issues: {} }))).toContain('no items')
  })
})

describe('a checklist too long for one card', () => {
  const sections = Array.from({ length: 6 }, (_, index) => section(`Area ${index + 1}`))
  const items = sections.flatMap((_, index) =>
    Array.from({ length: 10 }, (_, number) =>
      item(`Check ${index + 1}.${number + 1}`, {
        section: index,
        ...(index === 0 ? { settlement: done('09:10') } : {}),
      }),
    ),
  )
  const long = morning({ sections, items, ifFailed: null })

  it('lists its sections', () => {
    expect(isSplit(long)).toBe(true)
    expect(isSplit(morning())).toBe(false)
    expect(read(drawChecklist({ checklist: long, issues: {} }))).toMatchInlineSnapshot(`
      "Morning checklist
      DrainPro · Fri 20 Nov 09:00 New York (your time today at 15:00) · open until 11:00 · about 15 min · owner Operations Manager
      ▓▓░░░░░░░░░░  10 of 60
      ✓ 1 Area 1 — 10 of 10
      2 Area 2 — 0 of 10 [Fill in]
      3 Area 3 — 0 of 10 [Fill in]
      4 Area 4 — 0 of 10 [Fill in]
      5 Area 5 — 0 of 10 [Fill in]
      6 Area 6 — 0 of 10 [Fill in]
      [Fill in] [Something failed] [⋯] [View]
      — text: Morning checklist, DrainPro, Fri 20 Nov 09:00 New York. 10 of 60 settled. Open until 11:00, owner Operations Manager."
    `)
  })

  it('shows each section in the thread', () => {
    expect(read(drawSection({ checklist: long, issues: {}, section: 1 }))).toMatchInlineSnapshot(`
      "2 Area 2
      ░░░░░░░░░░░░  0 of 10
      Check 2.1 [Done]
      Check 2.2 [Done]
      Check 2.3 [Done]
      Check 2.4 [Done]
      Check 2.5 [Done]
      Check 2.6 [Done]
      Check 2.7 [Done]
      Check 2.8 [Done]
      Check 2.9 [Done]
      Check 2.10 [Done]
      [Fill in] [Something failed] [View]
      — text: Morning checklist, section 2, Area 2: 0 of 10."
    `)
    expect(drawSection({ checklist: long, issues: {}, section: 9 })).toBeNull()
  })

  it('puts what is open first where even one section is too long', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      item(`Check ${index + 1}`, index < 50 ? { settlement: done('09:10') } : {}),
    )
    const checklist = morning({ sections: [section('Area')], items: many })
    const drawn = read(drawSection({ checklist, issues: {}, section: 0 }))
    expect(drawn.match(/\[Done\]/gu)).toHaveLength(10)
    expect(drawn).toContain('more\n[Fill in] [Something failed] [View]')
  })
})

describe('the reminder', () => {
  const reminded = { remindedAt: at('10:30') }

  it('asks the owners for what is open', () => {
    expect(read(drawReminder({ checklist: morning(reminded) }))).toMatchInlineSnapshot(`
      "@maria Morning checklist closes at 11:00. Still open: API answers healthy, Error count.
      [Fill in]
      — text: @maria Morning checklist closes at 11:00. Still open: API answers healthy, Error count."
    `)
  })

  it('mentions nobody once it no longer holds', () => {
    expect(read(drawReminder({ checklist: morning({ ...reminded, ...settled }) }))).toMatchInlineSnapshot(`
      "Morning checklist: everything has been settled since the reminder.
      — text: Morning checklist: everything has been settled since the reminder."
    `)
    expect(read(drawReminder({ checklist: morning({ ...reminded, state: 'missed' }) }))).toMatchInlineSnapshot(`
      "Morning checklist is closed with 2 items open. The card above says more.
      — text: Morning checklist is closed with 2 items open. The card above says more."
    `)
  })

  it('does not exist before it is due', () => {
    expect(drawReminder({ checklist: morning() })).toBeNull()
  })
})
