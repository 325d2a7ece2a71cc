import { withWholeGerman, withWholeNames } from './abbreviations.ts'

/**
 * Words of time in languages that maintenance documents are written in, as the English words that are read. Weekdays,
 * months and parts of the day stand as people write them in headings.
 */
const words: readonly (readonly [RegExp, string])[] = [
  [/\b(?:le )?(?:1er|1\.) du mois|am (?:1\.|ersten) (?:des monats|jedes monats)/giu, '1st of month'],
  [/\bjeden zweiten (?=\w+tag)/giu, 'every other '],
  [/\b(?:alle|tou(?:te)?s les) (?=\d+ ?(?:min|h|std|stund))/giu, 'every '],
  [
    /\b(?:täglich|tagesaufgaben|jeden tag|quotidien(?:ne)?s?|journali(?:er|ère)s?|chaque jour|tous les jours)\w*/giu,
    'daily',
  ],
  [/\b(?:tous les matins|chaque matin|jeden morgen)\b/giu, 'every morning'],
  [/\b(?:tous les soirs|chaque soir|jeden abend)\b/giu, 'every evening'],
  [/une semaine sur deux|toutes les deux semaines|alle (?:zwei|2) wochen|14-tägig|zweiwöchentlich/giu, 'every 2 weeks'],
  [/tous les deux mois|un mois sur deux|alle (?:zwei|2) monate/giu, 'every 2 months'],
  [/\b(?:werktags|werktäglich|an werktagen|jours ouvrés|en semaine)\b/giu, 'weekdays'],
  [/\b(?:zweimal täglich|zweimal am tag|deux fois par jour)\b/giu, 'twice a day'],
  [/\b(?:wöchentlich|jede woche|hebdomadaires?|chaque semaine|toutes les semaines)\w*/giu, 'weekly'],
  [/\b(?:monatlich|jeden monat|mensuel(?:le)?s?|chaque mois|tous les mois)\w*/giu, 'monthly'],
  [/\b(?:vierteljährlich|quartalsweise|jedes quartal|trimestriel(?:le)?s?|chaque trimestre)\w*/giu, 'quarterly'],
  [/\b(?:halbjährlich|semestriel(?:le)?s?|tous les six mois)\w*/giu, 'every 6 months'],
  [/\b(?:jährlich|jedes jahr|annuel(?:le)?s?|chaque année|tous les ans)\w*/giu, 'yearly'],
  [/bei bedarf|au besoin|à la demande|si nécessaire/giu, 'as needed'],
  [/\b(?:stündlich|jede stunde|toutes les heures|chaque heure)\w*/giu, 'hourly'],
  [/\b(?:montags?|lundis?)\b/giu, 'monday'],
  [/\b(?:dienstags?|mardis?)\b/giu, 'tuesday'],
  [/\b(?:mittwochs?|mercredis?)\b/giu, 'wednesday'],
  [/\b(?:donnerstags?|jeudis?)\b/giu, 'thursday'],
  [/\b(?:freitags?|vendredis?)\b/giu, 'friday'],
  [/\b(?:samstags?|samedis?)\b/giu, 'saturday'],
  [/\b(?:sonntags?|dimanches?)\b/giu, 'sunday'],
  [/\b(?:morgens|vormittags?|matin(?:ée)?)\b/giu, 'morning'],
  [/\b(?:nachmittags?|après-midi)\b/giu, 'afternoon'],
  [/\b(?:abends?|soir(?:ée)?)\b/giu, 'evening'],
  [/\b(?:ersten?r?|premi(?:er|ère))\b/giu, 'first'],
  [/\b(?:letzten?r?|derni(?:er|ère))\b/giu, 'last'],
  [/\b(?:des monats|im monat|du mois)\b/giu, 'of month'],
  [/\b(?:des quartals|im quartal|du trimestre)\b/giu, 'of quarter'],
  [/(?<=day) (?:et|und)(?: le)? (?=\w+day)/giu, ' and '],
  [/\b(?:januar|janvier)\b/giu, 'january'],
  [/\b(?:februar|février)\b/giu, 'february'],
  [/\b(?:märz|mars)\b/giu, 'march'],
  [/\b(?:mai)\b/giu, 'may'],
  [/\b(?:juni|juin)\b/giu, 'june'],
  [/\b(?:juli|juillet)\b/giu, 'july'],
  [/\b(?:oktober|octobre)\b/giu, 'october'],
  [/\b(?:dezember|décembre)\b/giu, 'december'],
  [/\b(?:septembre)\b/giu, 'september'],
  [/\b(?:novembre)\b/giu, 'november'],
  [/\bavril\b/giu, 'april'],
  [/\baoût\b/giu, 'august'],
  [/\b(?:minuten|stunden?|heures?)\b/giu, 'MINUTES_OR_HOURS'],
  [/\b(\d{1,2}) ?(?:-|bis) ?(\d{1,2}) uhr\b/giu, '$1:00-$2:00'],
  [/(?<=(?:^|\s)de )(\d{1,2}) ?h(?= ?(?:à|-))/giu, '$1:00'],
  [/\b(\d{1,2})(?::(\d{2}))? uhr\b/giu, '$1:$2'],
  [/\b(\d{1,2}) ?h ?(\d{2})\b/giu, '$1:$2'],
  [/(?<=(?:^|\s)à )(\d{1,2}) ?h\b/giu, '$1:00'],
  [/\b(\d{1,2})\.(\d{2})(?= ?(?:am|pm|uhr)\b)/giu, '$1:$2'],
  [/(?<=\bat )(\d{1,2})(?= ?(?:$|[,;)-]|o['’]clock))/giu, '$1:00'],
  [/\b(?:am )?wochenende\b/giu, 'weekend'],
]

/** Most texts have none of them, which one look tells. */
const foreign = new RegExp(words.map(([word]) => word.source).join('|'), 'u')

/** The text with those words in English, in small letters, with plain dashes and spaces. */
export function inEnglish(text: string): string {
  const plain = withWholeNames(
    withWholeGerman(text)
      .toLowerCase()
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
      .replace(/[\u00A0\s]+/gu, ' '),
  )
    .replace(/\bbetween ([^,;()]{2,20}?) and /gu, 'from $1 to ')
    .replace(/\b(\d{1,2})(-| to )(\d{1,2}) ?([ap])\.?m\b/gu, (_, from: string, to: string, end: string, half: string) =>
      halves(from, to, end, half),
    )
  if (!foreign.test(plain)) return plain
  return words.reduce((said, [word, english]) => said.replace(word, (...found: string[]) => put(english, found)), plain)
}

/** `9-5 pm` begins before noon, and `6-10 pm` after it. */
function halves(...[from, joint, to, half]: readonly [from: string, joint: string, to: string, half: string]): string {
  const other = half === 'p' ? 'a' : 'p'
  return `${from}${Number(from) % 12 < Number(to) % 12 ? half : other}m${joint}${to}${half}m`
}

function put(english: string, [whole = '', first, second]: readonly string[]): string {
  if (english === 'MINUTES_OR_HOURS') return whole.startsWith('m') ? 'minutes' : 'hours'
  return english
    .replace('$1', String(first))
    .replace('$2', second === undefined || !/^\d/u.test(second) ? '00' : second)
}
