import type { Instant } from '#core/kernel/instant.ts';
import type { Locator } from './market.ts';

export type ActorType = 'independent' | 'duo' | 'agency' | 'controlled' | 'scammer' | 'bot';

/** Who stands behind ads in the simulation. Never says "victim": only an identification body or a court does. */
export type Control = 'none' | 'thirdParty' | 'controlled' | 'fraud';

/** One label of the truth: what was planted, where, and what else could explain it here. */
export interface Label {
  readonly indicator: string;
  readonly kind: 'sign' | 'trap' | 'cue';
  readonly at: Locator;
  /** Other ads that must be compared to see it; empty where the ad alone shows it. */
  readonly peers: readonly string[];
  /** Why this label is true, or why an innocent ad shows it. */
  readonly why: string;
}

export interface AdTruth {
  readonly ad: string;
  readonly actor: string;
  readonly control: Control;
  readonly labels: readonly Label[];
  /** Set where the ad is withheld: the card is escalated whatever else is known. */
  readonly possibleMinor: boolean;
}

export interface Actor {
  readonly id: string;
  readonly type: ActorType;
  readonly control: Control;
  readonly ads: readonly string[];
}

export interface LinkEdge {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
  readonly sameActor: boolean;
}

/** The secret half of a market. Only `app` opens it. */
export interface GroundTruth {
  readonly schema: 'ground-truth/1';
  readonly synthetic: true;
  readonly marketId: string;
  readonly seed: string;
  readonly generatedFor: Instant;
  readonly actors: readonly Actor[];
  readonly ads: readonly AdTruth[];
  readonly edges: readonly LinkEdge[];
}
