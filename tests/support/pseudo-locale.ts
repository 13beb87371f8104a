import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesOf, SOURCE } from '#i18n/locales.ts';
import { ROOT } from './builders/the-library.ts';

/** A pseudo-locale. Its numbers, dates and plurals are Polish, which has other forms than English. */
export const PSEUDO = { lang: 'qps-ploc', locale: 'pl' } as const;

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = [...'àƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'];
const LONGER = 1.4;

/** A text with an accent on every letter and longer by 40 %; places, written `{name}`, stay. */
export function pseudoText(text: string): string {
  const said = text
    .split(/(\{\w+\})/)
    .map((part, n) => (n % 2 === 1 ? part : accented(part)))
    .join('');
  const short = Math.ceil(text.length * LONGER) - said.length;
  return 'éîöûà '.repeat(Math.max(0, Math.ceil(short / 6))) + said;
}

/** Vowels are doubled, so that words grow and not only texts. */
const accented = (text: string) =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const sign = ACCENTED[PLAIN.indexOf(letter)] as string;
    return /[aeiou]/.test(letter) ? sign + sign : sign;
  });

/** Writes the messages of the pseudo-locale into a folder, all but those of the files that are left out. */
export function writePseudoLocale(folder: string, leftOut: readonly string[] = []): void {
  mkdirSync(folder, { recursive: true });
  const source = join(ROOT, messagesOf(SOURCE));
  for (const name of readdirSync(source)) {
    if (leftOut.includes(name)) continue;
    const messages = JSON.parse(readFileSync(join(source, name), 'utf8')) as Record<string, string>;
    const said = Object.entries(messages).map(([key, text]) => [key, pseudoText(text)]);
    const words = name === 'locale.json' ? PSEUDO : Object.fromEntries(said);
    writeFileSync(join(folder, name), JSON.stringify(words));
  }
}
