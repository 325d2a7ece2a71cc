import { useRef, useState } from 'preact/hooks'
import type { ElementState, Json } from '../../protocol.ts'
import { toJson, toText, toTexts } from '../state/json.ts'
import { savedState, useSurface } from '../state/surface.ts'

/** How an input block introduces its element to a screen reader. */
export type InputFrame = {
  readonly id: string
  readonly labelId: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly required: boolean
  readonly dispatches: boolean
}

export type ElementProps = {
  readonly element: Json
  readonly blockId: string
  /** Set inside an input block; elsewhere an element speaks for itself at once. */
  readonly input?: InputFrame | undefined
}

type Naming = {
  readonly id?: string | undefined
  readonly 'aria-labelledby'?: string | undefined
  readonly 'aria-label'?: string | undefined
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-invalid'?: boolean | undefined
  readonly 'aria-required'?: boolean | undefined
  readonly autoFocus?: boolean | undefined
}

/** The attributes that give an element its accessible name and its error. */
export function naming({ element, input }: ElementProps, fallback: string): Naming {
  const focus = element.focus_on_load === true ? { autoFocus: true } : {}
  if (!input)
    return {
      ...focus,
      'aria-label': toText(element.accessibility_label) || toText(toJson(element.placeholder).text) || fallback,
    }
  return {
    ...focus,
    id: input.id,
    'aria-labelledby': input.labelId,
    'aria-describedby': input.describedBy,
    'aria-invalid': input.invalid || undefined,
    'aria-required': input.required || undefined,
  }
}

export const placeholderOf = (element: Json): string => toText(toJson(element.placeholder).text)

/**
 * The value of a stateful element. In a view it is what the server knows until one touches it, and then what was typed,
 * for as long as block_id and action_id stay. In a message the app's next word on it wins.
 */
export function useElementValue<Value>(
  { blockId, element }: ElementProps,
  fromState: (state: Json) => Value,
  fromElement: (element: Json) => Value,
): readonly [Value, (value: Value) => void] {
  const saved = savedState(useSurface(), blockId, element)
  const given = saved ? fromState(saved) : fromElement(element)
  const fingerprint = JSON.stringify(given ?? null)
  const touched = useRef(false)
  const [held, setHeld] = useState({ value: given, fingerprint })
  const hold = (value: Value) => {
    touched.current = true
    setHeld({ value, fingerprint })
  }
  const renewed = held.fingerprint !== fingerprint && !(saved && touched.current)
  return [renewed ? given : held.value, hold]
}

/** Tells the app about a choice: as something typed inside an input block, as an action everywhere else. */
export function useTell({ element, blockId, input }: ElementProps) {
  const surface = useSurface()
  const actionId = toText(element.action_id)
  const typed = (state: ElementState) => surface.type(blockId, actionId, { type: element.type, ...state })
  const acted = (state: ElementState) => surface.send(blockId, actionId, { type: element.type, ...state })
  const chosen = (state: ElementState) => {
    if (input) typed(state)
    if (!input || input.dispatches) void acted(state)
  }
  return { typed, acted, chosen }
}

export const dispatchesOn = ({ element, input }: ElementProps, trigger: string): boolean => {
  if (input && !input.dispatches) return false
  const triggers = toTexts(toJson(element.dispatch_action_config).trigger_actions_on)
  return triggers.length === 0 ? trigger === 'on_enter_pressed' : triggers.includes(trigger)
}
