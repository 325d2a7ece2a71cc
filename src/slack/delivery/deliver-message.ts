import type { Claimed } from '../../store/message-claims.ts'
import type { Context } from './context.ts'
import { meetFate } from './meet-fate.ts'
import { post } from './post.ts'
import { adoptLostPost } from './recover.ts'
import { publishHome, update, withdraw } from './update.ts'

/**
 * Makes Slack agree about one claimed message, and records what came of it. Whether there may be something new to
 * claim: the message itself once more, or one that waited for it.
 */
export async function deliverMessage(context: Context, row: Claimed): Promise<boolean> {
  try {
    const lostSince = row.ts === null ? row.postingSince : null
    if (lostSince !== null && (await adoptLostPost(context, row, lostSince))) return true
    return await draw(context, row)
  } catch (error) {
    await meetFate(context, row, error)
    return true
  }
}

async function draw(context: Context, row: Claimed): Promise<boolean> {
  const drawing = await context.surfaces[row.surface].render(context.scope, row.subject)
  if (drawing === null) return withdraw(context, row)
  if ('home' in drawing) return publishHome(context, row, drawing.home)
  if (row.ts !== null) return update(context, row, row.ts, drawing)
  await post(context, row, drawing)
  return true
}
