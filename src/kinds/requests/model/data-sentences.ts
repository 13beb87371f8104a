import type { DataCategory } from '#evidence/letters/model/letter.ts';
import { type Saying, type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { RequestsFacts } from './facts.ts';
import type { SecuredFact } from './secured.ts';

type Rule = SentenceRule<RequestsFacts>;

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

/** Data that have to be kept, by what became of them. */
export const SECURED: readonly Rule[] = [
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
export const ORDERED: readonly Rule[] = [
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
