import type { IndicatorChoice } from '#core/indicators/indicator-choice.ts';
import type { Indicator } from '#core/indicators/schemas.ts';
import type { GroundTruth } from '#core/market/ground-truth.ts';
import type { Market } from '#core/market/market.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { Scenes } from '#core/scenario/scenes.ts';
import type { AnswerKey, DecisionKey } from '#core/scoring/schemas.ts';

/** Everything of a case that any trainee may see, and that is not needed before the first decision. */
export interface PublicPart {
  readonly schema: 'case-public/1';
  /** In the language of the case. */
  readonly title: string;
  /** False until real reviewers have looked at this very text. */
  readonly reviewed: boolean;
  readonly scenario: CompiledScenario;
  readonly scenes: Scenes;
  readonly market: Market;
  readonly choices: readonly IndicatorChoice[];
}

/** The words of a case in another language; fetched where that language has been chosen. */
export interface WordsPart {
  readonly schema: 'case-words/1';
  readonly locale: string;
  readonly scenes: Scenes;
  /** States of which no word is translated: their words stand in the language of the case. */
  readonly untranslated: readonly string[];
}

/** The text and the market that a part of the key answers. It fits no other text and no other market. */
export interface KeyVersion {
  readonly scenarioHash: string;
  readonly marketId: string;
}

/** The answers of one rated decision. */
export interface DecisionPart extends KeyVersion {
  readonly schema: 'key-decision/1';
  readonly state: string;
  readonly key: DecisionKey;
}

/** The answers of a detection exercise in an open market. */
export interface MarketPart extends KeyVersion {
  readonly schema: 'key-market/1';
  readonly truth: GroundTruth;
  readonly catalogue: readonly Indicator[];
  readonly prevalence: number;
  /** Who runs each site, by its id; only in a case that has its market mapped. */
  readonly owners?: Readonly<Record<string, string>>;
}

/** What only the end may know: the model path, the order of acts, the ads that belong in the locker. */
export interface DebriefPart extends KeyVersion {
  readonly schema: 'key-debrief/1';
  readonly key: Omit<AnswerKey, 'decisions'>;
}

/** A file of the key that every case can have, fetched as an answer. A kind of exercise can add others. */
export type KeyPart = DecisionPart | MarketPart | DebriefPart;

/** The text and the market of a case, which each part of its key has to name. */
export function keyVersionOf({ scenario, market }: Pick<PublicPart, 'scenario' | 'market'>): KeyVersion {
  return { scenarioHash: scenario.hash, marketId: market.marketId };
}

/** True where something that was fetched says that it answers this text and this market. */
export function isOfVersion(part: unknown, { scenarioHash, marketId }: KeyVersion): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const named = part as { readonly [field in keyof KeyVersion]?: unknown };
  return named.scenarioHash === scenarioHash && named.marketId === marketId;
}

/** Names of the parts below a case's address. Every part of the key stands under `key/`, and nothing else does. */
export const PUBLIC_PART = 'case.json';
export const wordsPart = (locale: string) => `case.${locale}.json`;
/** The statechart, laid out: a `LaidOutChart`. */
export const CHART_PART = 'chart.json';
export const decisionPart = (state: string) => `key/decisions/${state}.json`;
export const MARKET_PART = 'key/market.json';
export const DEBRIEF_PART = 'key/debrief.json';
/** What the checker says of the case: a `CheckReport`. */
export const CHECK_PART = 'key/check.json';
