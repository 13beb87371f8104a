import type { Act } from '#core/scenario/schemas.ts';
import type { Meter, MeterChanges } from '#core/scoring/schemas.ts';

/** How the situation stands in one respect, from -2 (badly) over 0 (as it was) to 2 (well). Never a mark on a person. */
export type Standing = -2 | -1 | 0 | 1 | 2;

/** Changes that add up to this or more are far from where the case began. */
const FAR = 4;

/** How the situation stands after the changes that the choices so far have made. */
export function standingOf(changes: readonly MeterChanges[], meter: Meter): Standing {
  const sum = changes.reduce((total, change) => total + (change[meter] ?? 0), 0);
  if (sum === 0) return 0;
  const far = Math.abs(sum) >= FAR;
  if (sum > 0) return far ? 2 : 1;
  return far ? -2 : -1;
}

/**
 * What the acts so far have done to the evidence: kept pages and a request in time hold it, a contact or a report before
 * any page is kept puts it at risk. `pages` says how many pages were really kept.
 */
export function evidenceChanges(acts: readonly Act[], pages: number): MeterChanges[] {
  const place = (act: Act) => acts.indexOf(act);
  const before = (first: Act, second: Act) => place(first) >= 0 && (place(second) < 0 || place(first) < place(second));
  const kept = pages > 0 && before('preserve', 'contact') && before('preserve', 'notify');
  const changes: MeterChanges[] = [];
  if (kept) changes.push({ evidence: 2 });
  if (before('request', 'notify')) changes.push({ evidence: 2 });
  if (!kept && place('contact') >= 0) changes.push({ evidence: -2 });
  if (!kept && place('notify') >= 0) changes.push({ evidence: -2 });
  return changes;
}
