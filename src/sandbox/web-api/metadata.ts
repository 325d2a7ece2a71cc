import { isRecord, record } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { structured } from './call.ts'

/** Slack publishes no figure; this is below what is known to work. */
export const metadataBytesMax = 8_000

/** Undefined where the argument is absent, null where `{}` clears it. */
export function readMetadata({ rules }: Platform, args: Json): Json | null | undefined {
  if (args.metadata === undefined) return undefined
  const metadata = structured(args, 'metadata')
  const { event_type: type, event_payload: payload } = record(metadata)
  const empty = isRecord(metadata) && Object.keys(metadata).length === 0
  if (empty) return null
  const formed = typeof type === 'string' && isRecord(payload)
  rules.refuse('metadata has an event_type and an event_payload', !formed)
  rules.refuse('an event_type is alphanumeric', !/^[A-Za-z0-9_]+$/.test(String(type)))
  rules.refuse('a metadata value is plain', !Object.values(record(payload)).every(isPlain))
  const bytes = Buffer.byteLength(JSON.stringify(metadata) ?? '')
  rules.refuse('metadata has at most 8,000 bytes', bytes > metadataBytesMax)
  return record(metadata)
}

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)
