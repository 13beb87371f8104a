import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../../support/builders/the-library.ts';

const FOLDER = 'tests/support/case/debrief-reader';
/** Its files, and the readers of the kinds, which lie with what the tests have of each kind. */
const READER = [
  ...readdirSync(join(ROOT, FOLDER)).map((file) => `${FOLDER}/${file}`),
  ...globSync('tests/support/kinds/{*/reader,kind-reader}.ts', { cwd: ROOT }).sort(),
];

/**
 * What the reader of a debrief may look at: the log and its replay, the case, the market with its truth, the catalogue,
 * and the acts of each kind as types; and what the simulation itself does: which traces pages share, what a second
 * coder writes, what a company answers to a letter, how a test of platforms went on. Everything else has a part in how a debrief comes to its sentences.
 */
const MAY_BE_READ = [
  /^\.\/[\w-]+\.ts$/,
  /^(?:\.\.\/)+case\/debrief-reader\/[\w-]+\.ts$/,
  /^(?:\.\.\/)+kinds\/(?:kind-reader|readers-of-kinds)\.ts$/,
  /^\.\.\/kind-reader\.ts$/,
  /^#(?:kernel|market\/ads|market\/signs|case\/language)\/model\/[\w-]+\.ts$/,
  /^#case\/attempt\/model\/(?:attempt-log|replay-attempt)\.ts$/,
  /^#kinds\/[\w-]+\/model\/play\.ts$/,
  /^#kinds\/preservation\/model\/serve-context\.ts$/,
  /^#kinds\/linking\/model\/shown-traces\.ts$/,
  /^#kinds\/mapping\/model\/simulate-second-coder\.ts$/,
  /^#kinds\/requests\/model\/(?:answers-to|desk)\.ts$/,
  /^#kinds\/platform-test\/model\/(?:actions|play-test|state|trials|visible)\.ts$/,
  /^#evidence\/letters\/model\/letter\.ts$/,
  /^#kernel\/model\/statistics\/signal-detection\.ts$/,
  /^#case\/exercise\/model\/acts\.ts$/,
  /^#case\/scoring\/model\/schemas\.ts$/,
  // The fields that kinds add to a key.
  /^#kinds\/shipped\/use-cases\/builds\.ts$/,
];

/** Type-only imports: with their functions, the reader would compare the debrief with itself. */
const TYPES_ONLY = [
  /\/play\.ts$/,
  /^#case\/exercise\/model\/acts\.ts$/,
  /^#kernel\/model\/sentence\.ts$/,
  /^#case\/scoring\/model\/schemas\.ts$/,
  /^#kinds\/shipped\/use-cases\/builds\.ts$/,
];

interface Import {
  readonly from: string;
  readonly isType: boolean;
}

function importsIn(text: string): Import[] {
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)'/gm)].map(([, type, from = '']) => ({
    from,
    isType: type !== undefined,
  }));
}

const refused = (text: string) =>
  importsIn(text)
    .filter(
      ({ from, isType }) =>
        !MAY_BE_READ.some((may) => may.test(from)) || (!isType && TYPES_ONLY.some((only) => only.test(from))),
    )
    .map(({ from }) => from);

describe('the reader of a debrief', () => {
  it.each(READER)('%s imports neither facts nor sentence rules of the debrief', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');

    expect(READER.length).toBeGreaterThan(35);
    expect(refused(text)).toEqual([]);
    expect(text).not.toMatch(/\bimport\(/);
  });

  it.each([
    "import { pageFacts } from '#kinds/preservation/model/page-facts.ts';",
    "import { caseFacts } from '#case/scoring/model/case-facts.ts';",
    "import type { CaseFacts } from '#case/scoring/model/case-facts.ts';",
    "import { actsDone } from '#case/attempt/model/acts-done.ts';",
    "import { CASE_SENTENCES } from '#case/debrief/model/case-sentences.ts';",
    "import { reportFacts } from '#evidence/locker/use-cases/report-sentences.ts';",
    "import { countedBand } from '#kinds/detection/model/play.ts';",
    "import { sayAll } from '../../builders/said-of.ts';",
    "import { PLANTED_LEDGER } from '../../case/planted/planted-ledger.ts';",
    "import { PROOFS_OF_KINDS } from '../../kinds/proofs-of-kinds.ts';",
    "import {\n  benchFacts,\n} from '#kinds/preservation/model/workbench-facts.ts';",
    "export { errorsIn } from '#kinds/preservation/model/errors.ts';",
  ])('would be refused with %s', (line) => {
    expect(refused(`${line}\nexport const thing = 1;\n`)).toHaveLength(1);
  });
});
