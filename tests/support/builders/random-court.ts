import { briefAt, type Table } from '#case/reference-players/use-cases/table.ts';
import { type CourtFile, RULING_LINES } from '#kinds/courtroom/model/court-file.ts';
import { BEARINGS, type CourtroomAction, ROW_STATES } from '#kinds/courtroom/model/play.ts';
import { judgeAsOracle } from '#kinds/courtroom/use-cases/players.ts';
import { type Chances, drawSlips, slipped } from './chances.ts';

/** What a random player does in a courtroom: the acts of one who knows all, with slips, among acts that say something else. */
export function randomCourt(table: Table, draw: Chances): CourtroomAction[] {
  const { bundle } = briefAt(table) as unknown as CourtFile;
  const slips = drawSlips(draw);
  const spoilt = slipped(judgeAsOracle(table), slips, draw).map((act): CourtroomAction => {
    if (!draw.often(slips.spoil)) return act;
    if (act.type === 'sum.given') return { ...act, amount: act.amount + draw.int(3), payments: draw.one([[], [1]]) };
    if (act.type === 'ruling.signed') {
      const motion = bundle.motions.find(({ id }) => id === act.motion);
      return { ...act, outcome: motion ? draw.one(motion.outcomes).id : act.outcome };
    }
    if (act.type === 'row.judged')
      return withMeasure({ ...act, state: draw.one(ROW_STATES) }, draw.one([undefined, ...bundle.measures])?.id);
    if (act.type === 'cell.judged')
      return { ...act, bearing: draw.one(BEARINGS), places: draw.one([[], ['E1 1'], act.places]) };
    return act;
  });
  const strays = draw.some([1, 2, 3, 4], slips.stray).map((): CourtroomAction => {
    const element = draw.one(bundle.elements).id;
    const exhibit = draw.one(bundle.exhibits).id;
    const motion = draw.one(bundle.motions);
    return draw.one<CourtroomAction>([
      { type: 'view.set', view: draw.one(['first', 'last']), element, percent: draw.int(101) },
      { type: 'cell.cleared', element, exhibit },
      {
        type: 'cell.judged',
        element,
        exhibit,
        bearing: draw.one(BEARINGS),
        places: [`${exhibit} 1`],
        shows: '',
        innocent: '',
      },
      {
        type: 'ruling.signed',
        motion: motion.id,
        outcome: draw.one(motion.outcomes).id,
        boxes: RULING_LINES.map(() => 'so'),
      },
      { type: 'line.marked', motion: motion.id, line: draw.int(6), by: draw.one([1, 2]), mark: draw.one([0, 1, 2]) },
      { type: 'row.judged', element, state: draw.one(ROW_STATES), measure: draw.one(bundle.measures).id, why: '' },
      { type: 'judgment.signed' },
    ]);
  });
  const choices = bundle.judgment.map(({ id, options }): CourtroomAction => {
    return { type: 'choice.made', question: id, option: draw.one(options).id };
  });
  const sums = bundle.sums.map(({ id }): CourtroomAction => {
    return { type: 'sum.given', sum: id, amount: draw.int(3000), payments: [draw.int(120)] };
  });
  const answers = (bundle.form?.items ?? []).map(({ id }): CourtroomAction => {
    return { type: 'item.answered', item: id, option: draw.one(['a', 'b', 'c', 'd', 'e', '1']) };
  });
  const late = [...draw.some(answers, 50), ...draw.some(choices, 70), ...draw.some(sums, draw.one([0, 0, 60]))];
  return draw.often(50) ? [...spoilt, ...strays, ...late] : [...strays, ...spoilt, ...late];
}

/** A row with its next measure; undefined for a reader who names none. */
function withMeasure(
  { measure: _, ...row }: Extract<CourtroomAction, { type: 'row.judged' }>,
  measure: string | undefined,
): CourtroomAction {
  return measure === undefined ? row : { ...row, measure };
}
