/** Loaded with the first document: a start need not wait for a reader of Markdown. */
export const importer = () => import('./read-document.ts')
