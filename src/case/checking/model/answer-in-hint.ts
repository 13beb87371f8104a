import { letterOf } from '#kernel/model/letter-of.ts';
import { phrasesOf } from './phrases.ts';

/** An option as a hint can name it. */
interface HintedOption {
  readonly id: string;
  readonly text: string;
}

/** What of a hint names an answer, as the code and the values of an issue. */
interface NamedAnswer {
  readonly code: 'scenario.hint-names-option' | 'scenario.hint-points-to-option' | 'scenario.hint-names-ad';
  readonly params: Readonly<Record<string, string>>;
}

const PLACES: readonly string[] = ['first', 'second', 'third', 'fourth', 'fifth'];
/** An option named by its letter or its place: "option B", "answer c)", "the second option", "the last choice". */
const BY_LETTER = /\b(?:options?|answers?|choices?) \(?([a-e])\b/i;
const BY_PLACE = /\bthe (first|second|third|fourth|fifth|last) (?:option|answer|choice|one)\b/i;

/** An ad named by its number. */
const AD = /\bads? (\d{4})\b/i;

/** Minimum words of a hint that stand in one option and nowhere else in the scene. */
const MIN_SHARED_WORDS = 3;
/** Shorter words are mostly grammar. */
const MIN_LETTERS = 5;

/**
 * Finds what names an answer in a hint: a run of words that one option alone has; the letter or the place of an option;
 * three longer words that are in one option, in no other, and not in the scene; in an exercise, the number of an ad.
 * `told` is the text of the scene, whose words a hint may use.
 */
export function answerInHint(hint: string, options: readonly HintedOption[], told: string): NamedAnswer | undefined {
  if (options.length === 0) {
    const ad = AD.exec(hint)?.[1];
    return ad === undefined ? undefined : { code: 'scenario.hint-names-ad', params: { ad } };
  }
  const named = namedByPhrase(hint, options) ?? namedByPlace(hint, options);
  if (named) return { code: 'scenario.hint-names-option', params: named };
  const pointed = pointedByWords(hint, options, told);
  return pointed && { code: 'scenario.hint-points-to-option', params: pointed };
}

function namedByPhrase(hint: string, options: readonly HintedOption[]): NamedAnswer['params'] | undefined {
  const phrases = options.map(({ text }) => new Set(phrasesOf(text)));
  for (const words of phrasesOf(hint)) {
    const [option, ...others] = options.filter((_, n) => phrases[n]?.has(words));
    if (option && others.length === 0) return { option: option.id, words };
  }
  return undefined;
}

function namedByPlace(hint: string, options: readonly HintedOption[]): NamedAnswer['params'] | undefined {
  const [inLetters = '', letter] = BY_LETTER.exec(hint) ?? [];
  const [inWords = '', place] = BY_PLACE.exec(hint) ?? [];
  const texts = [...new Set(options.map(({ text }) => text))];
  const at = letter
    ? texts.findIndex((_, n) => letterOf(n) === letter.toUpperCase())
    : place === 'last'
      ? texts.length - 1
      : PLACES.indexOf(place ?? '');
  const option = options.find(({ text }) => text === texts[at]);
  return option && { option: option.id, words: inLetters || inWords };
}

function pointedByWords(
  hint: string,
  options: readonly HintedOption[],
  told: string,
): NamedAnswer['params'] | undefined {
  const known = new Set(longWords(told));
  const inHint = longWords(hint).filter((word) => !known.has(word));
  const texts = [...new Set(options.map(({ text }) => text))];
  const words = texts.map((text) => new Set(longWords(text)));
  const own = words.map((mine) =>
    inHint.filter((word) => mine.has(word) && words.filter((others) => others.has(word)).length === 1),
  );
  const at = own.findIndex(({ length }) => length >= MIN_SHARED_WORDS);
  const option = options.find(({ text }) => text === texts[at]);
  return option && { option: option.id, words: (own[at] ?? []).join(', ') };
}

/** The longer words of a text, each once, in lower case. */
const longWords = (text: string) => [
  ...new Set((text.toLowerCase().match(/\p{L}+/gu) ?? []).filter(({ length }) => length >= MIN_LETTERS)),
];
