import { lacksByOffices } from '#evidence/law/model/authority.ts';
import { type DataCategory, LETTER_KINDS } from '#evidence/letters/model/letter.ts';
import { GAPS, type LetterPartName } from '#evidence/letters/model/letter-gaps.ts';
import { type LetterGap, TEXT_GAPS } from '#evidence/letters/model/text-gaps.ts';
import { type Saying, type SentenceParams, type SentenceRule, when } from '#kernel/model/sentence.ts';
import { ANSWER_REASONS } from './answer-letter.ts';
import type { BesideFact, OrderFact, PeriodFact, RequestsFacts } from './facts.ts';
import type { SecuredFact } from './secured.ts';

type Rule = SentenceRule<RequestsFacts>;

const PARTS = Object.keys(GAPS) as LetterPartName[];

/** What was sent, and what it refers to. The screen names ids of letters, kinds, companies and data. */
const LETTERS: readonly Rule[] = [
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
const CONTENT: readonly Rule[] = PARTS.flatMap((part) => [
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
const BESIDES: readonly Rule[] = Object.entries(BESIDE).map(([name, wanted]) => ({
  id: `letter.beside.${name}`,
  says: ({ beside }) => beside.flatMap((fact) => ofBeside(fact, wanted)),
}));

/** Text in free fields that does not belong to the case: one saying per field. */
const TEXTS: readonly Rule[] = TEXT_GAPS.flatMap((gap) => [
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

const OUTCOMES: readonly OrderFact['outcome'][] = ['unsent', 'alone', 'before', 'after', 'without'];
/** True if it was never sent, so that there is no letter or report to name. */
const isAbsent = (outcome: OrderFact['outcome']) => outcome === 'unsent' || outcome === 'alone';

/** The order of the letters. Never requested, refused, in time and too late are different sentences. */
const ORDER: readonly Rule[] = [
  { id: 'letter.sequence.unasked', says: ({ asked }) => when(asked.length === 0) },
  {
    id: 'letter.sequence.refused',
    says: ({ asked, kept }) =>
      when(asked.length > 0 && kept.length === 0, { params: { count: asked.length, letters: asked.join(', ') } }),
  },
  ...(['notice', 'demand'] as const).flatMap((what) => [
    ...OUTCOMES.map((outcome) => orderRule(`letter.sequence.${outcome}.${what}`, what, outcome, true)),
    ...(what === 'notice'
      ? OUTCOMES.filter((outcome) => !isAbsent(outcome)).map((outcome) =>
          orderRule(`letter.sequence.${outcome}.report`, what, outcome, false),
        )
      : []),
  ]),
  {
    id: 'objection.sequence',
    says: ({ letters }) =>
      letters
        .filter(({ kind, reasons }) => kind === 'preservation' && reasons.includes('already-deleted'))
        .map(({ letter, seq }) => ({ params: { letter }, events: [seq] })),
  },
];

/** `byLetter` distinguishes a notice written at the desk from a report of the story, which has no letter. */
function orderRule(id: string, what: OrderFact['what'], outcome: OrderFact['outcome'], byLetter: boolean): Rule {
  return {
    id,
    says: ({ order, kept }) =>
      order
        .filter((fact) => fact.what === what && fact.outcome === outcome)
        .filter(({ letter }) => isAbsent(outcome) || (letter !== undefined) === byLetter)
        .map(({ letter, seq }) => {
          const [first] = kept;
          if (outcome === 'unsent') return {};
          return {
            params: {
              ...(letter !== undefined && { letter }),
              ...(seq !== undefined && { seq }),
              ...(first && { keep: first.letter }),
            },
            events: [...(seq === undefined ? [] : [seq]), ...(first ? [first.seq] : [])],
          };
        }),
  };
}

const ofPeriods = (id: string, outcome: PeriodFact['outcome']): Rule => ({
  id,
  says: ({ periods }) =>
    periods
      .filter((period) => period.outcome === outcome)
      .map(({ letter, until }) => ({ params: { letter, at: until } })),
});

const RENEWAL: readonly Rule[] = [
  { id: 'letter.renewal.nothing', says: ({ periods }) => when(periods.length === 0) },
  ofPeriods('letter.renewal.noted', 'noted'),
  ofPeriods('letter.renewal.unnoted', 'unnoted'),
  ofPeriods('letter.renewal.late', 'late'),
  ofPeriods('letter.renewal.ended', 'ended'),
  {
    id: 'letter.renewal.outrun',
    says: ({ outrun }) =>
      outrun.map(({ letter, seq, answered, keep, until }) => ({
        params: { letter, answered, keep, at: until },
        events: [seq],
      })),
  },
  ofPeriods('objection.renewal', 'ended'),
];

/** Kinds of data with one outcome: one saying per company that holds them. */
const ofData = (id: string, wanted: SecuredFact['outcome']): Rule => ({
  id,
  says: ({ secured }) => byPlatform(secured.filter(({ outcome }) => outcome === wanted)),
});

function byPlatform(found: readonly { readonly platform: string; readonly data: DataCategory }[]): Saying[] {
  return [...new Set(found.map(({ platform }) => platform))].map((platform) => {
    const data = found.filter((entry) => entry.platform === platform).map((entry) => entry.data);
    return { params: { platform, count: data.length, data: data.join(', ') } };
  });
}

const SECURED: readonly Rule[] = [
  { id: 'secured.nothing', says: ({ secured }) => when(secured.length === 0) },
  {
    id: 'secured.count',
    says: ({ secured }) => {
      const n = secured.filter(({ outcome }) => outcome === 'kept').length;
      return when(secured.length > 0, { params: { n, of: secured.length } });
    },
  },
  ofData('secured.kept', 'kept'),
  {
    id: 'secured.left',
    says: ({ secured }) => {
      const lists = secured
        .filter(({ outcome, left }) => outcome === 'kept' && left.length > 0)
        .map(({ left }) => left.join(', '));
      // Kinds of data preserved for the same ads are reported together.
      return [...new Set(lists)].map((ads) => ({
        params: { ads, count: lists.filter((list) => list === ads).length },
      }));
    },
  },
  ofData('secured.unasked', 'unasked'),
  ofData('secured.gone', 'gone'),
  ofData('secured.refused', 'refused'),
];

/** Data whose disclosure has to be ordered, by whether a letter of a competent office asked for them. */
const ORDERED: readonly Rule[] = [
  {
    id: 'ordered.count',
    says: ({ ordered }) => {
      const n = ordered.filter(({ outcome }) => outcome === 'ordered').length;
      return when(ordered.length > 0, { params: { n, of: ordered.length } });
    },
  },
  ...(['ordered', 'unsigned', 'office', 'threshold', 'astray', 'unasked'] as const).map(
    (wanted): Rule => ({
      id: `ordered.${wanted === 'ordered' ? 'done' : wanted}`,
      says: ({ ordered }) => byPlatform(ordered.filter(({ outcome }) => outcome === wanted)),
    }),
  ),
];

/** The steps abroad that the case needs, each by the channel of its letter. */
const CHANNELS: readonly Rule[] = [
  {
    id: 'channel.count',
    says: ({ channels }) => {
      const n = channels.filter(({ outcome }) => outcome === 'right').length;
      return when(channels.length > 0, { params: { n, of: channels.length } });
    },
  },
  ...(['right', 'mixed', 'other', 'unnamed', 'unsent'] as const).flatMap((wanted) =>
    // Preservation treats all data alike: no such request is right for some of them and wrong for others.
    (wanted === 'mixed' ? (['data'] as const) : (['keep', 'data'] as const)).map(
      (about): Rule => ({
        id: `channel.${wanted}.${about}`,
        says: ({ channels }) =>
          channels
            .filter(({ outcome, step }) => outcome === wanted && (step === 'keep') === (about === 'keep'))
            .map(({ platform, step, ways, letter, seq, channel }) => ({
              params: {
                platform,
                ...(step !== 'keep' && { data: step }),
                ...(letter !== undefined && { letter }),
                ...(channel && { channel }),
                ...(wanted !== 'right' && wanted !== 'mixed' && { ways: ways.join(', ') }),
              },
              ...(seq !== undefined && { events: [seq] }),
            })),
      }),
    ),
  ),
];

const ANSWERS: readonly Rule[] = ANSWER_REASONS.map((reason) => ({
  id: `answer.${reason}`,
  says: ({ letters }) =>
    letters
      .filter(({ reasons }) => reasons.includes(reason))
      .flatMap(({ letter, kind, seq, lacks, issuer }) => {
        const why = reason === 'wrong-authority' ? 'office' : reason === 'below-threshold' ? 'threshold' : undefined;
        if (why === undefined) return [{ params: { letter, kind }, events: [seq] }];
        return lacksByOffices(lacks.filter((lack) => lack.why === why)).map(({ data, offices }) => ({
          params: {
            letter,
            kind,
            data: data.join(', '),
            ...(why === 'office' && { issuer: issuer ?? '', offices: offices.join(', ') }),
          },
          events: [seq],
        }));
      }),
}));

/** Every sentence of a request desk, each with its condition. */
export const REQUESTS_SENTENCES: readonly Rule[] = [
  ...LETTERS,
  ...CONTENT,
  ...BESIDES,
  ...TEXTS,
  ...ORDER,
  ...RENEWAL,
  ...SECURED,
  ...ORDERED,
  ...CHANNELS,
  ...ANSWERS,
];
