import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../src/domain/refusal.ts'
import { plainRefusal, refusalSentence } from '../../src/slack/views/refusals.ts'
import { at, dana, maria, readBlocks } from './state.ts'

const zone = 'America/New_York'
const said = (refusal: Refusal) => readBlocks([{ type: 'section', text: refusalSentence(refusal, zone) }])

const each: readonly Refusal[] = [
  { kind: 'item-already-settled', title: 'Fax line', state: 'not-applicable', by: maria, at: at('09:04') },
  { kind: 'item-not-settled', title: 'Fax line' },
  { kind: 'item-unknown' },
  { kind: 'item-needs-reading', title: 'Error count' },
  { kind: 'reading-not-understood', title: 'Error count', wants: 'a number such as 12', got: 'a lot' },
  { kind: 'reading-not-understood', title: 'Error count', wants: 'a number such as 12', got: '' },
  { kind: 'items-still-open', count: 1 },
  { kind: 'items-still-open', count: 3 },
  { kind: 'already-signed-off', by: maria, at: at('09:21') },
  { kind: 'checklist-unknown' },
  { kind: 'issue-unknown' },
  { kind: 'already-acknowledged', by: dana, at: at('03:27') },
  { kind: 'already-resolved', by: null, at: at('03:52') },
  { kind: 'already-resolved', by: dana, at: at('03:52') },
  { kind: 'issue-withdrawn' },
  { kind: 'not-permitted', action: 'sign-off', ask: [maria, dana] },
  { kind: 'not-permitted', action: 'undo-others', ask: [] },
  { kind: 'external-member' },
  { kind: 'no-plan' },
  { kind: 'last-plan-retired', title: 'Corner shop', at: at('09:10'), issues: 0 },
  { kind: 'last-plan-retired', title: 'Corner shop', at: at('09:10'), issues: 2 },
  { kind: 'ritual-unknown', name: 'evning', known: ['morning', 'evening'] },
  { kind: 'ritual-already-open', title: 'Evening checklist' },
  { kind: 'nothing-written' },
  { kind: 'fact-left-out' },
  { kind: 'minutes-not-understood', got: 'soon' },
]

describe('refusals', () => {
  it('say who and when, and what to do next', () => {
    expect(each.map(said).join('\n')).toMatchInlineSnapshot(`
      "Fax line: @maria already marked it not applicable today at 15:04. To change it, undo it first.
      Fax line is already open, so there is nothing to undo.
      This item is no longer on the checklist. Please use the newest card in the channel.
      Error count wants a reading. Press Enter beside it and write what you read.
      Error count: please write a number such as 12. I could not read “a lot” as that.
      Error count: please write a number such as 12.
      1 item is still open. Settle it first; an item that does not apply today can be marked so.
      3 items are still open. Settle them first; an item that does not apply today can be marked so.
      @maria signed this off today at 15:21, so it can no longer be changed. If something is wrong now, declare an incident.
      I can no longer find this checklist. The Rounds Home tab shows those of today.
      I can no longer find this issue. The Rounds Home tab shows the open ones.
      @dana acknowledged it today at 09:27. You can help by adding an update.
      It was resolved today at 09:52. If it is back, declare a new incident.
      It was resolved today at 09:52 by @dana. If it is back, declare a new incident.
      This issue was withdrawn, because the failed item was opened again. Nothing more is needed.
      You cannot sign off here. Please ask @maria and @dana.
      You cannot undo what somebody else settled here. Please ask a plan admin.
      People from other workspaces can follow this, but not change it. Please ask somebody in the channel to do it.
      No plan is set up yet. The Rounds Home tab has a button that makes one of your maintenance document.
      Corner shop was retired today at 15:10, and no plan is in force any more. No issue is open. Applying the plan again brings it back.
      Corner shop was retired today at 15:10, and no plan is in force any more. 2 issues are still open and go on asking people; the Rounds Home tab shows them. Applying the plan again brings it back.
      I know no ritual called “evning”. Those I know: morning, evening.
      Evening checklist is already open. Please use its card in the channel.
      Nothing was written. Please add a few words, so that the others know.
      Fill in what stands as …, or take it out.
      I could not read “soon” as minutes. Write a whole number such as 15, or leave it empty."
    `)
  })

  it('name nobody where Slack shows no names', () => {
    expect(each.map((refusal) => plainRefusal(refusal, zone)).join('\n')).not.toMatch(/[<>*]|U0/u)
    expect(plainRefusal(each[0] ?? { kind: 'no-plan' }, zone)).toBe(
      'Somebody already marked it not applicable Fri 20 Nov 09:04 New York. To change it, undo it first.',
    )
    const unread = { kind: 'reading-not-understood', title: 'Error count', wants: 'a number', got: 'a lot' } as const
    expect(plainRefusal(unread, zone)).toBe('Please write a number. I could not read “a lot” as that.')
    expect(plainRefusal({ kind: 'not-permitted', action: 'sign-off', ask: [maria, dana] }, zone)).toBe(
      'You cannot sign off here. Please ask its owner.',
    )
  })
})
