import fc from 'fast-check'
import type { Page } from '../../src/plans/import/repair/pages.ts'

type Language = { readonly letters: readonly string[]; readonly quote: readonly [string, string] }

const a = 'abcdefghijklmnopqrstuvwxyz'
const spaced: readonly [string, string] = ['«\u00a0', '\u00a0»']

/** Of each language its letters, those beyond ASCII as often as the others, and its quotation marks. */
const languages: Readonly<Record<string, Language>> = {
  French: { letters: [...`${a}àçéèêëîïôùûü`, 'ân', 'cœu', 'væ', 'aÿl'], quote: spaced },
  German: { letters: [...`${a}äöüßäöüß`], quote: ['„', '“'] },
  Austrian: { letters: [...`${a}äöüßäöüß`], quote: ['»', '«'] },
  Turkish: { letters: [...`${a}çğıöşüîû`, 'âl'], quote: ['“', '”'] },
  Polish: { letters: [...`${a}ąćęłńóśźż`], quote: ['„', '”'] },
  Portuguese: { letters: [...`${a}áãàçéêíóôõú`, 'ân'], quote: ['“', '”'] },
  Spanish: { letters: [...`${a}áéíñóúü`], quote: ['«', '»'] },
  Swedish: { letters: [...`${a}åäöåäö`], quote: ['”', '”'] },
  Danish: { letters: [...`${a}åæøåæø`], quote: ['»', '«'] },
  Icelandic: { letters: [...`${a}áðéíóúýþæö`], quote: ['„', '“'] },
  Czech: { letters: [...`${a}áčďéěíňóřšťúůýž`], quote: ['„', '“'] },
  Hungarian: { letters: [...`${a}áéíóöőúüű`], quote: ['„', '”'] },
  Romanian: { letters: [...`${a}ăîșț`, 'ân'], quote: ['„', '”'] },
  Italian: { letters: [...`${a}àèéìòù`], quote: ['«', '»'] },
  Vietnamese: { letters: [...`${a}ăđêôơưạảấầẩẫậắằẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ`, 'ân'], quote: ['“', '”'] },
  Greek: { letters: [...'αβγδεζηθικλμνξοπρστυφχψωάέήίόύώ'], quote: ['«', '»'] },
  Russian: { letters: [...'абвгдежзийклмнопрстуфхцчшщъыьэюяё'], quote: ['«', '»'] },
  Hebrew: { letters: [...'אבגדהוזחטיכלמנסעפצקרשת'], quote: ['"', '"'] },
  Arabic: { letters: [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'], quote: ['«', '»'] },
  Hindi: { letters: [...'अआइईकखगघचजटडतदनपबमयरलवशसह'], quote: ['“', '”'] },
  Thai: { letters: [...'กขคงจชซญดตถทนบปผพฟมยรลวสหอะาแโไ'], quote: ['“', '”'] },
  Korean: { letters: [...'가나다라마바사아자차카타파하한국어점검'], quote: ['“', '”'] },
  Japanese: { letters: [...'あいうえおかきくけこさしすせそアイウエオ日本語点検毎週'], quote: ['「', '」'] },
  Chinese: { letters: [...'每日检查系统状态备份数据库错误响应时间頻繁'], quote: ['“', '”'] },
}

const symbols = [...'→↓☐☑✅✓≥≤×±°•–—…€£§½™']
const emoji = '🔧 📅 🚨 🎯 📊 🟢 ⏱️ ❌ ⚠️ 👨‍💻 🇫🇷 👍🏽 🔐 📍 🧑‍🔧 1️⃣ 💾 🕐'.split(' ')

const word = (language: Language) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...language.letters), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('low', 'low', 'high', 'title'),
    )
    .map(([letters, cased]) => {
      // A word that begins with a letter beyond ASCII goes on with one of a to z.
      const low = language.letters.includes('a')
        ? letters.join('').replace(/^([^a-z])(?![a-z])/, '$1n')
        : letters.join('')
      return cased === 'low' ? low : cased === 'high' ? low.toUpperCase() : low.slice(0, 1).toUpperCase() + low.slice(1)
    })

const forms: readonly ((language: Language, x: string, y: string) => string)[] = [
  (_, x) => x,
  (_, x) => x,
  ({ quote: [open, close] }, x) => `${open}${x}${close}`,
  (_, x) => `(${x})`,
  (_, x, y) => `${x}–${y}`,
  (_, x, y) => `${x} – ${y}`,
  (_, x, y) => `${x}’${y}`,
  (_, x, y) => `${x}, ${y}…`,
  (_, x) => `${x}™`,
  (_, x, y) => `${x}\u00a0: ${y}`,
  (_, x, y) => `${x}\u00a0${y}`,
]

const phrase = (language: Language) =>
  fc.tuple(word(language), word(language), fc.constantFrom(...forms)).map(([x, y, form]) => form(language, x, y))

const aside = fc.oneof(
  fc.constantFrom(...symbols),
  fc.constantFrom(...emoji),
  fc.constantFrom('95%', '20\u00a0°C', '£3–£5', '[0–∞)', '10', '3×4', '“§ 5'),
)

function line(language: Language): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof({ weight: 4, arbitrary: phrase(language) }, { weight: 1, arbitrary: aside }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(' '))
}

/** A checklist in one language. */
export const checklist = fc
  .constantFrom(...Object.values(languages))
  .chain((language) => fc.array(line(language), { minLength: 1, maxLength: 6 }).map((lines) => `☐ ${lines.join('\n')}`))

/** A line of English with symbols and emoji. */
export const englishLine = line({ letters: [...a], quote: ['“', '”'] })

/** The text as UTF-8, read in another code page. */
export function misread(original: string, page: Page): string {
  const characterOf = new Map([...page.byteOf].map(([character, byte]) => [byte, character]))
  return Array.from(Buffer.from(original), (byte) => characterOf.get(byte) ?? String.fromCharCode(byte)).join('')
}
