import type { Platform } from '../platform.ts'
import { findChannel, findMember } from '../workspace/workspace.ts'

/** Names and links that a member typed become Slack's `<…>` forms, and the three special characters entities. */
export function escapeTyped(platform: Platform, member: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const nameless = platform.rules.holds('a private channel is escaped without its name')
  return escaped
    .replaceAll(/https?:\/\/[^\s<>]+/g, (url) => `<${url}>`)
    .replaceAll(/(^|[\s(,;:])@([\w.-]*\w)/g, (all, before: string, name: string) => {
      const found = findMember(platform.workspace, name)
      const group = platform.workspace.usergroups.find((one) => one.handle === name)
      if (found !== undefined) return `${before}<@${found.id}>`
      return group === undefined ? all : `${before}<!subteam^${group.id}>`
    })
    .replaceAll(/(^|[\s(,;:])#([\w-]+)/g, (all, before: string, name: string) => {
      const found = findChannel(platform.workspace, name)
      const seen = found !== undefined && (found.kind === 'public' || found.members.has(member))
      return seen ? `${before}<#${found.id}|${nameless && found.kind === 'private' ? '' : found.name}>` : all
    })
}
