import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumArgs, chromiumPath } from '../scripts/chromium.js'
import type { Line } from './measure.ts'

/** Leaves the figures out, and says so, where there is no Chromium. */
export async function* withChromium(measure: (browser: Browser) => AsyncGenerator<Line>): AsyncGenerator<Line> {
  if (chromiumPath === undefined)
    return console.error('Chromium is left out: there is none here, and ROUNDS_CHROMIUM names none.')
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs] })
  try {
    yield* measure(browser)
  } finally {
    await browser.close()
  }
}

type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  /** Of these microseconds, those in which the thread itself was running. */
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

/**
 * Milliseconds of the longest task of the page's main thread while the work was done, as the thread itself counts them: a
 * busy machine only makes it wait longer.
 */
export async function longestTaskOf(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.bringToFront()
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
  await work()
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: readonly TraceEvent[] }
  const main = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && main.some((thread) => thread.pid === pid && thread.tid === tid),
  )
  if (tasks.length === 0) throw new Error('The trace has no tasks.')
  return Math.max(...tasks.map(({ tdur, dur = 0 }) => tdur ?? dur)) / 1_000
}

/** Bytes of all the events that the page was sent until the work was done. */
export async function eventBytes(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  let bytes = 0
  session.on('Network.eventSourceMessageReceived', ({ data }) => {
    bytes += Buffer.byteLength(data)
  })
  await session.send('Network.enable')
  await work()
  await session.detach()
  return bytes
}
