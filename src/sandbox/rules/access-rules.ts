import type { PlatformRules } from './rule.ts'

const calls = { area: 'Calls, tokens and scopes', page: 'apis/web-api' } as const
const scopes = { ...calls, error: 'missing_scope', page: 'reference/scopes' } as const

export const accessRules = {
  'a method is known': {
    ...calls,
    error: 'unknown_method',
    says: 'Methods that the sandbox does not model do not exist in it.',
  },
  'a JSON body is JSON': { ...calls, error: 'invalid_json', says: 'A body of type application/json parses.' },
  'a JSON body is an object': {
    ...calls,
    error: 'json_not_object',
    says: 'Its top level holds the arguments by name.',
  },
  'a required argument is given': {
    ...calls,
    error: 'invalid_arguments',
    says: 'The answer names the argument that is missing.',
  },
  'an argument that carries an object is one': {
    ...calls,
    error: 'invalid_arguments',
    says: 'A view is a JSON object, as text in a form or as itself in a JSON body.',
  },
  'blocks.validate takes one payload as a form': {
    ...calls,
    error: 'invalid_arguments',
    says: 'One of blocks, view and message, as JSON text in a form; a JSON body is refused.',
    page: 'reference/methods/blocks.validate',
  },
  'a ts is text': {
    ...calls,
    error: 'invalid_arguments',
    says: 'ts, thread_ts and message_ts are strings; as a number a ts would lose digits.',
  },
  'a call carries a token': { ...calls, error: 'not_authed', says: 'A token comes as a bearer header or an argument.' },
  'a token belongs to the app': { ...calls, error: 'invalid_auth', says: 'Tokens are those of the installed app.' },
  'a revoked token is refused': {
    ...calls,
    error: 'token_revoked',
    says: 'After an uninstallation every call is refused.',
  },
  'a method takes its own type of token': {
    ...calls,
    error: 'not_allowed_token_type',
    says: 'apps.connections.open takes the app-level token, everything else the bot token.',
  },
  'a method needs its scope': {
    ...scopes,
    says: 'A method is refused without one of its scopes in the manifest; the answer names those needed and provided.',
  },
  'each kind of conversation needs its own scope': {
    ...scopes,
    says: 'Public channels need channels:…, private ones groups:…, direct messages im:….',
  },
  'another name or icon needs chat:write.customize': {
    ...scopes,
    says: 'username, icon_emoji and icon_url need a scope of their own.',
  },
  'a video needs links.embed:write': { ...scopes, says: 'A video block needs a scope of its own.' },
  'an email is told with users:read.email': {
    ...scopes,
    error: null,
    says: 'Without the scope a profile leaves the address out.',
  },
} as const satisfies PlatformRules
