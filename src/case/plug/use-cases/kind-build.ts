import type { KeyVersion } from '#app/case/case-parts.ts';
import type { LoadedBundle } from '#app/library/load-bundles.ts';
import type { Placed } from '#app/library/parse-with.ts';
import type { CourtLaw } from '#core/bundle/court-law.ts';
import type { AuthorityTable } from '#core/evidence/law/authority.ts';
import type { Kinds } from '#core/exercise/kinds.ts';
import type { KindRegistry } from '#core/exercise/registry.ts';
import type { Catalogue } from '#core/indicators/catalogue.ts';
import type { MarketProfileId, Source } from '#core/indicators/schemas.ts';
import type { Issue } from '#core/kernel/issue.ts';
import type { GroundTruth } from '#core/market/ground-truth.ts';
import type { Market } from '#core/market/market.ts';
import type { MarketPlatforms } from '#core/moderation/tested-platform.ts';
import type { ReviewStatement } from '#core/review/statement.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { Scenario } from '#core/scenario/schemas.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';

/** Names of the parts of a key that a kind has besides those of every case. */
export interface KindKeyParts {
  partsOf(scenario: Pick<CompiledScenario, 'states'>): readonly string[];
}

/** The part of the library against which a kind may check a case. */
export interface KindLibrary {
  readonly authority: AuthorityTable;
  readonly catalogue: Catalogue;
  readonly sources: ReadonlyMap<string, Source>;
  readonly courts: CourtLaw;
  readonly bundles: ReadonlyMap<string, LoadedBundle>;
  readonly platforms: ReadonlyMap<MarketProfileId, MarketPlatforms>;
}

/** The part of the library that players of a case can read in its exercises. */
export type ReadLibrary = Pick<KindLibrary, 'courts' | 'bundles' | 'platforms'>;

/** What a kind does while a case is read and built. */
export interface KindBuild {
  /** The issue codes that its checks can report. */
  readonly codes?: readonly string[];
  /** Returns the case with the library's additions to the briefs of the kind. */
  complete?(compiled: CompiledScenario, library: KindLibrary): CompiledScenario;
  /** Returns the case with what its exercises get from the market of the case: public parts only. */
  completeFromMarket?(
    compiled: CompiledScenario,
    market: Market,
    truth: Pick<GroundTruth, 'seed' | 'actors'>,
  ): CompiledScenario;
  /** Issues of its exercises and of its field of the key that can be found only with the library. */
  check?(scenario: Placed<Scenario>, key: Placed<AnswerKey> | undefined, library: KindLibrary): Issue[];
  /** Does the same for the compiled case, where the case compiles. */
  checkCompiled?(scenario: Placed<Scenario>, compiled: CompiledScenario, library: KindLibrary): Issue[];
  /** What its exercises and its field of the key state, for reviewers of the case; ids begin with the name of the kind. */
  statements?(key: AnswerKey, scenario: Scenario, library: ReadLibrary): readonly ReviewStatement[];
  /** The texts of the library that its exercises show: a review of the case is of them too. Empty if it shows none. */
  textsShown?(scenario: Scenario, library: ReadLibrary): readonly unknown[];
  /** The files of its own parts of the key, by name; see `KindKeyParts`. */
  keyFiles?(
    scenario: CompiledScenario,
    truth: GroundTruth,
    version: KeyVersion,
    key: AnswerKey,
  ): ReadonlyMap<string, KeyVersion & { readonly schema: string }>;
}

/** What the kinds do while a case is read and built. */
export interface WithBuilds {
  readonly builds: KindRegistry<KindBuild>;
}

/** Parts of the key that kinds add to those of every case. */
export interface WithKeyParts {
  readonly keyParts: KindRegistry<KindKeyParts>;
}

/** The kinds as a library has them: everything with which a case is read, checked, built, scored and packed. */
export interface LibraryKinds
  extends Pick<Kinds, 'plays' | 'reads' | 'scores' | 'checks' | 'hidden'>,
    WithBuilds,
    WithKeyParts {}
