import { LETTER_KINDS } from '#evidence/letters/model/letter.ts';
import { GAPS, type LetterPartName } from '#evidence/letters/model/letter-gaps.ts';
import { type LetterGap, TEXT_GAPS } from '#evidence/letters/model/text-gaps.ts';
import { type Saying, type SentenceParams, type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { BesideFact, RequestsFacts } from './facts.ts';

type Rule = SentenceRule<RequestsFacts>;

const PARTS = Object.keys(GAPS) as LetterPartName[];

/** What was sent, and what it refers to. The screen names ids of letters, kinds, companies and data. */
export const LETTERS: readonly Rule[] = [
  { id: 'letters.none', ground: 'log', says: ({ letters }) => when(letters.length === 0) },
  {
    id: 'letters.count',
    ground: 'log',
    says: ({ letters }) => when(letters.length > 0, { params: { count: letters.length } }),
  },
  ...LETTER_KINDS.map(
    (kind): Rule => ({
      id: `letter.unsent.${kind}`,
      says: ({ content }) => when(content.some((entry) => entry.kind === kind && entry.letter === undefined)),
    }),
  ),
  ...(['nothing', 'others', 'wide'] as const).map(
    (leads): Rule => ({
      id: `letter.nowhere.${leads}`,
      says: ({ content }) =>
        content.flatMap(({ kind, letter, leads: found }) =>
          letter !== undefined && found === leads ? [{ params: { kind, letter } }] : [],
        ),
    }),
  ),
];

/** What each letter says of its required parts, and how a recipient or a court would object to what is missing. */
export const CONTENT: readonly Rule[] = PARTS.flatMap((part) => [
  {
    id: `letter.hit.${part}`,
    says: ({ content }) =>
      content.flatMap(({ kind, letter, said }) =>
        letter !== undefined && said.includes(part) ? [{ params: { kind, letter } }] : [],
      ),
  } satisfies Rule,
  ...GAPS[part].flatMap((gap) => [gapRule('letter.gap', part, gap), gapRule('objection', part, gap)]),
]);

/** By sentence, the gaps for which it mentions a letter other than the one that counts. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  kinds: ['data.beyond'],
  span: ['data.span', 'data.backwards', 'data.late', 'data.short', 'data.long'],
  unsigned: ['authority.nobody'],
  office: ['authority.office'],
  redress: ['redress.none', 'redress.court'],
};

/** Removes duplicate sayings: a time span can have the same fault at both ends. */
const once = (sayings: readonly Saying[]): Saying[] => [
  ...new Map(sayings.map((saying) => [JSON.stringify(saying), saying])).values(),
];

const ofBeside = ({ kind, letter, seq, gaps }: BesideFact, wanted: readonly string[]): Saying[] =>
  once(
    gaps
      .filter(({ part, gap }) => wanted.includes(`${part}.${gap}`))
      .map(({ data, offices, issuer }) => ({
        params: {
          kind,
          letter,
          ...(data && { data: data.join(', ') }),
          ...(offices && { offices: offices.join(', ') }),
          ...(issuer && { issuer }),
        },
        events: [seq],
      })),
  );

/** Objections of a recipient or a court to letters other than those that count. */
export const BESIDES: readonly Rule[] = Object.entries(BESIDE).map(([name, wanted]) => ({
  id: `letter.beside.${name}`,
  says: ({ beside }) => beside.flatMap((fact) => ofBeside(fact, wanted)),
}));

/** Text in free fields that does not belong to the case: one saying per field. */
export const TEXTS: readonly Rule[] = TEXT_GAPS.flatMap((gap) => [
  gapRule('letter.gap', undefined, gap),
  gapRule('objection', undefined, gap),
]);

/** A rule about a part, or about the free text field of a gap that has no part. */
function gapRule(of: 'letter.gap' | 'objection', part: string | undefined, gap: string): Rule {
  return {
    id: `${of}.${part ?? 'text'}.${gap}`,
    says: ({ content }) =>
      content.flatMap(({ kind, letter, gaps, sentAt }) =>
        gaps
          .filter((found) => (part === undefined || found.part === part) && found.gap === gap)
          .map((found) => ({ params: { kind, letter: letter ?? '', ...paramsOf(found, sentAt) } })),
      ),
  };
}

/** Parameters of a gap, for its sentence. */
function paramsOf(
  { part, names, data, offices, issuer, words, field, at, most }: LetterGap,
  sentAt: string | undefined,
): SentenceParams {
  return {
    ...(names && { count: names.length, names: names.join(', ') }),
    ...(data && { data: data.join(', ') }),
    ...(offices && { offices: offices.join(', ') }),
    ...(issuer && { issuer }),
    ...(words && { words: words.join(', ') }),
    ...(field && { part, field }),
    ...(at && { at }),
    ...(field && at && sentAt && { sent: sentAt }),
    ...(most !== undefined && { most }),
  };
}
