import { string } from '../json.ts'
import { mrkdwnDateTokens, unknownTokens } from '../limits/date-tokens.ts'
import { type Finding, finding, type Node, type Surface } from '../limits/rules.ts'
import { walk } from '../limits/walk.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import type { textRules } from '../rules/text-rules.ts'
import type { Workspace } from '../workspace/workspace.ts'

type TextRule = keyof typeof textRules

/** Markup in a message that Slack would show as it stands. */
export function messageTextFindings(platform: Platform, message: Json): readonly Finding[] {
  const own = mrkdwnFindings(platform, string(message.text), '/text')
  return [...own, ...surfaceTextFindings(platform, message, 'message')]
}

/** The same in the blocks of a message or view. */
export function surfaceTextFindings(platform: Platform, root: Json, surface: Surface): readonly Finding[] {
  return walk(root, surface).flatMap((node) =>
    node.shape === 'mrkdwn'
      ? mrkdwnFindings(platform, string(node.value.text), `${node.pointer}/text`)
      : richTextFindings(platform, node),
  )
}

function richTextFindings({ workspace, rules }: Platform, node: Node): readonly Finding[] {
  const known = richTextNames[node.shape]?.(workspace, node.value) ?? true
  if (known || !rules.holds('rich text names what is there')) return []
  return [finding(node.pointer, `this ${node.shape} is not in the workspace`, { type: 'not_found' })]
}

const hasGroup = ({ usergroups }: Workspace, id: string): boolean => usergroups.some((one) => one.id === id)

const richTextNames: Readonly<Record<string, (workspace: Workspace, value: Json) => boolean>> = {
  user: ({ members }, value) => members.has(string(value.user_id)),
  channel: ({ channels }, value) => channels.has(string(value.channel_id)),
  usergroup: (workspace, value) => hasGroup(workspace, string(value.usergroup_id)),
}

const markup = /<([^<>]*)>/g

function mrkdwnFindings({ workspace, rules }: Platform, text: string, pointer: string): readonly Finding[] {
  const inside = [...text.matchAll(markup)].flatMap(([, one = '']) => brokenIn(workspace, one))
  const found: readonly TextRule[] = [...inside, ...brokenOutside(text.replaceAll(markup, ''))]
  return found
    .filter((rule) => rules.holds(rule))
    .map((rule) => finding(pointer, `broken markup: ${rule}`, { type: 'invalid_markup', expected: rule }))
}

/** A line may start with > as a quotation; everywhere else the three characters are written as entities. */
function brokenOutside(text: string): readonly TextRule[] {
  const stray = /[<>]|&(?!(amp|lt|gt);)/.test(text.replaceAll(/^>+/gm, ''))
  return stray ? ['angle brackets and ampersands are escaped'] : []
}

function brokenIn(workspace: Workspace, inside: string): readonly TextRule[] {
  const [target = '', ...labels] = inside.split('|')
  const [label] = labels
  const known = kindOf(target)?.(workspace, target, label) ?? ['angle brackets and ampersands are escaped']
  return labels.length > 1 ? [...known, 'a link label has no further |'] : known
}

type Check = (workspace: Workspace, target: string, label: string | undefined) => readonly TextRule[]

const kindOf = (target: string): Check | undefined => kinds.find(([start]) => start.test(target))?.[1]

const broken = (rule: TextRule, isBroken: boolean): readonly TextRule[] => (isBroken ? [rule] : [])

const kinds: readonly (readonly [RegExp, Check])[] = [
  [/^@/, ({ members }, target) => broken('a mention names somebody who is there', !members.has(target.slice(1)))],
  [
    /^#/,
    ({ channels }, target) => broken('a channel mention names a channel that is there', !channels.has(target.slice(1))),
  ],
  [
    /^!subteam\^/,
    (workspace, target) =>
      broken(
        'a group mention names a user group that is there',
        !hasGroup(workspace, target.slice('!subteam^'.length)),
      ),
  ],
  [/^!date\^/, (_, target, fallback) => brokenDate(target, fallback)],
  [
    /^!/,
    (_, target) =>
      broken('a special mention is here, channel or everyone', !['!here', '!channel', '!everyone'].includes(target)),
  ],
  [/^(https?:|mailto:)/, (_, target) => broken('a link has no space in its URL', /\s/.test(target))],
]

function brokenDate(target: string, fallback: string | undefined): readonly TextRule[] {
  const [, seconds = '', format = ''] = target.split('^')
  return [
    ...broken('a date counts whole seconds', !/^\d+$/.test(seconds)),
    ...broken('a date has tokens that Slack knows', unknownTokens(format, mrkdwnDateTokens).length > 0),
    ...broken('a date has a fallback', (fallback ?? '') === ''),
  ]
}
