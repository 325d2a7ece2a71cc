import { asc } from 'drizzle-orm'
import type { Database } from './database/database.ts'
import { plans } from './schema.ts'
import type { Workspace } from './scope.ts'

/** Every workspace that has a plan; commands that run without Slack learn from it whose rows to read. */
export async function knownWorkspaces(db: Database): Promise<readonly Workspace[]> {
  return db
    .selectDistinct({ enterprise: plans.enterprise, team: plans.team })
    .from(plans)
    .orderBy(asc(plans.enterprise), asc(plans.team))
}
