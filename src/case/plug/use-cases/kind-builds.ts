import type { KindTypes } from '#case/exercise/model/define-kind.ts';
import type { KindChecks } from '#case/exercise/model/kind-checks.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { KindRegistry } from '#case/exercise/model/registry.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { KeyVersion } from '#case/parts/use-cases/case-parts.ts';
import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import type { CourtLaw } from '#evidence/court-file/model/court-law.ts';
import type { LoadedBundle } from '#evidence/court-file/use-cases/load-bundles.ts';
import type { AuthorityTable } from '#evidence/law/model/authority.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { MarketPlatforms } from '#market/platforms/model/tested-platform.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import type { MarketProfileId, Source } from '#market/signs/model/schemas.ts';

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

/** How a kind is checked and built: loaded by commands, the build and the studio. No page loads it. */
export interface KindBuilds<
  K extends Pick<KindTypes, 'brief' | 'authored' | 'key'> = Pick<KindTypes, 'brief' | 'authored' | 'key'>,
> extends KindChecks<K> {
  /** The issue codes that its checks can report. */
  readonly codes?: readonly string[];
  /** Returns the case with the library's additions to the briefs of the kind. */
  complete?(compiled: CompiledScenario, library: KindLibrary): CompiledScenario;
  /** Returns the case with what its exercises get from the market of the case: public parts only. */
  completeFromMarket?(
    compiled: CompiledScenario,
    market: Market,
    truth: Pick<GroundTruth, 'seed' | 'actors' | 'ads'>,
  ): CompiledScenario;
  /** Issues of its exercises and of its field of the key that can be found only with the library. */
  check?(scenario: Placed<Scenario>, key: Placed<AnswerKey> | undefined, library: KindLibrary): Issue[];
  /** Does the same for the compiled case, where the case compiles. */
  checkCompiled?(scenario: Placed<Scenario>, compiled: CompiledScenario, library: KindLibrary): Issue[];
  /** What its exercises and its field of the key state, for reviewers of the case; ids begin with the name of the kind. */
  statements?(key: AnswerKey, scenario: Scenario, library: ReadLibrary): readonly ReviewStatement[];
  /** The texts of the library that its exercises show: a review of the case is of them too. Empty if it shows none. */
  textsShown?(scenario: Scenario, library: ReadLibrary): readonly unknown[];
  /** The files of its own parts of the key, by name; see `KindPlay.keyParts`. */
  keyFiles?(
    scenario: CompiledScenario,
    truth: GroundTruth,
    version: KeyVersion,
    key: AnswerKey,
  ): ReadonlyMap<string, KeyVersion & { readonly schema: string }>;
}

/** The kinds as those have them that read and build a case. */
export interface WithBuilds {
  readonly builds: KindRegistry<KindBuilds>;
}

/** The kinds as a library has them: everything with which a case is read, checked, built, scored and packed. */
export interface LibraryKinds extends Pick<Kinds, 'plays' | 'tells' | 'reads' | 'scores' | 'inRoom'>, WithBuilds {}
