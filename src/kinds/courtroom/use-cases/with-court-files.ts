import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { KindLibrary } from '#case/plug/use-cases/kind-builds.ts';
import { lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { CourtFile } from '#kinds/courtroom/model/court-file.ts';
import type { CourtroomBrief } from '#kinds/courtroom/model/schemas.ts';

/**
 * The case with bundle and law card in the brief of every courtroom exercise. Both become part of the case hash: an
 * attempt at another bundle is shown but not scored again.
 */
export function withCourtFiles(
  compiled: CompiledScenario,
  { bundles, courts }: Pick<KindLibrary, 'bundles' | 'courts'>,
): CompiledScenario {
  const files = Object.entries(compiled.states).flatMap(([id, state]) => {
    if (state.type !== 'exercise' || state.kind !== 'courtroom') return [];
    const bundle = bundles.get((state.brief as unknown as CourtroomBrief).bundle)?.bundle;
    const law = bundle && lawCardOf(courts, bundle.state);
    return bundle && law ? [[id, state, { bundle, law } satisfies CourtFile] as const] : [];
  });
  if (files.length === 0) return compiled;
  const added = files.map(([id, , file]) => [id, file]);
  return {
    ...compiled,
    hash: sha256Hex(canonicalJson({ scenario: compiled.hash, files: added as unknown as Json })),
    states: {
      ...compiled.states,
      ...Object.fromEntries(
        files.map(([id, state, file]) => [id, { ...state, brief: file as unknown as Record<string, unknown> }]),
      ),
    } as typeof compiled.states,
  };
}
