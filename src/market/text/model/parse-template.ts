import { escapePattern } from '#kernel/model/escape-pattern.ts';
import { factNames } from './facts.ts';
import type { FactLists, Habits } from './language-schemas.ts';
import { conjugate, type Forms, PERSONS, PRONOUNS } from './persons.ts';

/**
 * A parsed template: text, alternatives, facts, and words that depend on the person or on the voice. What a template
 * may hold: `[a|b]` alternatives, `{fact}`, `~verb` for a verb that agrees with the advertiser, and `<<words>>` that
 * stay as they are.
 */
export type TemplatePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly options: readonly (readonly TemplatePiece[])[] }
  | { readonly kind: 'fact'; readonly fact: number }
  /** By person, then by contraction: `forms[person * CONTRACTIONS + contraction]`. */
  | { readonly kind: 'forms'; readonly forms: readonly string[] }
  | { readonly kind: 'word'; readonly word: HabitWord }
  /** An article with the blank after it, which some learners leave out. */
  | { readonly kind: 'article'; readonly text: string };

/** How a pair of words is written: in full, with an apostrophe, without. */
export const CONTRACTIONS = 3;

/** A word that authors shorten or misspell. Its number keeps each author's spelling the same in all ads. */
export interface HabitWord {
  readonly number: number;
  readonly plain: string;
  readonly classified: string;
  readonly chat: string;
  readonly slip: string;
}

/** What is looked up while templates are parsed. */
export interface Dictionary {
  readonly facts: ReadonlyMap<string, number>;
  readonly contractions: ReadonlyMap<string, readonly [string, string]>;
  readonly words: ReadonlyMap<string, HabitWord>;
  /** Finds, in text that depends on nothing else, what the voice changes. */
  readonly habit: RegExp;
  /** Templates that were parsed with it. */
  readonly parsed: Map<string, readonly TemplatePiece[]>;
}

const dictionaries = new WeakMap<Habits, { readonly facts: FactLists; readonly dictionary: Dictionary }>();

/** The dictionary of these facts and habits: the same one each time, so that no template is parsed twice. */
export function dictionaryOf(facts: FactLists, habits: Habits): Dictionary {
  const known = dictionaries.get(habits);
  if (known?.facts === facts) return known.dictionary;
  const dictionary = createDictionary(factNames(facts), habits);
  dictionaries.set(habits, { facts, dictionary });
  return dictionary;
}

/** A template that cannot be parsed, with the place of the fault. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}

export function createDictionary(facts: readonly string[], habits: Habits): Dictionary {
  const words = new Map<string, HabitWord>();
  for (const plain of [...new Set([...Object.keys(habits.short), ...Object.keys(habits.slips)])].toSorted()) {
    const short = habits.short[plain];
    const classified = short?.classified ?? plain;
    const chat = short?.chat ?? classified;
    words.set(plain, { number: words.size, plain, classified, chat, slip: habits.slips[plain] ?? plain });
  }
  const pairs = Object.keys(habits.contractions).toSorted((a, b) => b.length - a.length);
  const either = (list: readonly string[]) => list.map(escapePattern).join('|');
  return {
    facts: new Map(facts.map((fact, n) => [fact, n])),
    contractions: new Map(Object.entries(habits.contractions)),
    words,
    habit: new RegExp(`\\b(?:(${either(pairs)})\\b|(${either([...words.keys()])})\\b|((?:the|an|a) ))`, 'g'),
    parsed: new Map(),
  };
}

/** Parses one template. Throws `TemplateError`, which names the fault. */
export function parseTemplate(template: string, dictionary: Dictionary): readonly TemplatePiece[] {
  const known = dictionary.parsed.get(template) ?? parseAnew(template, dictionary);
  dictionary.parsed.set(template, known);
  return known;
}

function parseAnew(template: string, dictionary: Dictionary): TemplatePiece[] {
  let at = 0;
  const pieces = sequence('');
  if (at < template.length) throw new TemplateError(`${template}: "${template[at]}" closes nothing`);
  return pieces;

  function sequence(stop: string): TemplatePiece[] {
    const found: TemplatePiece[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') found.push(...piecesOf(text, template, dictionary));
      text = '';
    };
    while (at < template.length && !stop.includes(template[at] as string)) {
      if (template.startsWith('<<', at)) {
        flush();
        found.push({ kind: 'text', text: upTo('>>', 2) });
      } else if (template[at] === '[') {
        flush();
        found.push(choice());
      } else if (template[at] === '{') {
        flush();
        const name = upTo('}', 1);
        const fact = dictionary.facts.get(name);
        if (fact === undefined) throw new TemplateError(`${template}: there is no fact {${name}}`);
        found.push({ kind: 'fact', fact });
      } else if ('|]}'.includes(template[at] as string)) break;
      else text += template[at++];
    }
    flush();
    return found;
  }

  function choice(): TemplatePiece {
    const options: TemplatePiece[][] = [];
    do {
      at++;
      options.push(sequence('|]'));
    } while (template[at] === '|');
    if (template[at] !== ']') throw new TemplateError(`${template}: a "[" is not closed`);
    at++;
    return { kind: 'choice', options };
  }

  /** The text between the place and a mark; goes on behind the mark. */
  function upTo(mark: string, skipped: number): string {
    const end = template.indexOf(mark, at);
    if (end === -1) throw new TemplateError(`${template}: "${mark}" is missing`);
    const inside = template.slice(at + skipped, end);
    at = end + mark.length;
    return inside;
  }
}

/** A pronoun with its verb, a verb by itself, or a pronoun. */
const AGREEING = /\bI ~(am|was|do)( not)?\b|~do not\b|~(\w+)|\b(I|me|my|mine|myself)\b/g;

/** Verbs that agree with a pronoun have to be marked; what needs no mark is listed. */
const UNMARKED =
  /(?<!\b(?:may|can|will|shall|could|would|should|must|do|did) )\bI (?!~|\w+ly\b|once\b|can\b|cannot\b|may\b|might\b|must\b|will\b|would\b|could\b|should\b|shall\b|seldom\b|never\b|always\b|often\b|still\b|also\b|usually\b|only\b|just\b|rarely\b|sometimes\b|mostly\b|already\b|really\b|\w+ed\b|moved\b|learnt\b|grew\b|came\b|had\b|kept\b|found\b|lost\b|left\b|bought\b|said\b|told\b|got\b|made\b|wrote\b|went\b|took\b|gave\b|began\b|saw\b|met\b|read\b|sold\b|spent\b|thought\b|forgot\b|did\b|put\b|chose\b|broke\b|knew\b|paid\b|sat\b|slept\b|spoke\b|stood\b|won\b|sent\b|set\b|let\b)[a-z]+/;

function piecesOf(text: string, template: string, dictionary: Dictionary): TemplatePiece[] {
  const unmarked = text.match(UNMARKED);
  if (unmarked) throw new TemplateError(`${template}: "${unmarked[0]}" needs a "~" before its verb`);
  const found: TemplatePiece[] = [];
  let from = 0;
  for (const match of text.matchAll(AGREEING)) {
    if (match.index > from) found.push(...plainPieces(text.slice(from, match.index), dictionary));
    found.push({ kind: 'forms', forms: formsOf(match[0], dictionary) });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push(...plainPieces(text.slice(from), dictionary));
  return found;
}

/** All persons of a phrase such as "I ~am", each as written in full and contracted. */
function formsOf(phrase: string, { contractions }: Dictionary): string[] {
  const words = phrase.split(' ').map((word): Forms => {
    if (word.startsWith('~')) return conjugate(word.slice(1));
    return PRONOUNS[word] ?? [word, word, word, word, word];
  });
  return PERSONS.flatMap((_, person) => {
    const full = words.map((forms) => forms[person]).join(' ');
    const negated = words.length === 3 ? contractedEnd(full, contractions) : undefined;
    return [full, ...(negated ?? contractions.get(full) ?? [full, full])];
  });
}

/** Of "she does not" the last two words are contracted. */
function contractedEnd(full: string, contractions: Dictionary['contractions']): [string, string] | undefined {
  const [first = '', ...rest] = full.split(' ');
  const end = contractions.get(rest.join(' '));
  return end && [`${first} ${end[0]}`, `${first} ${end[1]}`];
}

/** Text that depends on no person: words that voices change, and the rest. */
function plainPieces(text: string, { habit, contractions, words }: Dictionary): TemplatePiece[] {
  const found: TemplatePiece[] = [];
  let from = 0;
  for (const match of text.matchAll(habit)) {
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, pair, word] = match;
    const contracted = pair === undefined ? undefined : contractions.get(pair);
    if (contracted) found.push({ kind: 'forms', forms: PERSONS.flatMap(() => [whole, ...contracted]) });
    else if (word !== undefined) found.push({ kind: 'word', word: words.get(word) as HabitWord });
    else found.push({ kind: 'article', text: whole });
    from = match.index + whole.length;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}

/** Characters of a fact, as most are. */
const FACT_CHARACTERS = 8;

/** Mean number of characters, each alternative as likely as the others. */
export function meanLength(pieces: readonly TemplatePiece[]): number {
  return pieces.reduce((sum, piece) => {
    if (piece.kind === 'choice')
      return sum + piece.options.reduce((all, option) => all + meanLength(option), 0) / piece.options.length;
    if (piece.kind === 'fact') return sum + FACT_CHARACTERS;
    if (piece.kind === 'forms') return sum + (piece.forms[0] as string).length;
    return sum + (piece.kind === 'word' ? piece.word.plain : piece.text).length;
  }, 0);
}
