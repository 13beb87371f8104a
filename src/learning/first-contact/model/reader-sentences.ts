import type { MessageRuleId } from './message-rules.ts';
import { type FoundWords, MAX_MESSAGE, type MessageFacts } from './read-message.ts';

/** Who may read a first message: the person if somebody controls them, whoever else holds the telephone, a person who advertises alone, and a colleague or lawyer with the file. */
export const MESSAGE_READERS = ['controlled', 'holder', 'independent', 'file'] as const;
export type MessageReader = (typeof MESSAGE_READERS)[number];

/** What a sentence needs to be true: words of a rule were found, none were found, or the message is too long. */
type Condition =
  | { readonly found: MessageRuleId }
  | { readonly absent: MessageRuleId }
  | { readonly longer: number }
  | 'always';

interface SentenceRule {
  /** Key of the words, below `says.<reader>.`. */
  readonly key: string;
  readonly when: Condition;
  readonly readers: readonly MessageReader[];
  /** Readers for whom the words neither harm nor protect. */
  readonly neutralFor?: readonly MessageReader[];
}

/** One sentence for a reader, with the words of the message on which it rests. */
export interface ReaderSentence {
  readonly key: string;
  readonly speaks: 'harm' | 'missing' | 'protect' | 'fact';
  readonly words: readonly FoundWords[];
}

const ALL = MESSAGE_READERS;
const found = (
  rule: MessageRuleId,
  readers: readonly MessageReader[] = ALL,
  neutralFor: readonly MessageReader[] = [],
): SentenceRule => ({ key: rule, when: { found: rule }, readers, neutralFor });
const absent = (rule: MessageRuleId, readers: readonly MessageReader[] = ALL): SentenceRule => ({
  key: `no-${rule}`,
  when: { absent: rule },
  readers,
});

/** In the order in which a reader is told. Each condition is one fact, so that no sentence is true by default. */
export const SENTENCE_RULES: readonly SentenceRule[] = [
  { key: 'opening', when: 'always', readers: ['holder'] },
  found('names-exploitation'),
  found('names-police'),
  found('assumes'),
  found('asks-about-control'),
  found('asks-personal'),
  found('asks-to-meet'),
  found('threatens'),
  found('urges'),
  found('promises'),
  found('offers-gain'),
  found('speaks-of-other'),
  found('poses-as-client'),
  found('asks-secrecy'),
  found('has-link'),
  found('leaves-number', ALL, ['independent', 'file']),
  { key: 'too-long', when: { longer: MAX_MESSAGE }, readers: ['controlled', 'holder', 'independent'] },
  absent('says-who'),
  absent('ordinary-reason'),
  absent('may-refuse', ['controlled', 'independent', 'file']),
  found('says-who', ALL, ['controlled', 'holder']),
  found('ordinary-reason', ALL, ['holder', 'file']),
  found('may-refuse'),
  found('easy-answer', ['controlled', 'holder', 'file'], ['holder', 'file']),
  found('their-time', ['controlled', 'holder', 'independent'], ['holder']),
  found('needs-no-data', ['controlled', 'independent', 'file']),
  found('ends-by-itself', ['controlled', 'independent', 'file'], ['file']),
];

/** What one reader sees in a message. */
export function sentencesFor(reader: MessageReader, facts: MessageFacts): ReaderSentence[] {
  return SENTENCE_RULES.filter(({ readers }) => readers.includes(reader)).flatMap(
    ({ key, when, neutralFor }): ReaderSentence[] => {
      if (when === 'always') return [{ key, speaks: 'fact', words: [] }];
      if ('longer' in when) return facts.length > when.longer ? [{ key, speaks: 'harm', words: [] }] : [];
      const words = facts.found.filter(({ rule }) => rule === ('found' in when ? when.found : when.absent));
      const [first] = words;
      if ('absent' in when) return first ? [] : [{ key, speaks: 'missing', words }];
      return first ? [{ key, speaks: neutralFor?.includes(reader) ? 'fact' : first.speaks, words }] : [];
    },
  );
}
