import type { KindBuilds } from '#case/plug/use-cases/kind-builds.ts';
import { COURTROOM_CHECKS } from '#kinds/courtroom/model/checks.ts';
import { hasCourtFile, RULINGS_PART } from '#kinds/courtroom/model/court-exercises.ts';
import { COURTROOM, type CourtroomKind } from '#kinds/courtroom/model/kind.ts';
import { checkCourt } from './check-court.ts';
import type { RulingsPart } from './rulings-part.ts';
import { bundlesOfCase, courtStatements } from './statements.ts';
import { withCourtFiles } from './with-court-files.ts';

/** Adds bundle and law card to every courtroom exercise, checks its key against both, and writes the model rulings. */
export const COURTROOM_BUILDS: KindBuilds<CourtroomKind> = {
  ...COURTROOM_CHECKS,
  codes: [
    'bundle.unknown-id',
    'bundle.unknown-place',
    'bundle.unknown-sum',
    'bundle.unknown-day',
    'bundle.unknown-name',
    'bundle.sum-not-of-payments',
    'bundle.no-answer',
  ],
  complete: withCourtFiles,
  check: checkCourt,
  statements: courtStatements,
  textsShown: bundlesOfCase,
  keyFiles(scenario, _, version, key) {
    const courtroom = COURTROOM.keyOf(key);
    if (!courtroom || !hasCourtFile(scenario)) return new Map();
    const part: RulingsPart = { schema: 'key-rulings/1', ...version, motions: courtroom.motions };
    return new Map([[RULINGS_PART, part]]);
  },
};
