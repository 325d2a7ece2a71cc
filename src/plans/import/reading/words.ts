/** Words by which maintenance documents say what is to be done, rather than what is to be read off. */
const verbs = new Set(
  `access achieve acknowledge activate add address adjust align allocate analyse analyze announce answer apply approve archive arrange ask assemble assess assign assure attend audit automate avoid
  back backup begin block book brief bring build calculate calibrate call cancel capture categorise categorize celebrate change charge check clean clear close coach collect communicate compare compile complete conduct configure confirm
  connect consider contact contain continue convert coordinate correct count create debrief decide define delete deliver deploy describe design detect determine develop diagnose disable discuss dispose distribute document download draft drain drill
  edit email empty enable encourage enforce engage enhance ensure enter escalate establish estimate evaluate examine execute expand expire explore export extend extract file fill find fix flag flush follow forecast gather generate get give go grease
  handle have hire hold host identify implement import improve include incorporate increase inform inspect install integrate interview investigate invite invoice issue isolate keep label launch learn limit link list load lock log look lubricate
  maintain make manage map mark measure meet migrate minimise minimize minor mitigate monitor move notify note observe obtain open optimise optimize order organise organize pause perform pilot place plan post prepare present prevent prioritise prioritize process produce profile promote provide prune publish purge
  push put queue raise rate read reboot rebuild receive recommend reconcile record recover reduce refine refresh refill reindex reinforce release reload remediate remind remove rename renew reorder repair replace reply report request reserve reset resolve respond restart restock restore restructure retain retest retire retrain retry return reuse revert review revise revoke right-size roll rotate run
  sanitise sanitize save scale scan schedule seal search secure select send separate serve set share ship shut sign simulate simplify spot stage start stop store strengthen streamline submit summarise summarize support survey swap switch sync
  take tag test thank tidy tighten top track train transfer treat trim triage troubleshoot try tune turn update upgrade upload use utilise utilize vacuum validate verify view visit wait walk warn wash watch water weigh wipe withdraw work write
  fine-tune double-check spot-check re-run rerun reconnect sweep mop vacuum-clean dust disinfect polish lock unlock descale`.split(
    /\s+/u,
  ),
)

/** Nouns that a list of readings begins with, though they are verbs too. */
const eitherWay =
  /^(?:check|count|rate|load|report|process|test|support|work|visit|request|call|issue|charge|change|order|design|use|answer|top|minor|market|cost|review|schedule|update|contact|release|access)\s+(?:rates?|times?|counts?|usage|volume|status|performance|utili[sz]ation|requests?|sent|received|costs?)\b/iu

/** Whether a line says to do something. */
export function isTask(text: string): boolean {
  const first = /^\p{L}[\p{L}-]*/u.exec(text.trim())?.[0].toLowerCase() ?? ''
  return verbs.has(first) && !eitherWay.test(text)
}

export function isQuestion(text: string): boolean {
  return /\?\s*(?:\([^)]*\))?\s*$/u.test(text)
}
