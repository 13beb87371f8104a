import { describe, expect, it } from 'vitest';
import type { Unit } from '#market/generator/model/draw-units.ts';
import { eachNeighbour } from '#market/generator/model/each-neighbour.ts';
import type { PlannedActor } from '#market/generator/model/plan-actors.ts';

const unit = (actor: number, ads: number) => ({ actor, ads, town: actor }) as Unit;
const ACTORS: readonly PlannedActor[] = [
  { type: 'employer', ads: 3 },
  { type: 'resident', ads: 4 },
  { type: 'controlled', ads: 2 },
];

describe('eachNeighbour', () => {
  it('makes an actor of each persona of residents, and keeps the others together and in order', () => {
    const units = [unit(0, 1), unit(0, 2), unit(1, 1), unit(1, 3), unit(2, 2)];
    const split = eachNeighbour({ actors: ACTORS, units: { units, first: [0, 2, 4, 5] }, moneyOnly: 2 });

    expect(split.actors).toEqual([ACTORS[0], { type: 'resident', ads: 1 }, { type: 'resident', ads: 3 }, ACTORS[2]]);
    expect(split.units.first).toEqual([0, 2, 3, 4, 5]);
    expect(split.units.units.map(({ actor, ads, town }) => [actor, ads, town])).toEqual([
      [0, 1, 0],
      [0, 2, 0],
      [1, 1, 1],
      [2, 3, 1],
      [3, 2, 2],
    ]);
    expect(split.moneyOnly).toBe(3);
  });

  it('leaves a district without residents as it is', () => {
    const units = { units: [unit(0, 1), unit(0, 2)], first: [0, 2] };
    expect(eachNeighbour({ actors: ACTORS.slice(0, 1), units, moneyOnly: -1 })).toEqual({
      actors: ACTORS.slice(0, 1),
      units,
      moneyOnly: -1,
    });
  });
});
