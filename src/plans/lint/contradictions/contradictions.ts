import { alerts } from './alerts.ts'
import { clockReadings } from './clock-readings.ts'
import { clocks } from './clocks.ts'
import { parts } from './parts.ts'
import { promises } from './promises.ts'
import { seams } from './seams.ts'
import { twoTargets } from './two-targets.ts'

/** Two places of a plan that do not agree. */
export const contradictions = [clocks, promises, clockReadings, alerts, twoTargets, parts, seams]
