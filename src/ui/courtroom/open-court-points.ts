import type { CourtFile } from '#core/courtroom/court-file.ts';
import { percentsOf } from '#core/courtroom/facts.ts';
import { itemsOf } from '#core/courtroom/items.ts';
import { type CourtroomResponse, rulingOn } from '#core/courtroom/play.ts';

/** Something of the file that is still empty: the key of its message, and how many there are of it. */
export interface OpenCourtPoint {
  readonly key: 'open.rows' | 'open.views' | 'open.motions' | 'open.sums' | 'open.items' | 'open.judgment';
  readonly count: number;
}

/** What is still empty in the file. It never says what is missing in what is there. */
export function openCourtPoints(response: CourtroomResponse, { bundle }: Pick<CourtFile, 'bundle'>): OpenCourtPoint[] {
  const views = percentsOf(response);
  const points: OpenCourtPoint[] = [
    { key: 'open.views', count: bundle.elements.filter(({ id }) => !views.has(id)).length },
    { key: 'open.rows', count: bundle.elements.length - response.rows.length },
    { key: 'open.motions', count: bundle.motions.filter(({ id }) => !rulingOn(response, id)).length },
    { key: 'open.sums', count: bundle.sums.filter(({ id }) => !response.sums[id]).length },
    { key: 'open.items', count: itemsOf(bundle).filter(({ id }) => response.items[id] === undefined).length },
    { key: 'open.judgment', count: response.judgmentSigned ? 0 : 1 },
  ];
  return points.filter(({ count }) => count > 0);
}
