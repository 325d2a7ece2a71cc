import { expect } from 'vitest'
import type { textRules } from '../../../src/sandbox/rules/text-rules.ts'
import { section } from '../specimens.ts'
import { answerTo, refuses, type Scenario, type Scenarios } from './stage.ts'

/** Refused in the text of a message as well as in a block of a view. */
const markup = (text: string): Scenario => ({
  show: async (stage) => {
    const { slack, ops, maria } = stage
    await stage.refused(slack.chat.postMessage({ channel: ops, text }), '/text')
    const blocks = [section(text)] as never
    await stage.refused(slack.chat.postMessage({ channel: ops, text: 'x', blocks }), '/blocks/0/text/text')
    await expectViewRefused(slack.views.publish({ user_id: maria.id, view: { type: 'home', blocks } }))
  },
})

async function expectViewRefused(call: Promise<unknown>): Promise<void> {
  expect(await answerTo(call)).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: [expect.stringContaining('[json-pointer:/view/blocks/0/text/text]')] },
  })
}

const inline = (element: object) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [element] }] },
]

export const textScenarios: Scenarios<typeof textRules> = {
  'a mention names somebody who is there': markup('Ask <@U0NOBODY0>'),
  'a channel mention names a channel that is there': markup('See <#C0NOWHERE|nowhere>'),
  'a group mention names a user group that is there': markup('Ask <!subteam^S0NOBODY>'),
  'a special mention is here, channel or everyone': markup('Hello <!all>'),
  'a date counts whole seconds': markup('At <!date^2026-11-20^{time}|9 am>'),
  'a date has tokens that Slack knows': markup('At <!date^1795251600^{hour}|9 am>'),
  'a date has a fallback': markup('At <!date^1795251600^{time}>'),
  'a link has no space in its URL': markup('See <https://example.com/a b|the page>'),
  'a link label has no further |': markup('See <https://example.com|this|that>'),
  'angle brackets and ampersands are escaped': markup('5 < 8 & 8 > 5'),
  'rich text names what is there': refuses(
    ({ slack, ops }) =>
      slack.chat.postMessage({
        channel: ops,
        text: 'x',
        blocks: inline({ type: 'user', user_id: 'U0NOBODY0' }) as never,
      }),
    { pointer: '/blocks/0/elements/0/elements/0' },
  ),
}
