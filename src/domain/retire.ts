import { type Checklist, type ChecklistStep, stepTo } from './checklist.ts'

/** Its plan is out of use: nobody is asked for it any more, and nobody has missed it. */
export function retireChecklist(checklist: Checklist): ChecklistStep {
  const state = 'paused'
  return stepTo({ ...checklist, state, wakeAt: null }, [{ kind: 'checklist-closed', state }])
}
