import type { Issue } from '#kernel/model/issue.ts';
import { matchesOf, type TextFinding, toIssues } from './finding.ts';
import { isBesideCitation } from './is-beside-citation.ts';
import type { Passage } from './passage.ts';
import { plainLetters } from './plain-letters.ts';
import { inSource, type MappedText, withoutInnerHyphens, withSingleBlanks } from './spaced-words.ts';
import type { WordingRule } from './wording-rule.ts';
import { WORDING_RULES } from './wording-rules.ts';

/** A passage as the rules search it. */
interface Searched {
  readonly passage: Passage;
  /** Its text without accents, and with letters in place of figures that stand for them. */
  readonly plain: string;
  /** The same without the hyphens inside words; undefined where there are none. */
  readonly joined: MappedText | undefined;
  /** Both with one blank between words. */
  readings(): readonly MappedText[];
}

/** The passage last searched: it is asked for once for each number of the rules. */
let last: Searched | undefined;

function searchedOf(passage: Passage): Searched {
  if (last?.passage === passage) return last;
  const plain = plainLetters(passage.text);
  const joined = withoutInnerHyphens(plain);
  let made: readonly MappedText[] | undefined;
  const readings = () => {
    made ??= [withSingleBlanks(plain), ...(joined ? [withSingleBlanks(joined)] : [])];
    return made;
  };
  last = { passage, plain, joined, readings };
  return last;
}

/**
 * The findings of the wording rules of one number, after those of an older check of the same number, which names what both
 * find. What is wrong with each is in the message `safety.RULE.ID`.
 */
export const checkWording = (rule: WordingRule['rule'], check: (passage: Passage) => Issue[]) => {
  const rules = WORDING_RULES.filter((one) => one.rule === rule);
  // Most texts have no such word, and are not searched further.
  const any = new RegExp(rules.map(({ near }) => near.source.replaceAll(' ', '\\s+')).join('|'), 'iu');
  return (passage: Passage): Issue[] => {
    const found = check(passage);
    const searched = searchedOf(passage);
    if (!any.test(searched.plain) && !(searched.joined && any.test(searched.joined.text))) return found;
    const more = rules.flatMap((one) =>
      toIssues(rule, passage, findingsOf(one, searched)).map((issue) => ({
        ...issue,
        params: { ...issue.params, wording: one.id },
      })),
    );
    return [...found, ...more.filter((issue) => !found.some((known) => isSame(known, issue)))];
  };
};

/** True where one of two issues names a part of what the other one names. */
function isSame({ params: { text: one } }: Issue, { params: { text: other } }: Issue): boolean {
  const [a, b] = [String(one).toLowerCase(), String(other).toLowerCase()];
  return a.includes(b) || b.includes(a);
}

function findingsOf(rule: WordingRule, searched: Searched): readonly TextFinding[] {
  const { passage } = searched;
  const found: TextFinding[] = [];
  for (const reading of searched.readings())
    for (const one of findIn(rule, reading.text)) {
      const { at, to } = inSource(one, reading);
      const isKnown = found.some((known) => at < known.at + known.text.length && known.at < to);
      if (!isKnown && !isAllowed(rule, searched, at, to)) found.push({ at, text: passage.text.slice(at, to) });
    }
  return found;
}

/** What the pattern finds and no exception of the rule contains. */
function findIn({ pattern, near, except }: WordingRule, text: string): readonly TextFinding[] {
  const found = matchesNear(text, pattern, near);
  if (found.length === 0 || !except) return found;
  const spared = matchesOf(text, except);
  return found.filter(
    ({ at, text: { length } }) => !spared.some((one) => one.at <= at && at + length <= one.at + one.text.length),
  );
}

/** So many characters around a word a pattern reaches at most: a dozen words, with the indentation of as many lines. */
const MAX_REACH = 250;

/** What a pattern finds around the words that each of its findings has. */
function matchesNear(text: string, pattern: RegExp, near: RegExp): readonly TextFinding[] {
  const found: TextFinding[] = [];
  let last = -1;
  for (const [from, to] of windowsAround(text, near))
    for (const one of matchesIn(text.slice(from, to), pattern)) {
      const at = from + one.at;
      if (at > last) found.push({ at, text: one.text });
      last = Math.max(last, at);
    }
  return found;
}

/** All matches of a pattern. `matchAll` would copy it each time, and these are large. */
function* matchesIn(text: string, pattern: RegExp): Generator<TextFinding> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { lastIndex } = pattern;
    yield { at: match.index, text: match[0] };
    pattern.lastIndex = lastIndex;
  }
}

/** The parts of a text around these words, without a torn word at their ends. */
function windowsAround(text: string, near: RegExp): [from: number, to: number][] {
  const windows: [number, number][] = [];
  for (const { at } of matchesIn(text, near)) {
    const [from, to] = [Math.max(0, at - MAX_REACH), Math.min(text.length, at + MAX_REACH)];
    const open = windows.at(-1);
    if (open && from <= open[1]) open[1] = to;
    else windows.push([from, to]);
  }
  return windows.map(([from, to]) => [
    from === 0 ? 0 : behindBlank(text, from),
    to === text.length ? to : beforeBlank(text, to),
  ]);
}

/** The place behind the first blank from here on, and before the last blank up to here; or here, where none is near. */
const MAX_WORD = 40;
function behindBlank(text: string, from: number): number {
  const at = text.slice(from, from + MAX_WORD).search(/\s/u);
  return at < 0 ? from : from + at + 1;
}
function beforeBlank(text: string, to: number): number {
  const word = /\s\S*$/u.exec(text.slice(Math.max(0, to - MAX_WORD), to));
  return word ? to - word[0].length : to;
}

/** True for what is quoted or cited, and for what is named as a word that is not to be used. */
function isAllowed(rule: WordingRule, { passage, plain }: Searched, at: number, end: number): boolean {
  if (passage.isQuoted(at) && passage.isQuoted(end - 1)) return true;
  if (rule.isTermOfLaw && (isBesideCitation(passage, at) || speaksOfLaw(passage, plain, at))) return true;
  return isMentioned(plain, at, end);
}

/** Characters before and after a term in which a lesson names what makes it one of law. */
const MAX_APART = 160;
const LAW =
  /(?<!\p{L})(?:laws?|courts?|judges?|judgments?|States?|Conventions?|Protocols?|Articles?|offences?|convict\p{L}{1,4}|claims?|compensation|prosecut\p{L}{1,5})(?!\p{L})/u;

/** True in a lesson that speaks of a law or of a court, where a person is named as the law names one. */
function speaksOfLaw({ kind }: Passage, text: string, at: number): boolean {
  return kind === 'lesson' && LAW.test(text.slice(Math.max(0, at - MAX_APART), at + MAX_APART));
}

/** Longest text between quotation marks that is read as a term, and farthest words before it that say so. */
const MAX_TERM = 60;
const MAX_BEFORE = 60;
const OPENING = /["“„«‘'][^"“”„«»‘’'.!?]{0,60}$/u;
const CLOSING = /^[^"“”„«»‘.!?]{0,60}["”“»’']/u;
/** What says that the words in quotation marks are a term of somebody, or words to be left out. */
const SAYS_TERM =
  /(?<!\p{L})(?:words?|terms?|labels?|phrases?|expressions?|law|laws|article|convention|protocol|directive|statute|definition|not\s+(?:say|write|use|call|print|put)|never\s+(?:say|write|use|call|print|put)|nobody\s+(?:says|writes|is\s+called)|instead\s+of|rather\s+than|avoid|avoids|delete|deletes|deleted|cross(?:es|ed)?\s+out|str(?:ike|ikes|uck)\s+out|replace|replaces|replaced|leave\s+out)(?!\p{L})[^.!?"“”„«»]{0,40}$/iu;

/** True for a term between quotation marks, where the words before it say that it is one: the word “trafficker”. */
function isMentioned(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - MAX_TERM), from);
  const opening = OPENING.exec(before);
  if (!opening || !CLOSING.test(text.slice(to, to + MAX_TERM))) return false;
  const mark = from - before.length + opening.index;
  return SAYS_TERM.test(text.slice(Math.max(0, mark - MAX_BEFORE), mark));
}
