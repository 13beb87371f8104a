import { type NamedPlaces, sentenceWords } from '#case/debrief/screens/scores/sentence-words.ts';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { LETTER_KINDS, type LetterKind } from '#evidence/letters/model/letter.ts';
import { PARTS_NEEDED } from '#evidence/letters/model/letter-parts.ts';
import { kindWords } from '#evidence/letters/screens/letter-words.ts';
import { translator } from '#i18n/translator.ts';
import type { Sentence } from '#kernel/model/sentence.ts';
import words from '#words/kinds/requests/debrief.json' with { type: 'json' };
import messages from '#words/kinds/requests.json' with { type: 'json' };
import { adviceOn, partName } from './request-words.ts';

const t = translator(messages);
type Verdict = Extract<keyof typeof messages, `verdict.${string}`>;

/** One thing that is said about the letters: what it is about, how it stands, and what was so. */
export interface FindingEntry {
  readonly name: string;
  readonly verdict: string;
  readonly look: 'hit' | 'miss' | 'none';
  /** What was so in this attempt, sentence by sentence. */
  readonly words: readonly string[];
  /** What such a part has to say, where it does not. */
  readonly advice?: string;
  /** What a receiver or a court would say. */
  readonly objections: readonly string[];
  readonly sources: Finding['sources'];
}

export interface FindingGroup {
  readonly name: string;
  /** What is true of the group as a whole, sentence by sentence. */
  readonly words: readonly string[];
  readonly entries: readonly FindingEntry[];
}

/** How each sentence about order, periods and channels is marked, by the end of its id. */
const MARKS: Readonly<Record<string, readonly [Verdict, FindingEntry['look']]>> = {
  'sequence.unasked': ['verdict.unsent', 'miss'],
  'sequence.refused': ['verdict.refused', 'miss'],
  'sequence.unsent': ['verdict.unsent', 'none'],
  'sequence.alone': ['verdict.alone', 'hit'],
  'sequence.before': ['verdict.before', 'hit'],
  'sequence.after': ['verdict.late', 'miss'],
  'sequence.without': ['verdict.without', 'miss'],
  'renewal.nothing': ['verdict.without', 'miss'],
  'renewal.noted': ['verdict.in', 'hit'],
  'renewal.unnoted': ['verdict.out', 'miss'],
  'renewal.late': ['verdict.late', 'miss'],
  'renewal.ended': ['verdict.ended', 'miss'],
  'renewal.outrun': ['verdict.outrun', 'miss'],
  'channel.right': ['verdict.way', 'hit'],
  'channel.mixed': ['verdict.way.mixed', 'miss'],
  'channel.other': ['verdict.way.other', 'miss'],
  'channel.unnamed': ['verdict.way.none', 'miss'],
  'channel.unsent': ['verdict.unsent', 'miss'],
};

/** Everything about letters by what it is about: order and renewals first, then each kind of letter, then the answers. */
export function findingGroups(
  findings: readonly Finding[],
  sentences: readonly Sentence[],
  names: NamedPlaces,
): FindingGroup[] {
  const say = (sentence: Sentence) => sentenceWords(sentence, words, names);
  const sourcesOf = (reason: string) => findings.find((finding) => finding.reason === reason)?.sources ?? [];
  const groups = [
    { name: t('debrief.order'), words: [], entries: orderEntries(sentences, say, sourcesOf) },
    { name: t('debrief.channel'), words: [], entries: channelEntries(sentences, say, sourcesOf) },
    ...LETTER_KINDS.map((kind) => letterGroup(kind, findings, sentences, say)),
    {
      name: t('debrief.answers'),
      words: [],
      entries: sentences
        .filter(({ id }) => id.startsWith('answer.'))
        .map((sentence) => ({
          name: t('answer', { letter: String(sentence.params.letter) }),
          verdict: t('verdict.answer'),
          look: 'miss' as const,
          words: [say(sentence)],
          objections: [],
          sources: sourcesOf(sentence.id),
        })),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function orderEntries(
  sentences: readonly Sentence[],
  say: (sentence: Sentence) => string,
  sourcesOf: (reason: string) => Finding['sources'],
): FindingEntry[] {
  return (['sequence', 'renewal'] as const).flatMap((about) => {
    const own = sentences.filter(({ id }) => id.startsWith(`letter.${about}.`));
    const against = sentences.filter(({ id }) => id === `objection.${about}`).map(say);
    return own.map((sentence, n): FindingEntry => {
      const [, , what] = sentence.id.split('.');
      const [verdict, look] = MARKS[`${about}.${what}`] ?? ['verdict.out', 'miss'];
      const isLast = n === own.length - 1;
      return {
        name: t(`letter.${about}`),
        verdict: t(verdict),
        look,
        words: [say(sentence)],
        objections: isLast ? against : [],
        sources: isLast ? sourcesOf(`letter.${about}`) : [],
      };
    });
  });
}

/** The steps in another State, each with the way that its letter took. */
function channelEntries(
  sentences: readonly Sentence[],
  say: (sentence: Sentence) => string,
  sourcesOf: (reason: string) => Finding['sources'],
): FindingEntry[] {
  const own = sentences.filter(({ id }) => id.startsWith('channel.') && id !== 'channel.count');
  return own.map((sentence, n): FindingEntry => {
    const [, what] = sentence.id.split('.');
    const [verdict, look] = MARKS[`channel.${what}`] ?? ['verdict.out', 'miss'];
    const isLast = n === own.length - 1;
    return {
      name: sentence.params.data === undefined ? t('letter.channel.keep') : t('letter.channel.hand'),
      verdict: t(verdict),
      look,
      words: [say(sentence)],
      objections: [],
      sources: isLast ? sourcesOf('letter.channel') : [],
    };
  });
}

/** Of a letter that never went out: whether each of its parts is needed, or so many of them are enough. */
function neededOf(kind: LetterKind, of: number): string {
  const needed = PARTS_NEEDED[kind];
  return needed < of ? t('verdict.needed.some', { of, needed }) : t('verdict.needed');
}

/** The parts of the letter that counts; of a kind that never went out, what it would have had to say. */
function letterGroup(
  kind: LetterKind,
  findings: readonly Finding[],
  sentences: readonly Sentence[],
  say: (sentence: Sentence) => string,
): FindingGroup {
  const unsent = sentences.filter(({ id }) => id === `letter.unsent.${kind}`);
  const own = sentences.filter(({ params }) => params.kind === kind);
  const starting = (start: string) => own.filter(({ id }) => id.startsWith(start)).map(say);
  /** What stands in a field of text of that part and does not belong there. */
  const inTexts = (start: string, part: string) =>
    own.filter(({ id, params }) => id.startsWith(`${start}.text.`) && params.part === part).map(say);
  const parts = findings.filter(
    ({ at, reason }) =>
      at.locator?.startsWith(`${kind}.`) && reason.startsWith('letter.') && reason !== 'letter.nowhere',
  );
  const entries = parts.map(({ kind: found, reason, sources }): FindingEntry => {
    const part = reason.slice('letter.'.length);
    const isIn = found === 'hit';
    return {
      name: partName(part),
      verdict: unsent.length > 0 ? neededOf(kind, parts.length) : t(isIn ? 'verdict.in' : 'verdict.lacking'),
      look: unsent.length > 0 ? 'none' : isIn ? 'hit' : 'miss',
      words: [
        ...own.filter(({ id }) => id === `letter.hit.${part}`).map(say),
        ...starting(`letter.gap.${part}.`),
        ...inTexts('letter.gap', part),
      ],
      ...(!isIn && { advice: adviceOn(part) }),
      objections: [...starting(`objection.${part}.`), ...inTexts('objection', part)],
      sources,
    };
  });
  const [of, needed] = [parts.length, PARTS_NEEDED[kind]];
  const enough = needed < of ? [t('parts.enough', { of, needed })] : [];
  return {
    name: kindWords(kind),
    words: [...unsent.map(say), ...starting('letter.nowhere.'), ...enough, ...starting('letter.beside.')],
    // What is missing comes first: that is what one came to read.
    entries: entries.toSorted((a, b) => Number(a.look === 'hit') - Number(b.look === 'hit')),
  };
}
