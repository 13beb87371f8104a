import type { Ground, SentenceRule } from '#kernel/model/sentence.ts';
import type { KindTypes } from './define-kind.ts';
import type { Figure } from './exercise-kind.ts';
import type { PageRules } from './page-rules.ts';
import type { PortfolioPart } from './portfolio.ts';

/** Unit of a criterion's points; the words are in `i18n/words/<locale>/case/scoring.json` under `unit.<name>`. */
export type CriterionUnit = 'harm' | 'of' | 'plain' | 'agreement' | 'points' | 'pairs';

/**
 * What is said of an exercise at the end: loaded at the end of a case, and where a report is read. Every rule reads the
 * facts returned by the scorer of the kind.
 */
export interface KindSays<
  K extends Pick<KindTypes, 'brief' | 'response' | 'facts'> = Pick<KindTypes, 'brief' | 'response' | 'facts'>,
> {
  /** What its sentences rest on, unless a rule says otherwise. */
  readonly ground: Ground;
  readonly sentences: readonly SentenceRule<K['facts']>[];
  /**
   * Ids of sentences that the first page says under "What happened": the gravest before the sentences of the case,
   * others after.
   */
  readonly happened: { grave?(id: string): boolean; short?(id: string): boolean };
  /** What the first page says besides "What happened": see `PageRules`. */
  readonly page?: PageRules<K['facts']>;
  /** Sentences about figures that only this kind returns; the figures of signal detection have theirs already. */
  readonly figures?: readonly SentenceRule<{ readonly figures: readonly Figure[] }>[];
  /** Units of its criteria, by id; plain numbers by default. */
  readonly units?: Readonly<Record<string, CriterionUnit>>;
  /** Ids of its figures that say how well stated certainty fits what was right; the portfolio shows them over time. */
  readonly calibration?: readonly string[];
  /** The trainee's own work in a response, for the portfolio on this device. */
  portfolioOf?(response: K['response'], brief: K['brief']): PortfolioPart;
}
