import type { Bundle } from './bundle.ts';
import type { Edition } from './schemas.ts';

/** Things with an id: those of `changes` take the place of the same id, the others come after. */
function replaced<Thing extends { readonly id: string }>(base: readonly Thing[], changes: readonly Thing[]): Thing[] {
  const kept = base.map((thing) => changes.find(({ id }) => id === thing.id) ?? thing);
  return [...kept, ...changes.filter(({ id }) => !base.some((thing) => thing.id === id))];
}

/** The whole bundle of an edition: the other bundle with what differs. */
export function editionOf(base: Bundle, edition: Edition): Bundle {
  const { schema: _, of: __, withoutMotions, exhibits = [], motions = [], ...own } = edition;
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const kept = base.motions.filter(({ id }) => !withoutMotions.includes(id));
  return {
    ...base,
    ...given,
    exhibits: replaced(base.exhibits, exhibits),
    motions: replaced(kept, motions),
  };
}
