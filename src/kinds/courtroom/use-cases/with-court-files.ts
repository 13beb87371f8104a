import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { KindLibrary } from '#case/plug/use-cases/kind-builds.ts';
import { lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { CourtFile } from '#kinds/courtroom/model/court-file.ts';
import { COURTROOM } from '#kinds/courtroom/model/kind.ts';

/**
 * The case with bundle and law card in the brief of every courtroom exercise. Both become part of the case hash: an
 * attempt at another bundle is shown but not scored again.
 */
export function withCourtFiles(
  compiled: CompiledScenario,
  { bundles, courts }: Pick<KindLibrary, 'bundles' | 'courts'>,
): CompiledScenario {
  const asAuthored = Object.entries(compiled.states).map(([path, state]) => ({ path, state }));
  const files = new Map<string, CourtFile>(
    COURTROOM.authoredIn(asAuthored).flatMap(({ path, brief: { bundle: id = '' } }) => {
      const bundle = bundles.get(id)?.bundle;
      const law = bundle && lawCardOf(courts, bundle.state);
      return bundle && law ? [[path, { bundle, law }]] : [];
    }),
  );
  if (files.size === 0) return compiled;
  return {
    ...compiled,
    hash: sha256Hex(canonicalJson({ scenario: compiled.hash, files: asJson([...files]) })),
    states: COURTROOM.statesWith(compiled, (brief, id) => files.get(id) ?? brief),
  };
}
