import { faultsTool } from './faults/FaultsPanel.tsx'
import { tourTool } from './Tour.tsx'
import type { Tool } from './tool.ts'
import { trafficTool } from './traffic/TrafficPanel.tsx'

/** In the order of their buttons. */
export const tools: readonly Tool[] = [faultsTool, trafficTool, tourTool]

export const toolNamed = (id: string | null): Tool | undefined => tools.find((tool) => tool.id === id)
