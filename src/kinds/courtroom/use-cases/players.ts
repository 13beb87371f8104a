import { everyOther } from '#case/reference-players/use-cases/every-other.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { placesOf } from '#evidence/court-file/model/places.ts';
import { required } from '#kernel/model/invariant.ts';
import { keyCells } from '#kinds/courtroom/model/accepted-by-key.ts';
import { RULING_LINES, weighedExhibits } from '#kinds/courtroom/model/court-file.ts';
import { forbiddenIn } from '#kinds/courtroom/model/facts.ts';
import { rightOption } from '#kinds/courtroom/model/items.ts';
import { courtroomKey } from '#kinds/courtroom/model/key.ts';
import { COURTROOM } from '#kinds/courtroom/model/kind.ts';
import type { CourtroomAction } from '#kinds/courtroom/model/play.ts';

const fileOf = ({ material, attempt }: Table) => COURTROOM.briefOf(material.scenario, attempt.state);

/** Filler text for each box of a ruling; boxes are not scored. */
const BOXES = RULING_LINES.map(() => 'as the file shows');

/** Judges every cell and row as in the key, is certain of what happened, and takes an outcome that the State allows. */
export function judgeAsOracle(table: Table): CourtroomAction[] {
  const file = fileOf(table);
  const key = courtroomKey(table.answers);
  const { bundle } = file;
  return [
    ...key.rows.map(({ element, happened }): CourtroomAction => {
      return { type: 'view.set', view: 'first', element, percent: happened ? 100 : 0 };
    }),
    { type: 'view.signed' },
    ...keyCells(bundle, key).map(({ element, exhibit, bearing, places }): CourtroomAction => {
      const [place] = places;
      return {
        type: 'cell.judged',
        element,
        exhibit,
        bearing,
        places: place === undefined ? [] : [place],
        shows: '',
        innocent: key.rows.find((row) => row.element === element)?.innocent ?? '',
      };
    }),
    ...key.rows.map(({ element, state, next: [measure] }): CourtroomAction => {
      return { type: 'row.judged', element, state, ...(measure !== undefined && { measure }), why: '' };
    }),
    ...bundle.motions.map(({ id, outcomes }): CourtroomAction => {
      const ruledOut = forbiddenIn(key, id, file).map(({ outcome }) => outcome);
      const allowed = outcomes.find((one) => !ruledOut.includes(one.id));
      return {
        type: 'ruling.signed',
        motion: id,
        outcome: required(allowed, `an allowed outcome of ${id}`).id,
        boxes: BOXES,
      };
    }),
    ...bundle.sums.map(({ id }): CourtroomAction => {
      return { type: 'sum.given', sum: id, amount: key.sums[id]?.amount ?? 0, payments: [] };
    }),
    ...Object.keys(key.items).map((item): CourtroomAction => {
      return { type: 'item.answered', item, option: rightOption(key, item) ?? '0' };
    }),
    { type: 'judgment.signed' },
  ];
}

/**
 * Lets every exhibit speak for every element, with all its places, is sure of everything, and takes the first outcome.
 */
export function accuseOfAll(table: Table): CourtroomAction[] {
  const { bundle } = fileOf(table);
  return bundle.elements.flatMap(({ id: element }): CourtroomAction[] => [
    { type: 'view.set', view: 'first', element, percent: 100 },
    ...weighedExhibits(bundle).map((exhibit): CourtroomAction => {
      const places = placesOf(exhibit).map((at) => `${exhibit.id} ${at}`);
      return { type: 'cell.judged', element, exhibit: exhibit.id, bearing: 'for', places, shows: '', innocent: '' };
    }),
    { type: 'row.judged', element, state: 'met', why: '' },
  ]);
}

/** Sets every probability to 50 %, and every row to "ask first". */
export function decideNothing(table: Table): CourtroomAction[] {
  const { bundle } = fileOf(table);
  const [measure] = bundle.measures;
  return bundle.elements.flatMap(({ id: element }): CourtroomAction[] => [
    { type: 'view.set', view: 'first', element, percent: 50 },
    { type: 'row.judged', element, state: 'ask', ...(measure && { measure: measure.id }), why: '' },
  ]);
}

/** What the reference players do in a courtroom. */
export const COURTROOM_PLAYERS: PlayersOf<CourtroomAction> = {
  oracle: judgeAsOracle,
  'flag-all': accuseOfAll,
  'flag-none': decideNothing,
  'half-diligent': (table) => everyOther(judgeAsOracle(table)),
  'screenshot-only': judgeAsOracle,
  'notify-first': judgeAsOracle,
};
