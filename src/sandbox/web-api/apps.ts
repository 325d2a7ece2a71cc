import { isRecord } from '../json.ts'
import { checkBlocks, checkSurface, checkView } from '../limits/check.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { refusedBy } from '../rules/rulebook.ts'
import { type Call, type Methods, messages, structured } from './call.ts'
import { refuseFindings } from './refusals.ts'

/** `openSocket` makes a URL for one Socket Mode connection. */
export function appMethods(openSocket: () => string): Methods {
  return {
    'api.test': { token: 'none', scopes: [], tier: 4, run: apiTest },
    'auth.test': { token: 'bot', scopes: [], tier: 'special', run: authTest },
    'apps.connections.open': { token: 'app', scopes: [], tier: 3, run: () => ({ url: openSocket() }) },
    'blocks.validate': { token: 'none', scopes: [], tier: 4, run: validateBlocks },
  }
}

function apiTest({ args }: Call): Json {
  if (typeof args.error === 'string') throw new Refused(args.error, { args })
  return { args }
}

function authTest({ platform }: Call): Json {
  const { workspace } = platform
  return {
    url: `${platform.origin}/`,
    team: 'Sandbox',
    user: workspace.members.get(workspace.botUser)?.name,
    team_id: workspace.teamId,
    user_id: workspace.botUser,
    bot_id: workspace.botId,
    is_enterprise_install: false,
  }
}

function validateBlocks({ args, isForm, platform }: Call): Json {
  const given = ['blocks', 'view', 'message'].filter((name) => args[name] !== undefined)
  const [name] = given
  if (!isForm || name === undefined || given.length !== 1)
    throw refusedBy(
      'blocks.validate takes one payload as a form',
      messages('[ERROR] send one of blocks, view, message as a form'),
    )
  const value = structured(args, name)
  if (name === 'blocks') {
    // Pointers start at the list that was sent.
    const findings = checkBlocks(value, platform.rules.off).map((one) => ({
      ...one,
      pointer: one.pointer.replace(/^\/blocks/, ''),
    }))
    refuseFindings(findings, 'invalid_blocks')
    return {}
  }
  if (!isRecord(value))
    throw refusedBy(
      'an argument that carries an object is one',
      messages(`[ERROR] must be a valid JSON object: ${name}`),
    )
  refuseFindings(
    name === 'view' ? checkView(value, platform.rules.off) : checkSurface(value, 'message', platform.rules.off),
    'invalid_blocks',
  )
  return {}
}
