/**
 * Letters that look like a Latin one, by that letter. Upper and lower case separately, because they may have different
 * look-alikes. @see Unicode Technical Standard 39, confusables
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'аαɑᴀ',
  b: 'ЬьʙƄ',
  c: 'сϲᴄⅽ',
  d: 'ԁᴅժ',
  e: 'еєᴇҽ℮',
  f: 'ғꜰϝ',
  g: 'ɡԍɢց',
  h: 'һʜհ',
  i: 'іιıɪї',
  j: 'јϳᴊյ',
  k: 'кκᴋ',
  l: 'ӏⅼʟاӀ',
  m: 'мᴍ',
  n: 'пηɴո',
  o: 'оοσօᴏ',
  p: 'рρᴘ',
  q: 'ԛզ',
  r: 'гʀᴦ',
  s: 'ѕꜱ',
  t: 'тτᴛ',
  u: 'υսᴜцμ',
  v: 'νѵᴠ',
  w: 'ѡωԝᴡшա',
  x: 'хχ',
  y: 'уγʏүу',
  z: 'ᴢʐ',
  A: 'АΑᎪ',
  B: 'ВΒᏴ',
  C: 'СϹᏟ',
  D: 'ᎠԀ',
  E: 'ЕΕᎬ',
  F: 'Ϝ',
  G: 'ԌᏀ',
  H: 'НΗᎻ',
  I: 'ІΙ',
  J: 'ЈᎫ',
  K: 'КΚᏦ',
  L: 'ᏞԼ',
  M: 'МΜᎷ',
  N: 'Ν',
  O: 'ОΟՕ',
  P: 'РΡᏢ',
  R: 'ᎡᏒ',
  S: 'ЅᏚՏ',
  T: 'ТΤᎢ',
  U: 'Ս',
  V: 'ѴᏙ',
  W: 'ԜᏔ',
  X: 'ХΧ',
  Y: 'УΥҮ',
  Z: 'ΖᏃ',
};

const LATIN_OF = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

const WORD = /[\p{L}\p{M}]+/gu;
const OTHER = /[^\p{Script=Latin}\p{M}]|[ıɑɡɩʏɪʟʜʙɴʀ\u1d00-\u1d2b]/u;
const LATIN = /\p{Script=Latin}/gu;
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/gu;

/**
 * Replaces look-alike letters by Latin ones: in a word that also has Latin letters, and in a word of look-alikes only
 * inside a mostly Latin text. A text in another script is unchanged. Every letter keeps its offset and length.
 */
export function foldLookAlikes(text: string): string {
  if (!OTHER.test(text)) return text;
  const isLatinText = count(text, LATIN) > count(text, NOT_LATIN);
  return text.replace(WORD, (word) => {
    if (!OTHER.test(word)) return word;
    const folded = [...word].map((letter) => LATIN_OF.get(letter) ?? letter).join('');
    const isMixed = /\p{Script=Latin}/u.test(word);
    return isMixed || (isLatinText && !/(?!\p{Script=Latin})\p{L}/u.test(folded)) ? folded : word;
  });
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
