import { type Claimed, forgetThread, park } from '../../store/message-claims.ts'
import { isNewTrouble } from '../../store/trouble.ts'
import { CallFailed } from './call-failed.ts'
import { type Context, placeOf, type Refuge } from './context.ts'

/** The whole thread moves to the fallback channel; one that has no other waits, parked, until it is wanted again. */
export async function meetUnreachable(context: Context, row: Claimed, reason: string): Promise<void> {
  const { scope, clock, counters, fallback, log } = context
  const channel = placeOf(row)
  const refuge = await fallback(scope, row)
  const elsewhere = refuge?.channel === channel ? undefined : refuge?.channel
  log.error({ message: row.id, surface: row.surface, channel, reason, elsewhere }, 'A channel takes no messages.')
  counters.parked += 1
  if (elsewhere === undefined) await park(scope, row, reason)
  else await forgetThread(scope, row, { headId: row.threadOf ?? row.id, postedIn: elsewhere, retryAt: null })
  if (refuge && (await isNewTrouble(scope, channel, clock())))
    await tell(context, refuge, { channel, reason, elsewhere })
}

type Trouble = { readonly channel: string; readonly reason: string; readonly elsewhere: string | undefined }

async function tell({ calls, log }: Context, refuge: Refuge, trouble: Trouble): Promise<void> {
  try {
    await calls.post({ channel: refuge.tellOwner, text: sentence(trouble), blocks: [] })
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error
    log.error({ err: error, owner: refuge.tellOwner, ...trouble }, 'The owner of a plan could not be told.')
  }
}

function sentence({ channel, reason, elsewhere }: Trouble): string {
  const place = /^[UW]/.test(channel) ? `<@${channel}>` : `<#${channel}>`
  const rest = elsewhere ? `What belongs there is in <#${elsewhere}> now.` : 'What belongs there is shown nowhere.'
  return `I can’t post in ${place}: Slack says “${reason}”. ${rest}`
}
