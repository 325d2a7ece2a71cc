import type { Platform } from '../platform.ts'
import type { TourGuide } from '../protocol.ts'
import { whenQuiet } from '../when-quiet.ts'
import { changed, channelNamed } from '../workspace/workspace.ts'

/** Offers a tour on the page. What its guide says is asked anew after everything that happens. */
export async function setTour(platform: Platform, guide: TourGuide | null): Promise<void> {
  const { tour, workspace } = platform
  tour.guide = guide
  await look(platform)
  if (guide === null) return
  const lookSoon = whenQuiet(async () => {
    if (tour.guide !== guide) workspace.listeners.delete(lookSoon)
    // A bot that is stopping has nothing to say about what was done.
    else if (!platform.time.playing) await look(platform).catch(() => undefined)
  })
  workspace.listeners.add(lookSoon)
}

async function look({ tour, workspace }: Platform): Promise<void> {
  const { guide } = tour
  const info = (await guide?.look()) ?? null
  if (tour.guide !== guide || JSON.stringify(info) === JSON.stringify(tour.info)) return
  tour.info = info
  changed(workspace)
}

/** Whether somebody has had a message before them: its channel was open on their page after it was posted. */
export function hasRead({ workspace }: Platform, channel: string, ts: string): boolean {
  const { id } = channelNamed(workspace, channel)
  return [...workspace.members.keys()].some((member) => (workspace.lastRead.get(`${member} ${id}`) ?? '') >= ts)
}
