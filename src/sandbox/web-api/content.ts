import { withBlockIds } from '../interaction/views.ts'
import { isRecord, list, recordsWithin } from '../json.ts'
import { checkBlocks } from '../limits/check.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import type { Message } from '../workspace/workspace.ts'
import { optional, requireScope, structured } from './call.ts'
import { refuseFindings } from './refusals.ts'
import { refuseUnknownFiles } from './slack-files.ts'
import { messageTextFindings } from './text-check.ts'

/** Slack truncates far later, but an update above this fails: a message that can be updated stays below it. */
const textMax = 4_000
const markdownTextMax = 12_000
const attachmentsMax = 100

/** What a message shows. Text is asked for even beside blocks: it is all that a screen reader reads. */
export function readContent(
  platform: Platform,
  args: Json,
  before?: Message,
): { text: string; blocks: readonly Json[] } {
  const { rules } = platform
  const markdown = optional(args, 'markdown_text')
  const alone = args.text === undefined && args.blocks === undefined
  rules.refuse('markdown_text stands alone', markdown !== undefined && !alone)
  rules.refuse('markdown_text has at most 12,000 characters', (markdown ?? '').length > markdownTextMax)
  const sent = markdown === undefined || !alone ? readBlocks(platform, args) : [{ type: 'markdown', text: markdown }]
  const text = optional(args, 'text') ?? markdown ?? ''
  rules.refuse('a message has text', text.trim() === '')
  const long = text !== markdown && text.length > textMax
  rules.refuse(
    before ? 'an updated text has at most 4,000 characters' : 'a posted text has at most 4,000 characters',
    long,
  )
  const attachments = list(structured(args, 'attachments'))
  rules.refuse('a message has at most 100 attachments', attachments.length > attachmentsMax)
  const content = { text, blocks: sent ?? [] }
  const markup = markdown === undefined ? messageTextFindings(platform, content) : []
  refuseFindings([...checkBlocks(content.blocks, rules.off), ...markup], 'invalid_blocks')
  requireVideoScope(platform, content)
  refuseUnknownFiles(platform, sent ?? [])
  return { text, blocks: sent === undefined ? (before?.blocks ?? []) : withBlockIds(sent) }
}

/** What stands above files that the app shares; it may be left out. */
export function readComment(platform: Platform, args: Json): string {
  const text = optional(args, 'initial_comment') ?? ''
  platform.rules.refuse('a posted text has at most 4,000 characters', text.length > textMax)
  refuseFindings(messageTextFindings(platform, { text, blocks: [] }), 'invalid_blocks')
  return text
}

function readBlocks({ rules }: Platform, args: Json): readonly Json[] | undefined {
  if (args.blocks === undefined || args.blocks === '') return undefined
  const blocks = structured(args, 'blocks')
  const listed = Array.isArray(blocks) && blocks.every(isRecord)
  rules.refuse('blocks are JSON that lists objects', !listed)
  return listed ? blocks : []
}

export function requireVideoScope(platform: Platform, surface: Json): void {
  const shown = recordsWithin(surface.blocks).some((one) => one.type === 'video')
  if (shown) requireScope(platform, 'links.embed:write', 'a video needs links.embed:write')
}
