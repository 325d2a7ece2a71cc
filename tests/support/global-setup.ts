import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { buildChildren } from './build-children.ts'
import { embeddedTemplate } from './embedded-template.ts'
import { prepareServer, type TestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly embeddedTemplate: string
    readonly children: string
    readonly testServer: TestServer | null
  }
}

/** Once per run: a migrated template for each database, which the suites then clone, and what they start as processes. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('embeddedTemplate', await embeddedTemplate())
  const children = await buildChildren()
  project.provide('children', children)
  const url = process.env.TEST_DATABASE_URL
  const server = url ? await prepareServer(url) : undefined
  project.provide('testServer', server?.testServer ?? null)
  return async () => {
    await rm(children, { recursive: true })
    await server?.dispose()
  }
}
