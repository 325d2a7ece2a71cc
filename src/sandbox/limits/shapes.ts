import { blockShapes } from './block-shapes.ts'
import { compositionShapes } from './composition-shapes.ts'
import { elementShapes } from './element-shapes.ts'
import { manifestShapes } from './manifest-shapes.ts'
import type { Shape } from './properties.ts'
import { richTextShapes } from './rich-text-shapes.ts'

/** Every object of Block Kit and of a manifest that the platform accepts, with the limits of each property. */
export const shapes: Readonly<Record<string, Shape>> = {
  ...blockShapes,
  ...elementShapes,
  ...compositionShapes,
  ...richTextShapes,
  ...manifestShapes,
}
