import type { KnownBlock } from '@slack/types'
import type { RitualChange } from '../../domain/plan-changes.ts'
import type { PlanPreview } from '../../domain/plan-preview.ts'
import { bold, joined, type Mrkdwn, mrkdwn, plain, truncate, when } from '../text/mrkdwn.ts'
import { counted } from '../text/words.ts'
import { linesAsSections } from './blocks.ts'
import { named } from './document-state.ts'

/** What applying a plan would change in the one of its name; nothing where there is none. */
export function changesBlocks(before: PlanPreview['before']): KnownBlock[] {
  if (before === null) return []
  const { title, version, retiredAt, changes } = before
  const { added, removed, changed, same } = changes
  const name = mrkdwn`${bold(named(title))}, version ${version}`
  const head =
    retiredAt === null
      ? mrkdwn`${name}, is in force under this name. Applying this changes it:`
      : mrkdwn`${name}, was retired ${when(retiredAt, 'UTC')}. Applying this brings it back, with these changes:`
  const lines = [
    titles(mrkdwn`added`, added),
    titles(mrkdwn`removed`, removed),
    ...changed.slice(0, shownChanges).map(changeLine),
    changed.length > shownChanges
      ? mrkdwn`• and ${counted(changed.length - shownChanges, 'more changed ritual')}`
      : null,
    same > 0 ? mrkdwn`• ${counted(same, 'ritual')} unchanged` : null,
  ]
  const some = lines.flatMap((line) => line ?? [])
  return linesAsSections([head, ...(some.length > 0 ? some : [mrkdwn`• no ritual`])])
}

const shownChanges = 15
const shownTitles = 8

function titles(what: Mrkdwn, all: readonly string[]): Mrkdwn | null {
  return all.length === 0 ? null : mrkdwn`• ${what}: ${several(all)}`
}

/** `• changed: Morning round — falls due at other times, 2 items added (Fridge, Lights), 1 item removed (Till)` */
function changeLine({ title, cadence, added, removed, changed }: RitualChange): Mrkdwn {
  const items = (what: Mrkdwn, all: readonly string[]) =>
    all.length === 0 ? null : mrkdwn`${counted(all.length, 'item')} ${what} (${several(all)})`
  const what = joined(
    [
      cadence ? mrkdwn`falls due at other times` : null,
      items(mrkdwn`added`, added),
      items(mrkdwn`removed`, removed),
      items(mrkdwn`changed`, changed),
    ],
    ', ',
  )
  return mrkdwn`• changed: ${bold(named(title))}${what === '' ? mrkdwn`` : mrkdwn` — ${what}`}`
}

function several(all: readonly string[]): Mrkdwn {
  const shown = all.slice(0, shownTitles).map((title) => truncate(plain(title), 80))
  const more = all.length - shown.length
  return joined([...shown, more > 0 ? mrkdwn`${more} more` : null], ', ')
}
