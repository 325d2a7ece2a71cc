import { alerts } from './alerts.ts'
import { clockReadings } from './clock-readings.ts'
import { clocks } from './clocks.ts'
import { itemLimits } from './item-limits.ts'
import { parts } from './parts.ts'
import { promises } from './promises.ts'
import { seams } from './seams.ts'
import { statusOrder } from './status-order.ts'
import { twoTargets } from './two-targets.ts'

/** Two things that a plan says and that do not agree. */
export const contradictions = [
  clocks,
  promises,
  clockReadings,
  alerts,
  twoTargets,
  itemLimits,
  statusOrder,
  parts,
  seams,
]
