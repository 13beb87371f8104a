import { lacksByOffices } from '#evidence/law/model/authority.ts';
import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import { ANSWER_REASONS } from './answer-letter.ts';
import { ORDERED, SECURED } from './data-sentences.ts';
import type { RequestsFacts } from './facts.ts';
import { BESIDES, CONTENT, LETTERS, TEXTS } from './letter-sentences.ts';
import { ORDER, RENEWAL } from './timing-sentences.ts';

type Rule = SentenceRule<RequestsFacts>;

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

/** What the recipients answered, and why they refused. */
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
