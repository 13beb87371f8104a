import { afterEach, describe, expect, it } from 'vitest';
import { followLead, leadWall, type WallChannel } from '#room/browser/wall-channel.ts';
import type { WallDeck } from '#room/use-cases/wall-deck.ts';

/** Three slides; the channel reads their number alone. */
const deck = { slides: [{}, {}, {}] } as unknown as WallDeck;

const open: WallChannel[] = [];
afterEach(() => {
  for (const channel of open.splice(0)) channel.close();
});

/** A page that leads, with the places to which the wall has moved it. */
function aLead() {
  const moved: number[] = [];
  const lead = leadWall((at) => moved.push(at));
  open.push(lead);
  return { lead, moved };
}

/** A wall, with the places that it was shown. */
function aWall() {
  const shown: number[] = [];
  const wall = followLead(({ at }) => shown.push(at));
  open.push(wall);
  return { wall, shown };
}

describe('the wall', () => {
  it('keeps the place to which somebody moved it where an older place is on its way', async () => {
    const { lead, moved } = aLead();
    const { wall, shown } = aWall();
    lead.show({ deck, at: 0 });
    await expect.poll(() => shown.at(-1)).toBe(0);
    shown.length = 0;

    wall.move(1);
    lead.show({ deck, at: 0 });
    await expect.poll(() => shown).toEqual([1]);
    await expect.poll(() => moved).toEqual([1]);
    lead.show({ deck, at: 2 });
    await expect.poll(() => shown).toEqual([1, 2]);
  });

  it('follows a page that begins to lead, also where nobody took its last move', async () => {
    const { wall, shown } = aWall();
    wall.move(2);
    const { lead } = aLead();

    lead.show({ deck, at: 0 });
    await expect.poll(() => shown).toEqual([0]);
  });
});
