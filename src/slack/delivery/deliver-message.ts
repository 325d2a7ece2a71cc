import { type Claimed, recordAdopted } from '../../store/message-claims.ts'
import type { Context } from './context.ts'
import { meetFate } from './meet-fate.ts'
import { post } from './post.ts'
import { lookForPost } from './recover.ts'
import { publishHome, update, withdraw } from './update.ts'

/**
 * Makes Slack agree about one claimed message, and records what came of it. Whether there may be something new to
 * claim: the message itself once more, or one that waited for it.
 */
export async function deliverMessage(context: Context, row: Claimed): Promise<boolean> {
  try {
    return (await foundLostPost(context, row)) || (await draw(context, row))
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

/** A post of unknown outcome that did arrive becomes the message; it stays stale, and is edited when claimed next. */
async function foundLostPost(context: Context, row: Claimed): Promise<boolean> {
  if (row.postingSince === null || row.ts !== null) return false
  const found = await lookForPost(context, row, row.postingSince)
  if (!found) return false
  context.counters.adopted += 1
  await recordAdopted(context.scope, row, { ts: found.ts, postedIn: found.channel, at: row.postingSince })
  return true
}
