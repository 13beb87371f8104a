import type { KindLibrary } from '#app/kinds/kind-plug.ts';
import { lawCardOf } from '#core/bundle/court-law.ts';
import type { CourtFile } from '#core/courtroom/court-file.ts';
import type { CourtroomBrief } from '#core/courtroom/schemas.ts';
import { canonicalJson, type Json } from '#core/kernel/canonical-json.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';

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
