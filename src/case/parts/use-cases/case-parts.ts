import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { kindInFile } from '#case/language/model/kind-in-files.ts';
import type { Role } from '#case/language/model/role.ts';
import type { Scenes } from '#case/language/model/scenes.ts';
import type { AnswerKey, DecisionKey } from '#case/scoring/model/schemas.ts';
import type { PartVersion } from '#kernel/model/part-loader.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { IndicatorChoice } from '#market/signs/model/indicator-choice.ts';
import type { Indicator } from '#market/signs/model/schemas.ts';

/** All of a case that is no secret. The page needs it only from the first decision on. */
export interface PublicPart {
  readonly schema: 'case-public/1';
  /** In the language of the case. */
  readonly title: string;
  /** False until real reviewers have reviewed exactly this text. */
  readonly reviewed: boolean;
  readonly scenario: CompiledScenario;
  readonly scenes: Scenes;
  readonly market: Market;
  readonly choices: readonly IndicatorChoice[];
  /** The role whose chair votes first on a decision, by its state; undefined if the author names none. */
  readonly chairs?: Readonly<Record<string, Role>>;
  /** Stages whose words a room holds back: see `HeldWords`. Left out where nothing is held back. */
  readonly held?: readonly string[];
}

/** The public part as it is played: its file, with the kinds of exercise. It is never stored or sent; its file is. */
export interface PlayedPart extends PublicPart {
  readonly kinds: Pick<Kinds, 'plays' | 'tells'>;
}

/** The words of one stage of a case, which a room gives once the stage is released. */
export interface HeldWords {
  readonly schema: 'case-held/1';
  readonly stage: string;
  readonly scenes: Scenes;
  /** Briefs of its exercises, by state. */
  readonly briefs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The same scenes in other languages, by locale. */
  readonly translated: Readonly<Record<string, Scenes>>;
}

/** The words of a case in another language; fetched when that language is chosen. */
export interface WordsPart {
  readonly schema: 'case-words/1';
  readonly locale: string;
  readonly scenes: Scenes;
  /** States without any translated word: they are shown in the language of the case. */
  readonly untranslated: readonly string[];
}

/** The text and the market that a part of the key belongs to. It is valid for no other text and no other market. */
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
  /** Owner of each site, by site id; only in a case with a mapping exercise. */
  readonly owners?: Readonly<Record<string, string>>;
}

/** Answers that are opened only after the end: the model path, the order of acts, the ads that belong in the locker. */
export interface DebriefPart extends KeyVersion {
  readonly schema: 'key-debrief/1';
  readonly key: Omit<AnswerKey, 'decisions'>;
}

/** A file of the key that every case can have, fetched as an answer. A kind of exercise can add others. */
export type KeyPart = DecisionPart | MarketPart | DebriefPart;

/**
 * The public part of a case as it was fetched. A part that an earlier edition built names a kind by its earlier id; such
 * a part may lie in the cache of a browser or in the folder of a site.
 */
export function readPublicPart(fetched: unknown): PublicPart {
  const part = fetched as PublicPart;
  const states = Object.entries(part.scenario.states).map(([id, state]) => [
    id,
    state.type === 'exercise' ? { ...state, kind: kindInFile(state.kind) } : state,
  ]);
  return { ...part, scenario: { ...part.scenario, states: Object.fromEntries(states) } };
}

/** The text and the market of a case; each part of its key has to name both. */
export function keyVersionOf({ scenario, market }: Pick<PublicPart, 'scenario' | 'market'>): KeyVersion {
  return { scenarioHash: scenario.hash, marketId: market.marketId };
}

/** True where a fetched part names this text and this market. */
export function isOfVersion(part: unknown, { scenarioHash, marketId }: KeyVersion): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const named = part as { readonly [field in keyof KeyVersion]?: unknown };
  return named.scenarioHash === scenarioHash && named.marketId === marketId;
}

/** Asks a loader for a part of the key in this version. */
export const inVersion = (version: KeyVersion): PartVersion => ({
  name: `${version.marketId}-${version.scenarioHash}`,
  isOf: (part) => isOfVersion(part, version),
});

/** Names of the parts below a case's address. All parts of the key, and nothing else, are under `key/`. */
export const PUBLIC_PART = 'case.json';
export const wordsPart = (locale: string) => `case.${locale}.json`;
/** Words of one stage, in a room that holds parts back: a `HeldWords`. No site has this file. */
export const heldWordsPart = (stage: string) => `held/${stage}.json`;
/** The statechart, laid out: a `LaidOutStatechart`. */
export const STATECHART_PART = 'chart.json';
export const decisionPart = (state: string) => `key/decisions/${state}.json`;
export const MARKET_PART = 'key/market.json';
export const DEBRIEF_PART = 'key/debrief.json';
/** The checker's report on the case: a `CheckReport`. */
export const CHECK_PART = 'key/check.json';
