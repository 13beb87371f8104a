import type { Citation } from '#kernel/model/citation.ts';

/** What a State does with evidence that was got against its law. */
export const REGIMES = ['exclusion', 'discretion', 'free-evaluation'] as const;
export type Regime = (typeof REGIMES)[number];

/** One rule of a law card. The rule is invented; `sources` say what it is modelled on and how far that was read. */
export interface LawRule {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly sources: readonly Citation[];
  /** True for a rule that the authors made up without a model. */
  readonly authors?: true | undefined;
}

/** The law card of one invented State: the rules that all States share, and its own rules of evidence. */
export interface LawCard {
  readonly state: string;
  readonly name: string;
  readonly regime: Regime;
  readonly common: readonly LawRule[];
  readonly evidence: readonly LawRule[];
}

/** The law cards of all States that have courts. No lawyer has reviewed them. */
export interface CourtLaw {
  readonly cards: readonly LawCard[];
}

/** The card of a State; undefined if it has none. */
export const lawCardOf = ({ cards }: CourtLaw, state: string): LawCard | undefined =>
  cards.find((card) => card.state === state);
