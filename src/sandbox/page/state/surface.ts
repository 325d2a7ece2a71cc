import { createContext } from 'preact'
import { useContext, useEffect, useMemo, useRef } from 'preact/hooks'
import type { ElementState, Json, SuggestResult } from '../../protocol.ts'
import { askOptions, type SendAct, useActing } from './acting.ts'
import { useDirectory } from './directory.ts'
import { toJson, toText } from './json.ts'

/** Where blocks stand, and how what one does with them reaches the app. */
export type Surface = {
  readonly kind: 'message' | 'modal' | 'home'
  /** `state.values` of the view; empty for messages, whose choices live in the page. */
  readonly values: Json
  readonly errors: Readonly<Record<string, string>>
  readonly send: (blockId: string, actionId: string, action: ElementState) => Promise<boolean>
  readonly type: (blockId: string, actionId: string, value: ElementState) => void
  /** The options that the app has for what was typed into a select of its own. */
  readonly suggest: (blockId: string, actionId: string, value: string) => Promise<SuggestResult>
}

const nowhere: Surface = {
  kind: 'message',
  values: {},
  errors: {},
  send: async () => false,
  type: () => undefined,
  suggest: async () => ({ ok: true, groups: [] }),
}

export const SurfaceContext = createContext<Surface>(nowhere)

export const useSurface = (): Surface => useContext(SurfaceContext)

const noErrors = {}

export function useMessageSurface(channel: string, message: string, ephemeral: boolean): Surface {
  const { send } = useActing()
  const { me } = useDirectory()
  return useMemo(() => {
    const where = { message, channel, ephemeral }
    return {
      ...nowhere,
      send: (blockId, actionId, action) => send({ kind: 'element', where, blockId, actionId, action }),
      suggest: (blockId, actionId, value) => askOptions(me, { where, blockId, actionId, value }),
    }
  }, [send, me, channel, message, ephemeral])
}

const typingPause = 200

/** What was typed goes out after a pause, and always before the click or submission that relies on it. */
function makeTyping(view: string, send: SendAct) {
  const waiting = new Map<string, () => Promise<boolean>>()
  let timer = 0
  let sent: Promise<unknown> = Promise.resolve()

  const flush = (): Promise<unknown> => {
    window.clearTimeout(timer)
    for (const say of waiting.values()) sent = sent.then(say)
    waiting.clear()
    return sent
  }
  const type = (blockId: string, actionId: string, value: ElementState) => {
    waiting.set(`${blockId} ${actionId}`, () => send({ kind: 'type', view, blockId, actionId, value }))
    window.clearTimeout(timer)
    timer = window.setTimeout(flush, typingPause)
  }
  return { type, flush }
}

export type ViewSurface = { readonly surface: Surface; readonly flush: () => Promise<unknown> }

export function useViewSurface(
  kind: 'modal' | 'home',
  viewId: string,
  view: Json,
  errors: Readonly<Record<string, string>> = noErrors,
): ViewSurface {
  const { send } = useActing()
  const { me } = useDirectory()
  const typing = useMemo(() => makeTyping(viewId, send), [viewId, send])
  const latest = useRef(typing)
  latest.current = typing
  useEffect(() => () => void latest.current.flush(), [])
  const values = toJson(toJson(view.state).values)
  const surface = useMemo<Surface>(
    () => ({
      kind,
      values,
      errors,
      type: typing.type,
      send: async (blockId, actionId, action) => {
        await typing.flush()
        return send({ kind: 'element', where: { view: viewId }, blockId, actionId, action })
      },
      suggest: (blockId, actionId, value) => askOptions(me, { where: { view: viewId }, blockId, actionId, value }),
    }),
    [kind, values, errors, typing, send, me, viewId],
  )
  return { surface, flush: typing.flush }
}

export const savedState = (surface: Surface, blockId: string, element: Json): Json | null => {
  const state = toJson(surface.values[blockId])[toText(element.action_id)]
  return state === undefined ? null : toJson(state)
}
