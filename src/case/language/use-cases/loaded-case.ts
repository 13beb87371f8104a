import type { CaseFigures } from '#case/checking/model/check-scenario.ts';
import type { PlayingTime } from '#case/checking/model/playing-time.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Scenes } from '#case/language/model/scenes.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { Workshop } from '#case/language/model/workshop-schemas.ts';
import type { LibraryKinds } from '#case/plug/use-cases/kind-builds.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';

/** A case as it is played: everything public. */
export interface LoadedCase {
  readonly source: Scenario;
  readonly scenario: CompiledScenario;
  readonly scenes: Scenes;
  readonly profile: MarketProfile;
  readonly market: Market;
  /**
   * True only where real reviewers have reviewed exactly this text, its key and its translations; never without a key.
   */
  readonly reviewed: boolean;
  /** The hash to which a review of the case is bound; never without a key. */
  readonly textHash?: string;
  /** The case in other languages, as far as it is translated. */
  readonly translations: readonly CaseTranslation[];
  /** How it is run with a group, where its author says so. */
  readonly workshop?: Workshop;
  /** Estimated playing time, over its shortest and its longest sensible path. */
  readonly minutes: PlayingTime;
  /** Figures over all its paths. */
  readonly figures: CaseFigures;
  /** Issues that do not prevent playing. */
  readonly warnings: readonly Issue[];
  /** The kinds of exercise with which it was read. */
  readonly kinds: LibraryKinds;
}

/** The words of a case in another language. Missing texts are in the language of the case. */
export interface CaseTranslation {
  readonly locale: string;
  readonly title: string;
  readonly summary: string;
  readonly scenes: Scenes;
  /** Names of the texts that changed after they were translated. */
  readonly stale: readonly string[];
  readonly missing: readonly string[];
}

/** What must never be served with a page: the truth of the market and the key. */
export interface CaseAnswers {
  readonly truth: GroundTruth;
  readonly key: AnswerKey;
  /** Owner of each site, by site id; only in a case that asks for it. */
  readonly owners?: Readonly<Record<string, string>>;
}
