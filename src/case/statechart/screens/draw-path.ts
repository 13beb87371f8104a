import type { StatechartPoint } from '#case/statechart/use-cases/draw-line.ts';

/** How far a corner is rounded. */
const ROUND = 10;

/** A line through these points as the `d` of an SVG path, its corners rounded. */
export function drawPath(points: readonly StatechartPoint[]): string {
  return points
    .map((point, n) => {
      const [before, after] = [points[n - 1], points[n + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const [into, out] = [toward(point, before), toward(point, after)];
      return `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
    })
    .join('');
}

/** The same line beside itself: `by` pixels to the left of the one who walks along it, or to the right where negative. */
export function besideLine(points: readonly StatechartPoint[], by: number): StatechartPoint[] {
  const normals = points.slice(1).map((point, n) => normalOf(points[n] as StatechartPoint, point));
  return points.map(({ x, y }, n) => {
    const [before, after] = [normals[n - 1] ?? normals[n], normals[n] ?? normals[n - 1]];
    if (!before || !after) return { x, y };
    return { x: tenth(x + (by * (before.x + after.x)) / 2), y: tenth(y + (by * (before.y + after.y)) / 2) };
  });
}

/** The place half-way along a line. */
export function halfWay(points: readonly StatechartPoint[]): StatechartPoint {
  const lengths = points.slice(1).map((point, n) => distance(points[n] as StatechartPoint, point));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [n, length] of lengths.entries()) {
    const [from, to] = [points[n] as StatechartPoint, points[n + 1] as StatechartPoint];
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: tenth(from.x + share * (to.x - from.x)), y: tenth(from.y + share * (to.y - from.y)) };
    }
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

function toward(corner: StatechartPoint, other: StatechartPoint): StatechartPoint {
  const length = distance(corner, other);
  const share = length === 0 ? 0 : Math.min(ROUND, length / 2) / length;
  return { x: tenth(corner.x + share * (other.x - corner.x)), y: tenth(corner.y + share * (other.y - corner.y)) };
}

function normalOf(from: StatechartPoint, to: StatechartPoint): StatechartPoint {
  const length = distance(from, to) || 1;
  return { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
}

const distance = (a: StatechartPoint, b: StatechartPoint) => Math.hypot(b.x - a.x, b.y - a.y);
const tenth = (length: number) => Math.round(length * 10) / 10;
