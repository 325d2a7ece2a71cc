import { appMethods } from './apps.ts'
import type { Methods } from './call.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import { reactionMethods } from './reactions.ts'
import { userMethods } from './users.ts'
import { viewMethods } from './views.ts'

/** Every Web API method the platform knows; any other is an unknown_method. */
export function apiMethods(openSocket: () => string): Methods {
  return {
    ...appMethods(openSocket),
    ...chatMethods,
    ...conversationMethods,
    ...userMethods,
    ...fileMethods,
    ...reactionMethods,
    ...viewMethods,
  }
}
