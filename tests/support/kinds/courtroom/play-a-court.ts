import type { Table } from '#case/reference-players/use-cases/table.ts';
import { type CourtFile, RULING_LINES } from '#kinds/courtroom/model/court-file.ts';
import type { CourtroomKey } from '#kinds/courtroom/model/key-schemas.ts';
import { type CourtroomAction, playCourtroom } from '#kinds/courtroom/model/play.ts';
import { scoreCourtroom } from '#kinds/courtroom/model/score.ts';
import { judgeAsOracle } from '#kinds/courtroom/use-cases/players.ts';
import { aCourt } from './a-court.ts';

export const { file, key } = aCourt();
const at = '2031-05-05T09:00:00Z';

/** The response to a list of acts. */
export const played = (actions: readonly CourtroomAction[]) =>
  actions.reduce((so, action, n) => playCourtroom.reduce(so, { ...action }, { at, seq: n + 1 }), playCourtroom.empty);
export const scored = (actions: readonly CourtroomAction[], of: CourtFile = file, answers: CourtroomKey = key) =>
  scoreCourtroom(played(actions), answers, of, { evidence: [] });
export const scaled = (actions: readonly CourtroomAction[]) =>
  Object.fromEntries(scored(actions).criteria.map(({ id, scaled: value }) => [id.replace('courtroom.', ''), value]));

export const table = {
  material: { scenario: { states: { court: { type: 'exercise', kind: 'courtroom', brief: file } } } },
  answers: { key: { scenario: 'small', courtroom: key } },
  attempt: { state: 'court' },
} as unknown as Table;
export const ORACLE = judgeAsOracle(table);
export const BOXES = RULING_LINES.map(() => 'because');
export const cell = (text: string, places: string): CourtroomAction => {
  const [element = '', exhibit = '', bearing = ''] = text.split(' ');
  return {
    type: 'cell.judged',
    element,
    exhibit,
    bearing: bearing as 'for',
    places: places === '' ? [] : places.split('; '),
    shows: '',
    innocent: '',
  };
};
export const row = (element: string, state: 'met' | 'not-met' | 'ask', measure?: string): CourtroomAction => ({
  type: 'row.judged',
  element,
  state,
  ...(measure !== undefined && { measure }),
  why: '',
});
