import type { Kinds } from '#case/exercise/model/kinds.ts';
import { fromKinds } from '#case/exercise/model/registry.ts';
import type { Citation } from '#kernel/model/citation.ts';
import type { Ground, SentenceRule } from '#kernel/model/sentence.ts';
import { CASE_PAGE } from './case-page-rules.ts';
import { CASE_SENTENCES } from './case-sentences.ts';

/** What the rule of a sentence rests on, whatever the attempt was. */
export interface SentenceGround {
  readonly ground: Ground;
  readonly sources: readonly Citation[];
}

type Rule = Pick<SentenceRule<unknown>, 'id' | 'ground' | 'sources'>;

/** What is said of a case itself rests on its answer key, unless a rule says otherwise. */
export const OF_CASE: Ground = 'key';

const entriesOf = (rules: readonly Rule[], otherwise: Ground) =>
  rules.map(
    ({ id, ground = otherwise, sources = [] }) => [id, { ground, sources }] as const satisfies [string, SentenceGround],
  );

const grounds = fromKinds(
  (says: Kinds['says']): ReadonlyMap<string, SentenceGround> =>
    new Map([
      ...entriesOf([...CASE_SENTENCES, ...Object.values(CASE_PAGE).flat()], OF_CASE),
      ...says
        .entries()
        .flatMap(([, { ground, sentences, page = {} }]) =>
          entriesOf([...sentences, ...(page.keep ?? []), ...(page.change ?? []), ...(page.next ?? [])], ground),
        ),
    ]),
);

/** What a sentence of a debrief rests on, by its id; undefined for a sentence that no table has. */
export const groundOf = (id: string, { says }: Pick<Kinds, 'says'>): SentenceGround | undefined =>
  grounds(says).get(id);
