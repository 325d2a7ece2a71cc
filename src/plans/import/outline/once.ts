/** Asked again and again of the parts of a document, which do not change: answered once for each. */
export function once<One extends object, Answer>(answer: (one: One) => Answer): (one: One) => Answer {
  const known = new WeakMap<One, { readonly answer: Answer }>()
  return (one) => {
    const found = known.get(one)
    if (found) return found.answer
    const made = answer(one)
    known.set(one, { answer: made })
    return made
  }
}
