import type { Direction } from '#case/statechart/screens/move-along.ts';
import type { PlacedAd } from './lay-out-network.ts';

const AIM: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};

/** How much of the way has to go in the direction of the key: half a right angle to each side, and a little more. */
const STRAIGHT = 0.6;

/**
 * The ad that an arrow key leads to: the nearest of those linked with this one that lie that way, else the nearest ad at
 * all that does. Undefined where nothing lies that way.
 */
export function adTowards(
  ads: readonly PlacedAd[],
  lines: readonly { readonly a: string; readonly b: string }[],
  from: string,
  direction: Direction,
): string | undefined {
  const here = ads.find(({ id }) => id === from);
  if (!here) return undefined;
  const linked = new Set(lines.flatMap(({ a, b }) => (a === from ? [b] : b === from ? [a] : [])));
  const [toX, toY] = AIM[direction];
  const ahead = ads
    .map(({ id, x, y }) => ({ id, across: x - here.x, down: y - here.y, far: Math.hypot(x - here.x, y - here.y) }))
    .filter(({ across, down, far }) => far > 0 && (across * toX + down * toY) / far >= STRAIGHT)
    .sort((one, other) => one.far - other.far);
  return (ahead.find(({ id }) => linked.has(id)) ?? ahead[0])?.id;
}
