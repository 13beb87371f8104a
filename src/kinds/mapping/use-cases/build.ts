import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { KindBuilds, KindLibrary } from '#case/plug/use-cases/kind-builds.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { MAPPING_CHECKS } from '#kinds/mapping/model/checks.ts';
import { codedExercises } from '#kinds/mapping/model/coded-exercises.ts';
import type { MappingKind } from '#kinds/mapping/model/kind.ts';
import { SECOND_CODER_PART } from '#kinds/mapping/model/play.ts';
import { simulateSecondCoder } from '#kinds/mapping/model/simulate-second-coder.ts';
import type { SecondCoderPart } from './second-coder-part.ts';

/** Issues for signs in a coding brief that a single page cannot show. */
function unknownCodes(scenario: Placed<Scenario>, compiled: CompiledScenario, { catalogue }: KindLibrary): Issue[] {
  return codedExercises(compiled).flatMap(([state, { signs }]) =>
    signs.flatMap((sign, n) =>
      catalogue.get(sign)?.singleAd
        ? []
        : [
            fault('library.unknown-indicator', scenario, ['states', state, 'brief', 'coding', 'signs', n], {
              indicator: sign,
              kind: 'sign or cue that one page can show',
            }),
          ],
    ),
  );
}

/** Checks the coding signs of a case, and writes the codes of the invented second coder as a part of the key. */
export const MAPPING_BUILDS: KindBuilds<MappingKind> = {
  ...MAPPING_CHECKS,
  checkCompiled: unknownCodes,
  keyFiles(scenario, truth, version) {
    const coded = codedExercises(scenario);
    if (coded.length === 0) return new Map();
    const codes = coded.map(([state, { signs }]) => [state, simulateSecondCoder(truth, signs)] as const);
    const part: SecondCoderPart = { schema: 'key-second-coder/1', ...version, codes: Object.fromEntries(codes) };
    return new Map([[SECOND_CODER_PART, part]]);
  },
};
