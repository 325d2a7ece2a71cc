/** What comes of waiting when the work takes longer. */
export const tooLong = Symbol('too long')

/** Waits for work, but no longer than so many milliseconds of the machine's clock. */
export async function withPatience<Result>(work: Promise<Result>, millis: number): Promise<Result | typeof tooLong> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<typeof tooLong>((resolve) => {
    timer = setTimeout(() => resolve(tooLong), millis)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
