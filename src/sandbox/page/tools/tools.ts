import { faultsTool } from './faults/FaultsPanel.tsx'
import { tourTool } from './Tour.tsx'
import type { Tool } from './tool.ts'

/** In the order of their buttons. */
export const tools: readonly Tool[] = [faultsTool, tourTool]

export const toolNamed = (id: string | null): Tool | undefined => tools.find((tool) => tool.id === id)
