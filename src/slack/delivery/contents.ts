import { createHash } from 'node:crypto'
import type { Claimed } from '../../store/message-claims.ts'
import type { Drawing } from '../drawing.ts'
import { CallFailed } from './call-failed.ts'
import type { Context } from './context.ts'
import type { Content } from './slack-calls.ts'

/** Sends the drawing, or what Slack takes of it: the plain blocks, then the text alone. */
export async function sendWhatIsTaken<Answer>(
  { log }: Context,
  row: Claimed,
  drawing: Drawing,
  send: (content: Content) => Promise<Answer>,
): Promise<Answer> {
  const [first, ...others] = contentsOf(drawing)
  let content = first
  for (;;) {
    try {
      return await send(content)
    } catch (error) {
      const plainer = others.shift()
      if (!(error instanceof CallFailed) || error.fate.kind !== 'refused' || !plainer) throw error
      const { reason, pointers } = error.fate
      const about = { message: row.id, surface: row.surface, subject: row.subject, reason, pointers }
      log.error(about, 'Slack refused the content of a message; it is shown more plainly.')
      content = plainer
    }
  }
}

/** Equal for drawings that look the same in Slack. */
export function digestOf({ text, blocks }: Drawing): string {
  return createHash('sha256')
    .update(JSON.stringify([text, blocks]))
    .digest('base64')
}

/** Above this Slack refuses to edit a message. */
const textMax = 4_000

function contentsOf(drawing: Drawing): [Content, ...Content[]] {
  const text = drawing.text.length > textMax ? `${drawing.text.slice(0, textMax - 1)}…` : drawing.text
  const plain = drawing.plain ? [{ text, blocks: drawing.plain }] : []
  return [{ text, blocks: drawing.blocks }, ...plain, { text, blocks: [] }]
}
