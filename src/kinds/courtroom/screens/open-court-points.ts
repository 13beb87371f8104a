import { askedQuestions, type CourtFile, weighedExhibits } from '#kinds/courtroom/model/court-file.ts';
import { percentsOf } from '#kinds/courtroom/model/facts.ts';
import { itemsOf } from '#kinds/courtroom/model/items.ts';
import { type CourtroomResponse, isChangedSinceSigned, rulingOn } from '#kinds/courtroom/model/play.ts';

/** Something of the file that is still empty: the key of its message, how many there are of it, and their names. */
export interface OpenCourtPoint {
  readonly key:
    | 'open.rows'
    | 'open.measures'
    | 'open.cells'
    | 'open.views'
    | 'open.motions'
    | 'open.sums'
    | 'open.items'
    | 'open.choices'
    | 'open.judgment'
    | 'open.changed';
  readonly count: number;
  readonly names?: readonly string[];
}

/**
 * What is still empty in the file, and whether what the judgment says is signed. It never says what is missing in what
 * is there.
 */
export function openCourtPoints(response: CourtroomResponse, { bundle }: Pick<CourtFile, 'bundle'>): OpenCourtPoint[] {
  const views = percentsOf(response);
  const unchosen = askedQuestions(bundle, response.choices).filter(({ id }) => !response.choices[id]);
  const unmeasured = bundle.elements.filter(({ id }) =>
    response.rows.some(({ element, state, measure }) => element === id && state !== 'met' && measure === undefined),
  );
  const points: OpenCourtPoint[] = [
    { key: 'open.views', count: bundle.elements.filter(({ id }) => !views.has(id)).length },
    { key: 'open.cells', count: bundle.elements.length * weighedExhibits(bundle).length - response.cells.length },
    { key: 'open.rows', count: bundle.elements.length - response.rows.length },
    { key: 'open.measures', count: unmeasured.length, names: unmeasured.map(({ title }) => title) },
    { key: 'open.motions', count: bundle.motions.filter(({ id }) => !rulingOn(response, id)).length },
    { key: 'open.sums', count: bundle.sums.filter(({ id }) => !response.sums[id]).length },
    { key: 'open.items', count: itemsOf(bundle).filter(({ id }) => response.items[id] === undefined).length },
    { key: 'open.choices', count: unchosen.length, names: unchosen.map(({ title }) => title) },
    { key: 'open.judgment', count: response.judgmentSigned ? 0 : 1 },
    { key: 'open.changed', count: isChangedSinceSigned(response) ? 1 : 0 },
  ];
  return points.filter(({ count }) => count > 0);
}
