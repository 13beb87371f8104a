import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

/** Where an ad stands in the drawing: the upper left corner of its box. */
export interface PlacedAd {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface LaidOutNetwork {
  readonly ads: readonly PlacedAd[];
  readonly width: number;
  readonly height: number;
}

export const AD_WIDTH = 104;
export const AD_HEIGHT = 48;

const MARGIN = 20;
/** Between one part and the next. */
const GAP = 28;
const STEPS = 300;
/** Far enough for the name of a trace to stand between two boxes, and for each further name. */
const APART = 180;
const MORE = 45;
const STAGGER = 25;
/** Boxes are wider than high, so the drawing is pressed flat a little. */
const FLAT = 0.75;

interface Line {
  readonly a: string;
  readonly b: string;
  readonly kinds?: readonly string[];
}

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

interface Link extends SimulationLinkDatum<Body> {
  readonly names: number;
}

/**
 * Places ads: those that hang together by lines, or were put in one network, as a part of their own, the parts in rows of
 * at most `room` pixels where they fit. The same input always gives the same drawing: a fixed start, so many steps, and no
 * draw of chance but the fixed one of the library.
 */
export function layOutNetwork(
  ids: readonly string[],
  lines: readonly Line[],
  networks: readonly (readonly string[])[] = [],
  room = 1100,
): LaidOutNetwork {
  if (ids.length === 0) return { ads: [], width: 0, height: 0 };
  const known = new Set(ids);
  const held = networks.flatMap((ads) => ads.slice(1).map((b, n): Line => ({ a: ads[n] as string, b })));
  const drawn = [...lines, ...held].filter(({ a, b }) => known.has(a) && known.has(b));
  const parts = partsOf(ids, drawn).toSorted((one, other) => Number(one.length === 1) - Number(other.length === 1));
  const placed = inRows(
    parts.map((part) => layOutPart(part, drawn)),
    room,
  );
  const order = new Map(ids.map((id, n) => [id, n]));
  // In the order of the board, which is also the order of the keyboard.
  return { ...placed, ads: placed.ads.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)) };
}

/** The ads that hang together, one after the other as the lines lead: a start in which few lines cross. */
function partsOf(ids: readonly string[], lines: readonly Line[]): string[][] {
  const left = new Set(ids);
  const reach = (id: string): string[] => {
    if (!left.delete(id)) return [];
    const next = lines.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : []));
    return [id, ...next.flatMap(reach)];
  };
  return ids.map(reach).filter(({ length }) => length > 0);
}

/** One part, its left and upper edge at 0. */
function layOutPart(ids: readonly string[], lines: readonly Line[]): LaidOutNetwork {
  const own = new Set(ids);
  // In a line to begin with, a little up and down: from a spiral, chains end up crossed.
  const bodies = ids.map((id, n): Body => ({ id, x: n * APART, y: n % 2 === 0 ? -STAGGER : STAGGER }));
  const links = lines
    .filter(({ a }) => own.has(a))
    .map(({ a, b, kinds = [] }): Link => ({ source: a, target: b, names: Math.max(1, kinds.length) }));
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, Link>(links)
        .id(({ id }) => id)
        .distance(({ names }) => APART + MORE * (names - 1)),
    )
    .force('apart', forceManyBody().strength(-700))
    .force('boxes', forceCollide(AD_WIDTH * 0.7))
    .force('across', forceX(0).strength(0.02))
    .force('down', forceY(0).strength(0.04))
    .stop()
    .tick(STEPS);
  const at = bodies.map(({ id, x = 0, y = 0 }) => ({ id, x, y: y * FLAT }));
  const left = Math.min(...at.map(({ x }) => x));
  const top = Math.min(...at.map(({ y }) => y));
  const ads = at.map(({ id, x, y }) => ({ id, x: Math.round(x - left), y: Math.round(y - top) }));
  return {
    ads,
    width: Math.max(...ads.map(({ x }) => x)) + AD_WIDTH,
    height: Math.max(...ads.map(({ y }) => y)) + AD_HEIGHT,
  };
}

function inRows(parts: readonly LaidOutNetwork[], room: number): LaidOutNetwork {
  const ads: PlacedAd[] = [];
  let [x, y, height, width] = [MARGIN, MARGIN, 0, 0];
  for (const part of parts) {
    if (x > MARGIN && x + part.width + MARGIN > room) [x, y, height] = [MARGIN, y + height + GAP, 0];
    for (const ad of part.ads) ads.push({ id: ad.id, x: ad.x + x, y: ad.y + y });
    x += part.width + GAP;
    height = Math.max(height, part.height);
    width = Math.max(width, x - GAP + MARGIN);
  }
  return { ads, width, height: y + height + MARGIN };
}
