import { readAsSeen } from '#safety/content/model/as-read.ts';
import { FREQUENT_WORDS } from './frequent-words.ts';
import { MESSAGE_RULES, type MessageRule, type MessageRuleId } from './message-rules.ts';

/** Maximum characters of a first message in the exercise. */
export const MAX_MESSAGE = 320;

/** Words of a message that a rule found, with their place in the message as written. */
export interface FoundWords {
  readonly rule: MessageRuleId;
  readonly speaks: MessageRule['speaks'];
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly text: string;
}

/** What the rules found in a message. Everything that is said of the message rests on it. */
export interface MessageFacts {
  /** In the order of the message. Words of two rules may overlap; those of one rule do not. */
  readonly found: readonly FoundWords[];
  /** Characters as a reader counts them. */
  readonly length: number;
  /** The first words, as a telephone shows them on a locked screen. */
  readonly opening: string;
  /** False where hardly any word belongs to the language of the rules: then the rules say nothing of the message. */
  readonly isRead: boolean;
}

/** Minimum share of frequent words in a message that the rules can read. In plain prose about half of the words are frequent. */
const MIN_SHARE = 0.2;
const OPENING = 40;

/** A "no" makes the words after it, up to the end of the clause, something else than they seem. */
const NO =
  /(?<![\p{L}\p{N}])(?:not|no|never|nobody|nothing|without|cannot|neither|nor|need not)(?![\p{L}\p{N}])|n't(?!\p{L})/iu;
const CLAUSE_END = /[.!?;:,\n]/;

/** A person of the sender's own side, of whom the message may go on to speak. */
const OWN_SIDE =
  /(?<!\p{L})(?:my|our) (?:colleague|doctor|nurse|team|lawyer|interpreter|worker|counsellor)s?(?!\p{L})/iu;
const PRONOUN = /^(?:he|him|his)$/i;

/** Reads a first message with all rules. Pure: the same message gives the same facts. */
export function readMessage(message: string): MessageFacts {
  const seen = readAsSeen(message);
  const text = seen.text.replaceAll(/[’‘]/g, "'");
  const found = MESSAGE_RULES.flatMap((rule) =>
    joined(matchesOf(rule, text)).map(([start, end]): FoundWords => {
      const [from, to] = [seen.sourceAt(start), seen.sourceAt(end)];
      return { rule: rule.id, speaks: rule.speaks, from, to, text: message.slice(from, to) };
    }),
  );
  return {
    found: found.sort((a, b) => a.from - b.from || a.to - b.to),
    length: [...message.trim()].length,
    opening: openingOf(message),
    isRead: shareOfFrequentWords(text) >= MIN_SHARE || found.some(({ speaks }) => speaks === 'harm'),
  };
}

function matchesOf({ id, phrases, negativePhrases = [], evenDenied }: MessageRule, text: string): [number, number][] {
  const spans = (phrase: RegExp) =>
    Array.from(text.matchAll(phrase), (match): [number, number] => [match.index, match.index + match[0].length]);
  const plain = phrases.flatMap(spans).filter(([from, to]) => evenDenied || !isDenied(text, from, to));
  const negative = negativePhrases.flatMap(spans).filter(([from]) => !isDenied(text, from, from));
  const all = [...plain, ...negative];
  if (id !== 'speaks-of-other') return all;
  return all.filter(([from, to]) => !(PRONOUN.test(text.slice(from, to)) && OWN_SIDE.test(text.slice(0, from))));
}

/** True if a "no" stands between the beginning of the clause and `to`. */
function isDenied(text: string, from: number, to: number): boolean {
  let start = from;
  while (start > 0 && !CLAUSE_END.test(text[start - 1] as string)) start--;
  return NO.test(text.slice(start, to));
}

/** Spans that overlap as one, in the order of the text. */
function joined(spans: readonly [number, number][]): [number, number][] {
  const apart: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

function openingOf(message: string): string {
  const line = message.trim().replaceAll(/\s+/g, ' ');
  if (line.length <= OPENING) return line;
  const cut = line.slice(0, OPENING + 1).replace(/\s\S*$/, '');
  return `${cut.slice(0, OPENING)} …`;
}

function shareOfFrequentWords(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => FREQUENT_WORDS.has(word)).length / words.length;
}
