/** The known word that somebody probably meant; null where none is near. */
export function nearest(word: string, words: Iterable<string>): string | null {
  const wanted = word.slice(0, 60).toLowerCase()
  let best: string | null = null
  let least = Math.ceil(wanted.length / 3) + 1
  for (const candidate of words) {
    const known = candidate.toLowerCase()
    // Each letter that one has more than the other is a step.
    if (Math.abs(known.length - wanted.length) >= least) continue
    const distance = editDistance(wanted, known)
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const above = row
    row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
  }
  return row[b.length] ?? 0
}
