import { checkView } from '../limits/check.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { requireVideoScope } from './content.ts'
import { refuseFindings } from './refusals.ts'
import { refuseFiles } from './slack-files.ts'
import { surfaceTextFindings } from './text-check.ts'

/** Refuses a view that breaks a limit, wherever it comes from: a call or the answer to a submission. */
export function refuseView(platform: Platform, view: Json): void {
  const surface = view.type === 'home' ? 'home' : 'modal'
  const findings = [...checkView(view, platform.rules.off), ...surfaceTextFindings(platform, view, surface)]
  refuseFindings(findings, 'invalid_arguments', '/view')
  requireVideoScope(platform, view)
  refuseFiles(platform, view)
}
