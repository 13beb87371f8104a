import type { Finding, ScoreContext, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import { type Criterion, scale } from '#kernel/model/criterion.ts';
import { required } from '#kernel/model/invariant.ts';
import { isAccepted } from './accepted-by-key.ts';
import type { CourtFile } from './court-file.ts';
import { type CourtroomFacts, courtroomFacts, forbiddenIn, percentsOf } from './facts.ts';
import { itemCriteria } from './items.ts';
import { judgeCells } from './judge-cells.ts';
import { courtroomKey } from './key.ts';
import type { CourtroomKey, RowKey } from './key-schemas.ts';
import type { CourtroomKind } from './kind.ts';
import { type CourtroomResponse, ROW_STATES, type RowState, rulingOn } from './play.ts';

/**
 * Scores one courtroom exercise: pinpoints, rows of the matrix, probabilities, sums, and outcomes that the law of the
 * State rules out. A red line in the judgment takes one outcome away. Reasons, self-marks, the twist and all other
 * choices of the judgment carry no points.
 */
export function scoreCourtroom(
  response: CourtroomResponse,
  key: CourtroomKey,
  file: CourtFile,
  { evidence }: Pick<ScoreContext, 'evidence'>,
): ScorePart<CourtroomFacts> {
  const facts = courtroomFacts(response, key, file);
  const { right, baseless, of } = judgeCells(response.cells, file.bundle, key);
  const closed = key.rows.filter(({ state }) => state !== 'ask');
  const views = brier(response, closed);
  const rows = rowPoints(response, key.rows, file);
  const outcomes = outcomePoints(response, key, file);
  const sums = facts.sums.filter(({ isRight }) => isRight).length;
  return {
    criteria: [
      withLess(scale('courtroom.pinpoints', right.length - baseless.length, 0, of, evidence), baseless.length),
      scale('courtroom.rows', rows.raw, rows.blind, rows.of, evidence),
      scale('courtroom.probabilities', views.raw, views.blind, closed.length, evidence),
      ...(facts.sums.length > 0 ? [scale('courtroom.sums', sums, 0, facts.sums.length, evidence)] : []),
      withLess(
        scale('courtroom.outcomes', outcomes.raw - facts.redLines.length, outcomes.blind, outcomes.of, evidence),
        facts.redLines.length,
      ),
      ...itemCriteria(response, key, file.bundle, evidence),
    ],
    figures: [],
    findings: key.rows.map((row) => rowFinding(row, response)),
    facts,
  };
}

const withLess = (criterion: Criterion, less: number): Criterion => (less > 0 ? { ...criterion, less } : criterion);

/** Whether a row was judged as in the key, with the authors' explanation. */
function rowFinding(row: RowKey, response: CourtroomResponse): Finding {
  const { element, state, sources } = row;
  const said = response.rows.find((one) => one.element === element)?.state;
  const isWrong = said === 'met' && state !== 'met';
  return {
    kind: isAccepted(row, said) ? 'hit' : isWrong ? 'falseFlag' : 'miss',
    at: { locator: `row:${element}` },
    reason: 'court.row',
    sources,
  };
}

/**
 * One point for each row in a state that the key accepts, and one for a fitting measure where a row cannot be called
 * met. `blind` is the best play that says the same of every row.
 */
function rowPoints({ rows }: CourtroomResponse, keys: readonly RowKey[], { bundle }: CourtFile) {
  const asked = keys.filter(
    ({ state, defensible, next }) => state !== 'met' && !defensible.includes('met') && next.length > 0,
  );
  const points = (stateOf: (row: RowKey) => RowState | undefined, measureOf: (row: RowKey) => string | undefined) =>
    keys.filter((row) => isAccepted(row, stateOf(row))).length +
    asked.filter((row) => row.next.includes(measureOf(row) ?? '')).length;
  const given = (row: RowKey) => rows.find(({ element }) => element === row.element);
  const states = Math.max(
    ...ROW_STATES.map((state) =>
      points(
        () => state,
        () => undefined,
      ),
    ),
  );
  const measures = Math.max(
    ...bundle.measures.map(({ id }) =>
      points(
        () => undefined,
        () => id,
      ),
    ),
  );
  return {
    raw: points(
      (row) => given(row)?.state,
      (row) => given(row)?.measure,
    ),
    blind: states + measures,
    of: keys.length + asked.length,
  };
}

/**
 * The sum of 1 - (p - o)² over the rows, where o is 1 if it happened so: the Brier score turned round. Rows in which
 * something has to be asked first are left out before. A row without a probability gives nothing, which is less than 50
 * % would. `blind` is the best probability for all rows alike: the share of rows that are so.
 */
function brier(response: CourtroomResponse, rows: readonly RowKey[]) {
  const percents = percentsOf(response);
  const worth = (p: number, { happened }: RowKey) => 1 - (p - Number(happened)) ** 2;
  const share = rows.filter(({ happened }) => happened).length / rows.length;
  return {
    raw: rows.reduce((sum, row) => {
      const percent = percents.get(row.element);
      return percent === undefined ? sum : sum + worth(percent / 100, row);
    }, 0),
    blind: rows.reduce((sum, row) => sum + worth(share, row), 0),
  };
}

/**
 * One point for each motion with a signed outcome that the law of the State allows. `blind` is the best play that takes
 * the same outcome everywhere, by its name or by its place in the list.
 */
function outcomePoints(response: CourtroomResponse, key: CourtroomKey, file: CourtFile) {
  const { motions } = file.bundle;
  const points = (outcomeOf: (motion: (typeof motions)[number]) => string | undefined) =>
    motions.filter((motion) => {
      const outcome = outcomeOf(motion);
      const isOffered = motion.outcomes.some(({ id }) => id === outcome);
      return isOffered && !forbiddenIn(key, motion.id, file).some((one) => one.outcome === outcome);
    }).length;
  const names = [...new Set(motions.flatMap(({ outcomes }) => outcomes.map(({ id }) => id)))];
  const most = Math.max(...motions.map(({ outcomes }) => outcomes.length));
  const alike = [
    ...names.map((name) => points(() => name)),
    ...Array.from({ length: most }, (_, place) => points(({ outcomes }) => outcomes[place]?.id)),
  ];
  // With one motion every allowed outcome is "the same everywhere", so that only a forbidden or a missing one counts.
  const blind = motions.length === 1 ? 0 : Math.min(Math.max(...alike), motions.length - 1);
  return { raw: points(({ id }) => rulingOn(response, id)?.outcome), blind, of: motions.length };
}

/** Scores the exercise of a case: bundle and law card are in its brief. */
export const COURTROOM_SCORES: KindScores<CourtroomKind> = {
  score: (response, answers, context) =>
    scoreCourtroom(
      response,
      courtroomKey(answers),
      required(context.brief, 'the brief of the courtroom exercise'),
      context,
    ),
};
