import { sayList } from '#i18n/locale.ts';
import type { PreservationResponse } from '#kinds/preservation/model/play.ts';

/** One thing that is not done yet: a message and what it leaves open. */
export interface OpenPoint {
  readonly key:
    | 'open.nothing'
    | 'open.authority'
    | 'open.plan'
    | 'open.clock'
    | 'open.flagged'
    | 'open.child'
    | 'open.finding'
    | 'open.record'
    | 'open.verify'
    | 'open.seal'
    | 'open.picture';
  readonly params: Readonly<Record<string, string>>;
}

/** The site's answer to whoever asks for a closed card. */
const CLOSED = 451;

/**
 * What the trainee's own steps and flags leave open; nothing here knows a key. A copy of a closed card leaves nothing open:
 * it should not be there, and nobody is led to work on it. `lone` are ads of whose page there is a picture alone: that is an act
 * which is never done, and comes first.
 */
export function openPoints(
  response: PreservationResponse,
  flagged: readonly string[],
  lone: readonly string[] = [],
): OpenPoint[] {
  const { acts, legalBasis, clockChecked, childChecked } = response;
  const items = response.items.filter(({ status }) => status !== CLOSED);
  const missing = flagged.filter((ad) => !items.some((item) => item.ad === ad));
  const ads = [...new Set(items.map((item) => item.ad))];
  const unchecked = ads.filter((ad) => !childChecked.includes(ad));
  const isFound = (ad: string) => acts.some((act) => act.type === 'finding.noted' && act.ad === ad);
  return [
    ...when(lone.length > 0, 'open.picture', { ads: sayList(lone) }),
    ...when(response.items.length === 0, 'open.nothing'),
    ...when(legalBasis === '', 'open.authority'),
    ...when(!acts.some(({ type }) => type === 'plan.noted'), 'open.plan'),
    ...when(!clockChecked, 'open.clock'),
    ...when(missing.length > 0, 'open.flagged', { ads: sayList(missing) }),
    ...unchecked.flatMap((ad) => when(true, 'open.child', { ad })),
    ...ads.filter((ad) => !isFound(ad)).flatMap((ad) => when(true, 'open.finding', { ad })),
    ...items.flatMap(({ item, record, verified, sealed }) => [
      ...when(!record, 'open.record', { item }),
      ...when(!verified, 'open.verify', { item }),
      ...when(!sealed, 'open.seal', { item }),
    ]),
  ];
}

const when = (isOpen: boolean, key: OpenPoint['key'], params: OpenPoint['params'] = {}): OpenPoint[] =>
  isOpen ? [{ key, params }] : [];
