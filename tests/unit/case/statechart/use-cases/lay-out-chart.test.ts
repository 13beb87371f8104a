import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenesOf } from '#case/language/model/scenes.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { storyStatechart } from '#case/language/model/story-chart.ts';
import type { Rectangle } from '#case/statechart/use-cases/draw-line.ts';
import { type LaidOutStatechart, layOutStatechart } from '#case/statechart/use-cases/lay-out-chart.ts';
import { anyScenario } from '../../../../support/builders/any-scenario.ts';
import { compiledFrom } from '../../../../support/builders/compiled-from.ts';

const RUNS = { numRuns: 12 };
/** Places are rounded to a tenth of a pixel. */
const ROUNDED = 0.11;

const chartOf = (scenario: Scenario) => storyStatechart(compiledFrom(scenario), scenesOf(scenario));
const anyChart = (loops = true) => anyScenario({ loops }).map(chartOf);

const holds = (outer: Rectangle, inner: Rectangle) =>
  inner.x >= outer.x - ROUNDED &&
  inner.y >= outer.y - ROUNDED &&
  inner.x + inner.width <= outer.x + outer.width + ROUNDED &&
  inner.y + inner.height <= outer.y + outer.height + ROUNDED;

const overlap = (a: Rectangle, b: Rectangle) =>
  a.x + a.width > b.x + ROUNDED &&
  b.x + b.width > a.x + ROUNDED &&
  a.y + a.height > b.y + ROUNDED &&
  b.y + b.height > a.y + ROUNDED;

const frameOf = ({ width, height }: LaidOutStatechart): Rectangle => ({ x: 0, y: 0, width, height });

describe('layOutStatechart', () => {
  it('places every state inside the drawing, and every state of a box inside the box', () => {
    fc.assert(
      fc.property(anyChart(), (chart) => {
        const drawn = layOutStatechart(chart);
        const places = new Map(drawn.nodes.map((node) => [node.id, node]));
        expect([...places.keys()]).toEqual(chart.nodes.map(({ id }) => id));
        for (const node of drawn.nodes) {
          const around = node.parent === undefined ? frameOf(drawn) : places.get(node.parent);
          expect(around && holds(around, node), node.id).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('never overlaps sibling states', () => {
    fc.assert(
      fc.property(anyChart(), (chart) => {
        const { nodes } = layOutStatechart(chart);
        const clashes = nodes.flatMap((a, n) =>
          nodes.slice(n + 1).filter((b) => a.parent === b.parent && overlap(a, b)),
        );
        expect(clashes).toEqual([]);
      }),
      RUNS,
    );
  });

  it('draws every transition, with one line for those that differ only in the chosen option', () => {
    fc.assert(
      fc.property(anyChart(), (chart) => {
        const drawn = layOutStatechart(chart);
        const ways = new Set(drawn.edges.flatMap((edge) => edge.ways.map(({ id }) => id)));
        expect(ways).toEqual(new Set(chart.edges.map(({ id }) => id)));
        const boxes = new Set(drawn.nodes.filter(({ box }) => box).map(({ id }) => id));
        const plain = drawn.edges.filter(({ from, to }) => !boxes.has(from) && !boxes.has(to));
        expect(new Set(plain.map(({ from, to }) => `${from} ${to}`)).size).toBe(plain.length);
        const places = new Map(drawn.nodes.map((node) => [node.id, node]));
        for (const { from, to, points } of plain) {
          for (const { x, y } of points) expect(holds(frameOf(drawn), { x, y, width: 0, height: 0 })).toBe(true);
          const [start, end] = [points[0], points.at(-1)];
          expect(start && holds(places.get(from) as Rectangle, { ...start, width: 0, height: 0 })).toBe(true);
          expect(end && holds(places.get(to) as Rectangle, { ...end, width: 0, height: 0 })).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('leads downward in a story without cycles', () => {
    fc.assert(
      fc.property(anyChart(false), (chart) => {
        const drawn = layOutStatechart(chart);
        for (const { points } of drawn.edges) expect(points.at(-1)?.y).toBeGreaterThan(points[0]?.y ?? Infinity);
      }),
      RUNS,
    );
  });

  it('draws the same chart the same way, regardless of earlier drawings', () => {
    fc.assert(
      fc.property(anyScenario({ loops: true }), anyChart(), (scenario, other) => {
        const first = JSON.stringify(layOutStatechart(chartOf(scenario)));
        layOutStatechart(other);
        expect(JSON.stringify(layOutStatechart(chartOf(scenario)))).toBe(first);
      }),
      RUNS,
    );
  });
});
