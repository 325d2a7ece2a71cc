import { z } from 'zod'

/**
 * Every control that Rounds draws, named noun.verb, with what its value carries.
 * A value is `id` or `id/position`: an option of a menu may have 75 characters, and an id takes 36 of them.
 */
export const controls = {
  tickItem: 'item.tick',
  enterItem: 'item.enter',
  itemMenu: 'item.menu',
  fillSection: 'section.fill',
  failSomething: 'checklist.fail',
  signOff: 'checklist.sign-off',
  viewChecklist: 'checklist.view',
  startRitual: 'ritual.start',
  acknowledgeIssue: 'issue.acknowledge',
  updateIssue: 'issue.update',
  resolveIssue: 'issue.resolve',
  viewIssue: 'issue.view',
  startProcedure: 'issue.procedure',
  useTemplate: 'template.use',
  retirePlan: 'plan.retire',
  declareIncident: 'incident.declare',
  importDocument: 'document.import',
  applyDocument: 'document.apply',
  askPlanAdmins: 'document.ask',
  discardDocument: 'document.discard',
  documentFiles: 'document.files',
} as const

/** What a menu on an item offers; the option's value is `verb/checklist/position`. */
export const itemVerbs = ['fail', 'not-applicable', 'undo', 'history'] as const
export type ItemVerb = (typeof itemVerbs)[number]

/** Forms, by the callback_id of their view; `private_metadata` is JSON of the schema beside it. */
export const forms = {
  fillIn: { id: 'fill-in', about: z.object({ checklist: z.string(), section: z.number().int() }) },
  /** `item` is null when the form itself asks which one failed. */
  fail: { id: 'fail', about: z.object({ checklist: z.string(), item: z.number().int().nullable() }) },
  notApplicable: { id: 'not-applicable', about: z.object({ checklist: z.string(), item: z.number().int() }) },
  signOff: { id: 'sign-off', about: z.object({ checklist: z.string() }) },
  /** Where it was declared, which decides the plan. */
  declare: { id: 'declare', about: z.object({ channel: z.string().nullable().default(null) }) },
  /** `template`: the one whose text was filled in, and in whose channel it is sent. */
  update: { id: 'update', about: z.object({ issue: z.string(), template: z.string().nullable().default(null) }) },
  /** `launch` is as it was typed, and shown before it is confirmed. */
  moveLaunch: { id: 'move-launch', about: z.object({ plan: z.string(), launch: z.string() }) },
  retire: { id: 'retire', about: z.object({ plan: z.string() }) },
  /** Where it was asked for: its checklists appear there unless another place is chosen. */
  importDocument: { id: 'import-document', about: z.object({ channel: z.string().nullable().default(null) }) },
  /** With the plan that the preview was compared with, and its version; null where there was none. */
  applyDocument: {
    id: 'apply-document',
    about: z.object({
      document: z.string(),
      name: z.string(),
      version: z.number().int().nullable(),
    }),
  },
  procedure: { id: 'procedure', about: z.object({ issue: z.string() }) },
  resolve: { id: 'resolve', about: z.object({ issue: z.string() }) },
} as const

/**
 * Names of inputs in forms: block_id and action_id are the same word, so that a refusal finds its input.
 * In *Fill in*, a reading's input is `item-<position>`, and ticks come in groups of ten named `ticks-<n>`
 * whose options' values are positions.
 */
export const inputs = {
  reading: (position: number) => `item-${position}`,
  ticks: (group: number) => `ticks-${group}`,
  item: 'item',
  note: 'note',
  severity: 'severity',
  owner: 'owner',
  minutes: 'minutes',
  title: 'title',
  status: 'status',
  procedure: 'procedure',
  file: 'file',
  name: 'name',
  channel: 'channel',
  timezone: 'timezone',
  role: (index: number) => `role-${index}`,
  text: 'text',
  /** Slack keeps what stands in an input for as long as it has its name. */
  templateText: (template: string | null) => (template === null ? 'text' : `text-${template}`),
} as const

export type ItemRef = { readonly checklist: string; readonly position: number }

export function itemValue({ checklist, position }: ItemRef): string {
  return `${checklist}/${position}`
}

export function menuValue(verb: ItemVerb, item: ItemRef): string {
  return `${verb}/${itemValue(item)}`
}

/** `checklist/position` of an item, or of a section. */
export const itemRef = z
  .string()
  .regex(/^[^/]+\/\d+$/u)
  .transform((value): ItemRef => refOf(value.split('/')))

export const menuChoice = z
  .string()
  .regex(new RegExp(`^(${itemVerbs.join('|')})/[^/]+/\\d+$`, 'u'))
  .transform((value) => {
    const [verb, ...rest] = value.split('/')
    return { verb: verb as ItemVerb, item: refOf(rest) }
  })

function refOf([checklist = '', position = '']: readonly string[]): ItemRef {
  return { checklist, position: Number(position) }
}
