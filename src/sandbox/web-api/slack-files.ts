import { isRecord, recordsWithin, string } from '../json.ts'
import { type Finding, finding } from '../limits/rules.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { appSees, isPicture } from '../workspace/files.ts'
import { describe } from './refusals.ts'

/** Refuses a message's blocks whose images show files that the app does not know, or that are no pictures. */
export function refuseUnknownFiles(platform: Platform, blocks: readonly Json[]): void {
  const findings = unknownFiles(platform, { blocks }, '')
  platform.rules.refuse('an image shows a file that the app knows', findings.length > 0, describe(findings, ''))
}

/** The same of a view; one that asks for files needs the scope to read them. */
export function refuseFiles(platform: Platform, view: Json): void {
  const findings = unknownFiles(platform, view, '')
  platform.rules.refuse('a view shows files that the app knows', findings.length > 0, describe(findings, '/view'))
  const { botScopes } = platform.manifest
  const asks = recordsWithin(view).some((node) => node.type === 'file_input')
  const details = { needed: 'files:read', provided: botScopes.join(',') }
  platform.rules.refuse('a file_input needs files:read', asks && !botScopes.includes('files:read'), details)
}

function unknownFiles(platform: Platform, node: unknown, pointer: string): readonly Finding[] {
  const entries = Array.isArray(node) ? node.entries() : isRecord(node) ? Object.entries(node) : []
  const inside = [...entries].flatMap(([key, value]) => unknownFiles(platform, value, `${pointer}/${key}`))
  if (!isRecord(node) || !isRecord(node.slack_file) || isUsable(platform, node.slack_file)) return inside
  return [finding(`${pointer}/slack_file`, 'invalid slack file', { type: 'invalid_slack_file' }), ...inside]
}

function isUsable({ workspace }: Platform, named: Json): boolean {
  const id = string(named.id) || (/\bF0\d{8,}\b/.exec(string(named.url))?.[0] ?? '')
  const file = workspace.files.get(id)
  return file !== undefined && !file.deleted && isPicture(file) && appSees(workspace, file)
}
