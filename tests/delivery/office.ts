import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { type Surface, surfaces, type Urgency, type Wish } from '../../src/domain/surface.ts'
import { type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts'
import type { Fallback } from '../../src/slack/delivery/context.ts'
import { createDelivery, type DeliveryOptions } from '../../src/slack/delivery/delivery.ts'
import { unpaced } from '../../src/slack/delivery/pace.ts'
import { slackCalls } from '../../src/slack/delivery/slack-calls.ts'
import { type AnySurface, type Drawing, type HomeDrawing, surface } from '../../src/slack/drawing.ts'
import type { Database, Opened } from '../../src/store/database/database.ts'
import { findMessage, show } from '../../src/store/messages.ts'
import { counters, messages } from '../../src/store/schema.ts'
import { type Scope, within } from '../../src/store/scope.ts'
import { manifest } from '../sandbox/manifest.ts'

export const workspace = { enterprise: '', team: 'T0OFFICE' }
export const start = new Date('2026-11-16T09:00:00Z')

export type OfficeOptions = Pick<SandboxOptions, 'channels' | 'manifest'> & { readonly graceSeconds?: number }

/** A sandbox and tiny surfaces: each shows one number, which the tests change. */
export async function openOffice(opened: Opened, options: Partial<OfficeOptions> = {}) {
  let now = start
  const clock = () => now
  const channels = options.channels ?? [
    { name: 'ops', bot: true },
    { name: 'incidents', bot: true },
    { name: 'general', bot: true },
  ]
  const sandbox = await startSandbox({ manifest, clock, page: false, ...options, channels })
  const scope: Scope = { db: opened.db, workspace }
  const logged: { level: string; about: Readonly<Record<string, unknown>>; sentence: string }[] = []
  const logAt = (level: string) => (about: object, sentence: string) =>
    void logged.push({ level, about: about as Record<string, unknown>, sentence })
  const log = { info: logAt('info'), warn: logAt('warn'), error: logAt('error') }
  const calls = slackCalls({ token: sandbox.botToken, slackApiUrl: sandbox.apiUrl, timeoutMs: 2_000 })
  const drawn = new Map<string, (value: number) => Drawing | HomeDrawing | null>()
  let fallback: Fallback = async () => undefined

  const deliveryWith = (more: Partial<DeliveryOptions> = {}) =>
    createDelivery({
      ...{ db: opened.db, workspace, clock, surfaces: surfacesOver(drawn), calls, log, pace: unpaced },
      fallback: (...asked) => fallback(...asked),
      graceSeconds: options.graceSeconds ?? 30,
      ...more,
    })
  const idOf = (name: string) => (name.startsWith('@') ? sandbox.member(name.slice(1)).id : sandbox.channel(name).id)

  let ids = 0
  const wish = (subject: string, value: number, more: Partial<Wish> & { channel?: string } = {}) => {
    const place = { ...more, channel: idOf(more.channel ?? 'ops') }
    const wanted: Wish = { surface: 'checklist', urgency: 2 as Urgency, subject, ...place }
    ids += 1
    return change(scope, wanted, value, { id: `m${String(ids).padStart(3, '0')}-${subject}`, now })
  }
  return {
    ...{ sandbox, scope, clock, calls, log, logged, drawn, deliveryWith, idOf, wish },
    faults: sandbox.faults,
    setFallback: (next: Fallback) => {
      fallback = next
    },
    pass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1_000)
    },
    texts: (name = 'ops') => sandbox.messages(name).map(({ text }) => text),
    sent: (method: string) => sandbox.traffic.to(method).map(({ args }) => String(args.text)),
    row: async (subject: string, { surface = 'checklist' as Surface, channel = 'ops' } = {}) => {
      const row = await findMessage(scope, { surface, subject, channel: idOf(channel) })
      expect(row, `a message of ${subject}`).toBeDefined()
      return row as NonNullable<typeof row>
    },
    /** As if the process that claimed them had died long ago. */
    expireLeases: () =>
      opened.db.update(messages).set({ leaseUntil: sql`now() - interval '1 second'` }).where(within(scope, messages)),
    async close() {
      await sandbox.close()
      await opened.close()
    },
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>

async function change(
  scope: Scope,
  wanted: Wish,
  value: number,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await scope.db.transaction(async (tx) => {
    const row = { ...workspace, name: wanted.subject, value }
    await tx
      .insert(counters)
      .values(row)
      .onConflictDoUpdate({ target: [counters.enterprise, counters.team, counters.name], set: { value } })
    await show({ ...scope, db: tx as Database }, [wanted], { newId: () => id, now })
  })
}

function surfacesOver(drawn: ReadonlyMap<string, (value: number) => Drawing | HomeDrawing | null>) {
  const numbers: AnySurface = surface<{ subject: string; value: number }>({
    async load(scope, subject) {
      const [row] = await scope.db
        .select({ value: counters.value })
        .from(counters)
        .where(within(scope, counters, eq(counters.name, subject)))
      return row && { subject, value: row.value }
    },
    draw: ({ subject, value }) => (drawn.get(subject) ?? ((one) => plainDrawing(`${subject} is at ${one}`)))(value),
  })
  return Object.fromEntries(surfaces.map((name) => [name, numbers])) as Record<Surface, AnySurface>
}

export function plainDrawing(text: string): Drawing {
  return { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }
}
