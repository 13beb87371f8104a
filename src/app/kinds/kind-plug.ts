import type { KeyVersion } from '#app/case/case-parts.ts';
import type { Placed } from '#app/library/parse-with.ts';
import type { AuthorityTable } from '#core/evidence/law/authority.ts';
import type { Catalogue } from '#core/indicators/catalogue.ts';
import type { Issue } from '#core/kernel/issue.ts';
import type { GroundTruth } from '#core/market/ground-truth.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { Scenario } from '#core/scenario/schemas.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';

/** Names of the parts of a key that a kind has besides those of every case. */
export interface KindKeyParts {
  partsOf(scenario: Pick<CompiledScenario, 'states'>): readonly string[];
}

/** What of the library a kind may hold a case against. */
export interface KindLibrary {
  readonly authority: AuthorityTable;
  readonly catalogue: Catalogue;
}

/** What a kind does while a case is read and built. */
export interface KindBuild {
  /** The codes that its checks can say. */
  readonly codes?: readonly string[];
  /** The case with what the library adds to the briefs of the kind. */
  complete?(compiled: CompiledScenario, library: KindLibrary): CompiledScenario;
  /** What is wrong with its exercises, and with its field of the key, that only the library can tell. */
  check?(scenario: Placed<Scenario>, key: Placed<AnswerKey> | undefined, library: KindLibrary): Issue[];
  /** The same over the case as it is played, once it can be. */
  checkCompiled?(scenario: Placed<Scenario>, compiled: CompiledScenario, library: KindLibrary): Issue[];
  /** The files of its own parts of the key, by name; see `KindKeyParts`. */
  keyFiles?(
    scenario: CompiledScenario,
    truth: GroundTruth,
    version: KeyVersion,
  ): ReadonlyMap<string, KeyVersion & { readonly schema: string }>;
}
