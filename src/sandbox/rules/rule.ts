/** One row of the table of platform rules; its name is a sentence that holds. */
export type PlatformRule = {
  readonly area: string
  /** Slack's error code, or the words a member sees; null where the platform does something rather than refuse. */
  readonly error: string | null
  readonly says: string
  /** The page of docs.slack.dev that the fact is from. */
  readonly page: string
}

export type PlatformRules = Readonly<Record<string, PlatformRule>>
