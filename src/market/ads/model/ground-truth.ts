import type { Instant } from '#kernel/model/instant.ts';
import type { Band } from '#market/signs/model/bands.ts';
import type { ActorType, Control } from './actor-types.ts';
import type { Locator } from './market.ts';
import type { Purpose } from './purposes.ts';
import type { IntensityTone } from './schemas.ts';

/** One label of the truth: what was planted, where, and what else could explain it. */
export interface Label {
  readonly indicator: string;
  readonly kind: 'sign' | 'trap' | 'cue';
  readonly at: Locator;
  /** Other ads that must be compared to see it; empty if the ad alone shows it. */
  readonly peers: readonly string[];
  /** Who is behind the ad, in a sentence; of a withheld card only that it is closed. */
  readonly why: string;
}

/**
 * Labels of a person, drawn independently of everything else (rule C18); a difference in judgement between them is a
 * bias of the reader.
 */
export interface PersonLabels {
  readonly language: string;
  readonly origin: string;
  readonly gender: string;
}

/** What happens to the money of an ad, as the ledger shows it. */
export type LedgerLabel = 'own-payout' | 'swept' | 'partly-collected' | 'receipts' | 'deposits' | 'ordinary';

/** How a post came to be: whose text it is, and what it repeats. */
export interface PostStory {
  /** Kind of post, such as a small ad of one person. */
  readonly genre: string;
  readonly purpose: Purpose;
  /** The working name of the person in the title; left out where the title has none. */
  readonly name?: string;
  /** Who typed it. Several people can have one author, such as an agency or somebody who writes for others. */
  readonly author: string;
  /** The ad in which its text was posted first: itself, an earlier ad of the same person, or the model of a template. */
  readonly master: string;
  /** 0 for the first post of this person with the text, then 1, 2 … */
  readonly nth: number;
  /** How it differs from the post before. */
  readonly edit: string;
  /** The ad that a mirror copied. */
  readonly copyOf?: string;
  /** The sentence that is quoted from the help of the site. */
  readonly quotesHelp?: Locator;
}

export interface AdTruth {
  readonly ad: string;
  readonly actor: string;
  readonly control: Control;
  readonly labels: readonly Label[];
  /** Left out for a closed card. */
  readonly post?: PostStory;
  /** Sentences with the words of a sign, a cue or a trap that do not show it; left out if there are none. */
  readonly lookAlikes?: readonly { readonly indicator: string; readonly at: Locator }[];
  /** Set if the ad is withheld: the card is escalated whatever else is known. */
  readonly possibleMinor: boolean;
  readonly groups: PersonLabels;
  readonly ledger: LedgerLabel;
  /** Likelihood ratio of the ideal reader of all pages and records (`ideal-reader.ts`). */
  readonly ratio: number;
  /** The same of one who reads pages alone, links between them included. */
  readonly pageRatio: number;
  /** The band of the reader of all at the announced prevalence, and the steps that follow from it. */
  readonly band: Band | 'escalate';
  readonly next: readonly string[];
  /** Set if a mirror copied the ad: the original is in the labels of the same person. */
  readonly copied?: true;
}

export interface Actor {
  readonly id: string;
  readonly type: ActorType;
  readonly control: Control;
  readonly tone?: IntensityTone;
  readonly ads: readonly string[];
}

/** Two ads that share a trace. `strength` is the weight of such a link in the graph of the truth (0 to 1). */
export interface LinkEdge {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
  readonly strength: number;
  readonly sameActor: boolean;
}

/** The structural promises that a market keeps; small markets cannot keep all of them. */
export interface Promises {
  /** Every network has links of at least two kinds between its personas. */
  readonly networksByTwoKinds: boolean;
  /** The network that can be reached through money alone. */
  readonly moneyOnly: string | null;
  /** Two unrelated lawful actors who share two kinds of traces. */
  readonly lawfulPair: readonly [string, string] | null;
}

/** The secret half of a market. Only `app` opens it. */
export interface GroundTruth {
  readonly schema: 'ground-truth/3';
  readonly synthetic: true;
  readonly marketId: string;
  readonly seed: string;
  readonly generatorVersion: number;
  readonly generatedFor: Instant;
  /** Announced share of controlled ads, 0 to 1. */
  readonly prevalence: number;
  /** What each sign and cue is worth by itself in this kind of market, as a likelihood ratio. */
  readonly weights: Readonly<Record<string, number>>;
  readonly promises: Promises;
  readonly actors: readonly Actor[];
  readonly ads: readonly AdTruth[];
  readonly edges: readonly LinkEdge[];
}
