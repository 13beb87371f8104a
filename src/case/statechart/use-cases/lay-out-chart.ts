import dagre from '@dagrejs/dagre';
import type { StatechartEdge, StatechartNode, StoryStatechart } from '#case/language/model/story-chart.ts';
import { required } from '#kernel/model/invariant.ts';
import { rememberLast } from '#kernel/model/remember-last.ts';
import { drawLines, type StatechartPoint } from './draw-line.ts';
import { wrapTitle } from './wrap-title.ts';

/** A state as it is drawn; x and y are its upper left corner. */
export interface LaidOutNode extends StatechartNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** True for a box around other states. */
  readonly box: boolean;
  /** The title in lines that fit. */
  readonly lines: readonly string[];
}

/** A drawn line, shared by all transitions from one state to another. */
export interface LaidOutEdge {
  readonly from: string;
  readonly to: string;
  readonly points: readonly StatechartPoint[];
  readonly ways: readonly StatechartEdge[];
}

/** A statechart with the position of everything in it. */
export interface LaidOutStatechart {
  readonly schema: 'chart/1';
  readonly scenario: string;
  readonly initial: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly LaidOutNode[];
  readonly edges: readonly LaidOutEdge[];
}

const NODE = { width: 184, height: 68 };
const MARGIN = 16;

/** A state as the layout library returns it: x and y are its centre. */
interface Middle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The leaf states between which a line runs, where it leads into or out of a box. */
interface Ends {
  readonly from: string;
  readonly to: string;
}

/** The draft that its author sees and the same case as it is built are drawn one after the other. */
const remember = rememberLast<LaidOutStatechart>(1);

/**
 * Lays out the states of a chart from top to bottom. Deterministic. A chart that says the same as the last one is not laid out
 * again: an author types more often in texts than in titles and ways.
 */
export const layOutStatechart = (chart: StoryStatechart): LaidOutStatechart =>
  remember('chart', [JSON.stringify(chart)], () => layOutAnew(chart));

function layOutAnew(chart: StoryStatechart): LaidOutStatechart {
  const boxes = new Set(chart.nodes.flatMap(({ parent }) => (parent === undefined ? [] : [parent])));
  const graph = new dagre.graphlib.Graph({ directed: true, compound: true, multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 56, edgesep: 14, marginx: MARGIN, marginy: MARGIN });
  for (const { id } of chart.nodes) graph.setNode(id, boxes.has(id) ? {} : { ...NODE });
  for (const { id, parent } of chart.nodes) if (parent !== undefined) graph.setParent(id, parent);
  const drawn = linesOf(chart.edges).flatMap((ways) =>
    endsOf(chart, boxes, ways).map((ends, n) => ({ ...ends, ways, name: `${ways[0]?.id} ${n}` })),
  );
  for (const { from, to, name } of drawn) if (from !== to) graph.setEdge(from, to, {}, name);
  dagre.layout(graph);

  const nodes = chart.nodes.map((node): LaidOutNode => placed(node, boxes.has(node.id), graph.node(node.id)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const points = drawLines(
    drawn.map(({ from, to, name }) => ({
      from: required(byId.get(from), `state ${from} of the chart`),
      to: required(byId.get(to), `state ${to} of the chart`),
      over: from === to ? [] : graph.edge(from, to, name).points.slice(1, -1),
    })),
  );
  const edges = drawn.map(
    ({ ways }, n): LaidOutEdge => ({
      from: (ways[0] as StatechartEdge).from,
      to: (ways[0] as StatechartEdge).to,
      points: points[n] ?? [],
      ways,
    }),
  );
  return { schema: 'chart/1', scenario: chart.scenario, initial: chart.initial, ...framed(nodes, edges) };
}

function placed(node: StatechartNode, box: boolean, { x, y, width, height }: Middle): LaidOutNode {
  return { ...node, x: x - width / 2, y: y - height / 2, width, height, box, lines: wrapTitle(node.title) };
}

/** The drawing moved so that its upper left corner is at 0, with its size: lines may extend beyond all states. */
function framed(
  nodes: readonly LaidOutNode[],
  edges: readonly LaidOutEdge[],
): Pick<LaidOutStatechart, 'width' | 'height' | 'nodes' | 'edges'> {
  const corners = nodes.flatMap(({ x, y, width, height }) => [
    { x, y },
    { x: x + width, y: y + height },
  ]);
  const all = [...corners, ...edges.flatMap(({ points }) => points)];
  const left = Math.min(...all.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...all.map(({ y }) => y)) - MARGIN;
  const moved = <Point extends StatechartPoint>(point: Point): Point => ({
    ...point,
    x: rounded(point.x - left),
    y: rounded(point.y - top),
  });
  return {
    width: Math.ceil(Math.max(...all.map(({ x }) => x)) - left + MARGIN),
    height: Math.ceil(Math.max(...all.map(({ y }) => y)) - top + MARGIN),
    nodes: nodes.map(moved),
    edges: edges.map((edge) => ({ ...edge, points: edge.points.map(moved) })),
  };
}

/** Rounds to a tenth of a pixel, which is finer than the eye can see. */
const rounded = (length: number) => Math.round(length * 10) / 10;

/** Groups transitions into lines: those that differ only in the chosen option share one. */
function linesOf(edges: readonly StatechartEdge[]): StatechartEdge[][] {
  const lines = new Map<string, StatechartEdge[]>();
  for (const edge of edges) {
    const name = `${edge.from} ${edge.to}`;
    const before = lines.get(name);
    if (before) before.push(edge);
    else lines.set(name, [edge]);
  }
  return [...lines.values()];
}

/** End points of an edge: into a group, its initial states; out of a group, its last states. */
function endsOf(chart: StoryStatechart, boxes: ReadonlySet<string>, line: readonly StatechartEdge[]): Ends[] {
  const [{ from, to }] = line as [StatechartEdge];
  const starts = boxes.has(from) ? lastsOf(chart, from) : [from];
  const targets = firstsOf(chart, boxes, to, new Set());
  return starts.flatMap((start) => targets.map((target) => ({ from: start, to: target })));
}

/** The initial states of a box; the state itself where it is no box. */
function firstsOf(chart: StoryStatechart, boxes: ReadonlySet<string>, id: string, seen: Set<string>): string[] {
  if (!boxes.has(id)) return [id];
  if (seen.has(id)) return [];
  seen.add(id);
  const begins = chart.begins[id] ?? [];
  return begins.flatMap((first) => firstsOf(chart, boxes, first, seen));
}

/** The `done` states in a box; its last state where it has none. */
function lastsOf(chart: StoryStatechart, id: string): string[] {
  const inside = leavesOf(chart, id);
  const done = inside.filter(({ type }) => type === 'done');
  return (done.length > 0 ? done : inside.slice(-1)).map((node) => node.id);
}

function leavesOf(chart: StoryStatechart, id: string): StatechartNode[] {
  return chart.nodes
    .filter(({ parent }) => parent === id)
    .flatMap((child) => {
      const inner = leavesOf(chart, child.id);
      return inner.length > 0 ? inner : [child];
    });
}
