/** A point in the drawing, in CSS pixels at 100 %. */
export interface StatechartPoint {
  readonly x: number;
  readonly y: number;
}

/** A rectangle; x and y are its upper left corner. */
export interface Rectangle extends StatechartPoint {
  readonly width: number;
  readonly height: number;
}

/** A line between two states, with its waypoints. */
export interface RoutedLine {
  readonly from: Rectangle;
  readonly to: Rectangle;
  readonly over: readonly StatechartPoint[];
}

/** Minimum distance (px) of a line's end from a corner of a state, and between two ends on one side. */
const MIN_CORNER_DISTANCE = 16;
const MIN_GAP = 14;
/** How far (px) a line from a state to itself extends beyond the state. */
const LOOP_WIDTH = 18;

/** The end of a line at one side of a state. */
interface Touch {
  readonly line: number;
  readonly end: 'from' | 'to';
  readonly of: Rectangle;
  readonly side: 'top' | 'bottom';
  readonly wish: number;
}

/**
 * The points of each line. Lines start and end at the top or bottom of a state, never at its sides, no two at one
 * point.
 */
export function drawLines(lines: readonly RoutedLine[]): StatechartPoint[][] {
  const sides = new Map<string, Touch[]>();
  for (const touch of lines.flatMap(touchesOf)) {
    const name = `${touch.of.x} ${touch.of.y} ${touch.side}`;
    sides.set(name, [...(sides.get(name) ?? []), touch]);
  }
  const places = new Map<string, StatechartPoint>();
  for (const touches of sides.values())
    for (const [touch, x] of spread(touches))
      places.set(`${touch.line} ${touch.end}`, {
        x,
        y: touch.side === 'top' ? touch.of.y : touch.of.y + touch.of.height,
      });
  return lines.map((line, n) => {
    if (line.from === line.to) return loopAt(line.from);
    const [start, stop] = [places.get(`${n} from`), places.get(`${n} to`)];
    return [...(start ? [start] : []), ...line.over, ...(stop ? [stop] : [])];
  });
}

function touchesOf(line: RoutedLine, n: number): Touch[] {
  const { from, to, over } = line;
  if (from === to) return [];
  const next = over[0] ?? middleOf(to);
  const last = over.at(-1) ?? middleOf(from);
  return [
    { line: n, end: 'from', of: from, side: sideOf(from, next), wish: next.x },
    { line: n, end: 'to', of: to, side: sideOf(to, last), wish: last.x },
  ];
}

const middleOf = ({ x, y, width, height }: Rectangle): StatechartPoint => ({ x: x + width / 2, y: y + height / 2 });
const sideOf = (of: Rectangle, toward: StatechartPoint) => (toward.y < middleOf(of).y ? 'top' : 'bottom');

/** The x of each line's end on a side: as near to its other end as the side and the neighbouring lines allow. */
function spread(touches: readonly Touch[]): [Touch, number][] {
  const ordered = touches.toSorted((a, b) => a.wish - b.wish || a.line - b.line);
  const { x, width } = (ordered[0] as Touch).of;
  const apart = Math.min(MIN_GAP, (width - 2 * MIN_CORNER_DISTANCE) / Math.max(1, ordered.length - 1));
  const found: number[] = [];
  ordered.forEach(({ wish }, n) => {
    const before = found[n - 1];
    found.push(Math.max(wish, x + MIN_CORNER_DISTANCE, before === undefined ? 0 : before + apart));
  });
  for (let n = ordered.length - 1, most = x + width - MIN_CORNER_DISTANCE; n >= 0; n--) {
    found[n] = Math.min(found[n] as number, most);
    most = (found[n] as number) - apart;
  }
  return ordered.map((touch, n) => [touch, found[n] as number]);
}

function loopAt({ x, y, width, height }: Rectangle): StatechartPoint[] {
  const right = x + width;
  return [
    { x: right, y: y + height / 3 },
    { x: right + LOOP_WIDTH, y: y + height / 3 },
    { x: right + LOOP_WIDTH, y: y + (2 * height) / 3 },
    { x: right, y: y + (2 * height) / 3 },
  ];
}
