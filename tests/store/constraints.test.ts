import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Opened } from '../../src/store/database/database.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'
import { violated } from '../support/violated.ts'

/** What no operation does, tried on a morning's real rows: the database itself must refuse it, by this name. */
const forbidden = [
  ['journal_is_append_only', `update journal set kind = 'something-else'`],
  ['journal_is_append_only', `delete from journal`],
  ['journal_is_append_only', `truncate journal`],
  ['occurrence_state_is_known', `update occurrences set state = 'forgotten'`],
  ['occurrence_closes_after_opening', `update occurrences set closes_at = opens_at`],
  [
    'one_occurrence_per_due_time',
    `insert into occurrences (enterprise, team, id, plan, ritual, title, owners, due_at, opens_at, state)
     select enterprise, team, 'again', plan, ritual, title, owners, due_at, opens_at, state from occurrences limit 1`,
  ],
  ['sign_off_has_a_person', `update checklists set signed_off_at = opened_at`],
  ['item_state_is_known', `update items set state = 'lost' where state = 'done'`],
  ['settled_item_has_a_person', `update items set state = 'done' where state = 'open'`],
  ['settled_item_has_a_person', `update items set settled_at = null where state = 'done'`],
  ['failed_item_has_an_issue', `update items set issue = null where state = 'failed'`],
  ['one_item_per_position', `update items set position = 0`],
  ['one_issue_per_number', `update issues set number = 1`],
  ['issue_severity_is_known', `update issues set severity = 'P9'`],
  ['acknowledgement_has_a_person', `update issues set acknowledged_at = opened_at`],
  ['resolution_has_a_person', `update issues set resolved_at = opened_at, status = 'resolved', wake_at = null`],
  ['resolved_issue_says_so', `update issues set status = 'resolved'`],
  ['closed_issue_never_wakes', `update issues set withdrawn_at = opened_at`],
  ['issue_comes_from_an_item', `update issues set source_item = 'another'`],
  ['shown_never_passes_wanted', `update messages set shown = wanted + 1`],
  ['one_message_per_subject_and_channel', `update messages set surface = 'issue', subject = 'one', channel = 'C1'`],
  ['plan_origin_is_known', `update plans set origin = 'hearsay'`],
  ['document_state_is_known', `update documents set state = 'lost'`],
  ['document_is_fetched_from_somewhere', `update documents set url = 'https://files.slack.com/a'`],
  ['only_a_pending_document_has_a_text', `update documents set draft = null`],
  ['refused_document_says_why', `update documents set fault = '{}'`],
  ['applied_document_became_a_plan', `update documents set plan = 'shop', version = 1`],
  ['settled_document_has_a_person', `update documents set settled_by = 'U1'`],
  ['settled_document_says_when', `update documents set settled_at = received_at`],
] as const

describe.each(databases())('$name', ({ open }) => {
  let opened: Opened
  let team: Team

  beforeAll(async () => {
    opened = await open()
    team = await startTeam({ opened, at: '2026-11-16T09:00:00-05:00', plans: 'tests/data/shop.yaml' })
    await team.clockReaches('2026-11-17T09:00:00-05:00')
    await team.maria.clicks('Done', 'Lights on')
    await team.maria.clicks('Fill in')
    await team.settled()
    await team.maria.fills({ Fridge: '9', 'Till float': '50' })
    await team.maria.submits()
    await team.maria.says('', {
      in: 'dm',
      files: [{ name: 'round.md', content: '# Round\n## Daily\n- [ ] Lights on' }],
    })
    await team.settled()
  })
  afterAll(() => team.close())

  test.each(forbidden)('%s: %s', async (constraint, statement) => {
    const refusal = await opened.db.execute(sql.raw(statement)).then(
      () => 'it was allowed',
      (error: unknown) => error,
    )
    expect(violated(refusal, constraint), String((refusal as { cause?: unknown }).cause ?? refusal)).toBe(true)
  })
})
