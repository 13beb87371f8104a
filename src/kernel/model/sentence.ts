import type { Citation } from '#kernel/model/citation.ts';

/** Parameters of a sentence, by the names that its message uses. */
export type SentenceParams = Readonly<Record<string, string | number>>;

/** One occurrence of a sentence: its parameters, and the numbers of the log events that it rests on. */
export interface Saying {
  readonly params?: SentenceParams;
  readonly events?: readonly number[];
}

/**
 * What a sentence rests on besides the attempt log. `log`: on nothing else. `key`: on what the authors of the case say
 * is right. `truth`: on what is true in the invented material, which the program or the authors made. `rule`: on a
 * working rule of the kit.
 */
export type Ground = 'log' | 'key' | 'truth' | 'rule';

/**
 * A sentence that a debrief may show, with its condition: `says` returns one saying for each time that the sentence is
 * true of the facts, and none if it is not. No sentence is true by default.
 */
export interface SentenceRule<Facts> {
  /** Key of the message: in `debrief.json` of the kind that says it, else in `i18n/words/<locale>/case/sentences.json`. */
  readonly id: string;
  says(facts: Facts): readonly Saying[];
  /** Left out where it is the ground of the whole table. */
  readonly ground?: Ground;
  /** What the rule itself is taken from, whatever the attempt was. */
  readonly sources?: readonly Citation[];
}

/** A sentence that is true of an attempt. */
export interface Sentence {
  readonly id: string;
  readonly params: SentenceParams;
  readonly events: readonly number[];
}

/**
 * All sentences of a table that are true of these facts, in the order of the table; event numbers without duplicates.
 */
export function sentencesFrom<Facts>(rules: readonly SentenceRule<Facts>[], facts: Facts): Sentence[] {
  return rules.flatMap(({ id, says }) =>
    says(facts).map(
      ({ params = {}, events = [] }): Sentence => ({
        id,
        params,
        events: [...new Set(events)].sort((a, b) => a - b),
      }),
    ),
  );
}

/** One saying if the condition holds, otherwise none. */
export const when = (holds: boolean, saying: Saying = {}): readonly Saying[] => (holds ? [saying] : []);
