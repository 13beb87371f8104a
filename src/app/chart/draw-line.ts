/** A place in the drawing; units are CSS pixels at 100 %. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** A rectangle; x and y are its upper left corner. */
export interface Rectangle extends ChartPoint {
  readonly width: number;
  readonly height: number;
}

/** A line between two states, with the places that it passes on its way. */
export interface RoutedLine {
  readonly from: Rectangle;
  readonly to: Rectangle;
  readonly over: readonly ChartPoint[];
}

/** How far from a corner a line may touch a state, and how far lines stay apart there. */
const CORNER = 16;
const APART = 14;
/** How far a line that leads back to its own state stands out. */
const LOOP = 18;

/** The end of a line at one side of a state. */
interface Touch {
  readonly line: number;
  readonly end: 'from' | 'to';
  readonly of: Rectangle;
  readonly side: 'top' | 'bottom';
  readonly wish: number;
}

/** The points of each line. A line leaves and meets a state above or below, never at its sides, and no two at one place. */
export function drawLines(lines: readonly RoutedLine[]): ChartPoint[][] {
  const sides = new Map<string, Touch[]>();
  for (const touch of lines.flatMap(touchesOf)) {
    const name = `${touch.of.x} ${touch.of.y} ${touch.side}`;
    sides.set(name, [...(sides.get(name) ?? []), touch]);
  }
  const places = new Map<string, ChartPoint>();
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

const middleOf = ({ x, y, width, height }: Rectangle): ChartPoint => ({ x: x + width / 2, y: y + height / 2 });
const sideOf = (of: Rectangle, toward: ChartPoint) => (toward.y < middleOf(of).y ? 'top' : 'bottom');

/** Where each line touches a side: as near to where it goes as the side and its neighbours allow. */
function spread(touches: readonly Touch[]): [Touch, number][] {
  const ordered = touches.toSorted((a, b) => a.wish - b.wish || a.line - b.line);
  const { x, width } = (ordered[0] as Touch).of;
  const apart = Math.min(APART, (width - 2 * CORNER) / Math.max(1, ordered.length - 1));
  const found: number[] = [];
  ordered.forEach(({ wish }, n) => {
    const before = found[n - 1];
    found.push(Math.max(wish, x + CORNER, before === undefined ? 0 : before + apart));
  });
  for (let n = ordered.length - 1, most = x + width - CORNER; n >= 0; n--) {
    found[n] = Math.min(found[n] as number, most);
    most = (found[n] as number) - apart;
  }
  return ordered.map((touch, n) => [touch, found[n] as number]);
}

function loopAt({ x, y, width, height }: Rectangle): ChartPoint[] {
  const right = x + width;
  return [
    { x: right, y: y + height / 3 },
    { x: right + LOOP, y: y + height / 3 },
    { x: right + LOOP, y: y + (2 * height) / 3 },
    { x: right, y: y + (2 * height) / 3 },
  ];
}
