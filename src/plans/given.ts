/** Without the keys that say nothing: a plan is the same before and after the database has kept it. */
export function given<Keys extends object>(keys: Keys): { [Key in keyof Keys]?: Exclude<Keys[Key], undefined> } {
  const said = Object.entries(keys).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said) as { [Key in keyof Keys]?: Exclude<Keys[Key], undefined> }
}
