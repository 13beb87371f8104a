import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MESSAGE_FILES } from './message-files.ts';

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

/** Writes the messages of the pseudo-locale into a folder, all but those of the files that are left out by name. */
export function writePseudoLocale(folder: string, leftOut: readonly string[] = []): void {
  for (const { name, messages } of MESSAGE_FILES) {
    if (leftOut.includes(name)) continue;
    const said = Object.entries(messages).map(([key, text]) => [key, pseudoText(text)]);
    const words = name === 'locale.json' ? PSEUDO : Object.fromEntries(said);
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(words));
  }
}
