import { isDeepStrictEqual } from 'node:util'
import { type DraftPlan, forbidsSettling, type PlanChoices } from '../domain/document.ts'
import { refuse } from '../domain/outcome.ts'
import { actingIn, forbids } from '../domain/permission.ts'
import type { Plan } from '../domain/plan.ts'
import type { Refusal } from '../domain/refusal.ts'
import { type Directory, nameOf, resolvePlan } from '../domain/resolve.ts'
import { name } from '../plans/fields.ts'
import { findDocument, type KeptDocument, lockDocument, saveDocument } from '../store/documents.ts'
import { type AppliedPlan, findPlan, lockPlanName } from '../store/plans.ts'
import { alreadyCarriedOut } from '../store/receipts.ts'
import { putInForce } from './apply-plan.ts'
import { importer } from './importer.ts'
import { type DocumentRequest, settle } from './settle-document.ts'
import { type Deps, scopeOf, transact, type Unit } from './transact.ts'
import { documentWishes, homeWish } from './wishes.ts'

export type ApplyRequest = DocumentRequest & {
  readonly choices: PlanChoices & { readonly name: string }
  /** What the preview was compared with: a plan's name, and its version or null where there was none. */
  readonly onto: { readonly name: string; readonly version: number | null }
  readonly directory: Directory
}

/**
 * Puts the plan in force that a document became, with what was chosen for what it leaves open. What would change has been
 * seen before: where the plan of that name is another than the preview was compared with, the preview is made anew.
 */
export async function applyDocument(deps: Deps, request: ApplyRequest): Promise<Refusal | undefined> {
  const kept = await findDocument(scopeOf(deps), request.document)
  if (!kept) return { kind: 'document-unknown' }
  const draft = await draftOf(kept, request)
  const made = 'kind' in draft ? draft : madeOf(draft, request)
  return transact(deps, async (unit) => {
    const document = await lockDocument(unit, request.document)
    if (!document) return refuse({ kind: 'document-unknown' }).refusal
    await lockPlanName(unit, request.choices.name)
    const before = await findPlan(unit, request.choices.name)
    const refusal = refusalOf(document, before, request) ?? ('kind' in made ? made : undefined)
    if (await alreadyCarriedOut(unit, request.receipt, refusal === undefined)) return undefined
    if (refusal) {
      if (isOvertaken(refusal) && !('kind' in draft))
        await previewAnew(unit, document, { choices: request.choices, draft })
      return refusal
    }
    if (!('kind' in made)) await putItInForce(unit, { document, before, made, request })
    return undefined
  })
}

type Made = { readonly plan: Plan; readonly draft: DraftPlan }

async function draftOf(
  { source, fileName }: KeptDocument,
  { choices, directory }: ApplyRequest,
): Promise<DraftPlan | Refusal> {
  if (source === null) return { kind: 'document-unknown' }
  if (!name.safeParse(choices.name).success) return { kind: 'plan-name-not-understood', got: choices.name }
  const { draftPlan } = await importer()
  const draft = draftPlan(source, { ...inNames(choices, directory), fileName })
  return 'reason' in draft ? { kind: 'document-says-nothing', name: fileName, reason: draft.reason } : draft
}

function madeOf(draft: DraftPlan, { directory, by }: ApplyRequest): Made | Refusal {
  const resolved = resolvePlan(draft.plan, directory)
  if ('unresolved' in resolved)
    return { kind: 'names-unknown', sentences: resolved.unresolved.map(({ message }) => message) }
  const { plan } = resolved
  return { plan: { ...plan, owner: plan.owner ?? by.id }, draft }
}

/** A plan file names people and places as its readers do. */
function inNames({ channel, owner, people = {}, ...choices }: PlanChoices, directory: Directory): PlanChoices {
  const name = (id: string) => nameOf(directory, id)
  return {
    ...choices,
    ...(channel === undefined ? {} : { channel: name(channel) }),
    ...(owner === undefined ? {} : { owner: name(owner) }),
    people: Object.fromEntries(Object.entries(people).map(([role, ids]) => [role, ids.map(name)])),
  }
}

function refusalOf(
  document: KeptDocument,
  before: AppliedPlan | undefined,
  request: ApplyRequest,
): Refusal | undefined {
  const { by, admins, onto, choices } = request
  const actor = before ? actingIn(before.plan, by) : by
  const ask = [...(before?.plan.admins ?? []), ...admins]
  const refusal = (forbids('apply', actor, { owners: [], ask }) ?? forbidsSettling(document))?.refusal
  if (refusal) return refusal
  const compared = onto.name === choices.name ? onto.version : null
  if ((before?.version ?? null) === compared) return undefined
  return onto.name === choices.name
    ? { kind: 'plan-changed-meanwhile', title: before?.plan.title ?? choices.name }
    : { kind: 'plan-name-taken', name: choices.name }
}

const isOvertaken = ({ kind }: Refusal): boolean => kind === 'plan-changed-meanwhile' || kind === 'plan-name-taken'

/** With what was chosen, so that the preview says what this would change. */
async function previewAnew(unit: Unit, document: KeptDocument, anew: Pick<KeptDocument, 'choices' | 'draft'>) {
  await saveDocument(unit, { ...document, ...anew })
  unit.wish(...documentWishes(document))
}

type Applying = {
  readonly document: KeptDocument
  readonly before: AppliedPlan | undefined
  readonly made: Made
  readonly request: ApplyRequest
}

async function putItInForce(unit: Unit, { document, before, made, request }: Applying): Promise<void> {
  const by = request.by.id
  const isSame = before !== undefined && before.retiredAt === null && isDeepStrictEqual(before.plan, made.plan)
  const version = isSame
    ? before.version
    : await putInForce(unit, before, { plan: made.plan, source: made.draft.file, origin: 'document', by })
  const plan = made.plan.name
  if (!isSame)
    await unit.record({ plan, subject: plan, by }, [{ kind: 'plan-applied', version, document: document.fileName }])
  const settled = { by, at: unit.now }
  await settle(unit, document, { state: 'applied', settled, became: { plan, version }, choices: request.choices })
  unit.wish(homeWish(by))
}
