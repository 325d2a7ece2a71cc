import { isRecord } from '../json.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { structured } from './call.ts'

/** Slack publishes no figure; this is below what is known to work. */
export const metadataBytesMax = 8_000

/** Undefined where the argument is absent, null where `{}` clears it. */
export function readMetadata(args: Json): Json | null | undefined {
  if (args.metadata === undefined) return undefined
  const metadata = structured(args, 'metadata')
  if (!isRecord(metadata)) throw new Refused('invalid_metadata_format')
  if (Object.keys(metadata).length === 0) return null
  const { event_type: type, event_payload: payload } = metadata
  if (typeof type !== 'string' || !/^[A-Za-z0-9_]+$/.test(type) || !isRecord(payload)) {
    throw new Refused('invalid_metadata_format')
  }
  if (!Object.values(payload).every(isPlain)) throw new Refused('invalid_metadata_schema')
  if (Buffer.byteLength(JSON.stringify(metadata)) > metadataBytesMax) throw new Refused('metadata_too_large')
  return metadata
}

const isPlain = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.every(isPlain))
