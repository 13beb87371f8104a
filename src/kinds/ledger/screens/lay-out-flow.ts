import { compareCodes } from '#kernel/model/compare-codes.ts';
import { flowsOf, linksOf } from '#kinds/ledger/model/flows.ts';
import type { LedgerBook } from '#kinds/ledger/model/ledger.ts';

/** An account of the drawing, or all parties without an account whose names differ by a number only. */
export interface FlowNode {
  readonly id: string;
  readonly name: string;
  /** How many parties stand behind it. */
  readonly count: number;
  readonly isAccount: boolean;
  readonly in: number;
  readonly out: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** All payments between two nodes, as a ribbon between the middle of its left and its right end. */
export interface FlowRibbon {
  readonly from: string;
  readonly to: string;
  readonly sim: number;
  readonly payments: readonly number[];
  readonly width: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface FlowLayout {
  readonly nodes: readonly FlowNode[];
  readonly ribbons: readonly FlowRibbon[];
  readonly width: number;
  readonly height: number;
}

/** Width of the bar of a node, in units of the drawing. */
export const BAR = 10;
const COLUMN = 200;
const GAP = 38;
const TOP = 30;
/** Units of height per SIM. */
const PER_SIM = 0.05;
const MIN_HEIGHT = 5;
const MIN_WIDTH = 1.5;
const MAX_COLUMNS = 6;

/** The node of a party: itself if it has an account, else the group of its name without a number. */
const nodeOf = (party: string, accounts: ReadonlySet<string>) =>
  accounts.has(party) ? party : party.replace(/ \d+$/, '');

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/**
 * Lays out the flow of a ledger from left to right: payers before payees, each column in the order of its payers, and
 * where they say nothing by name, so that no place tells who matters.
 */
export function layOutFlow(book: LedgerBook): FlowLayout {
  const accounts = new Set(book.accounts.map(({ id }) => id));
  const links = groupedLinks(book, accounts);
  const column = columnsOf(links);
  const parties = groupBy(flowsOf(book), ({ account }) => nodeOf(account, accounts));
  const sizes = [...parties].map(([id, flows]) => {
    const total = (of: 'in' | 'out') => flows.reduce((sum, flow) => sum + flow[of], 0);
    const [into, out] = [total('in'), total('out')];
    return {
      id,
      name: id,
      count: flows.length,
      isAccount: accounts.has(id),
      in: into,
      out,
      height: Math.max(MIN_HEIGHT, Math.max(into, out) * PER_SIM),
    };
  });
  const nodes: FlowNode[] = [];
  const middle = new Map<string, number>();
  for (let at = 0; at < MAX_COLUMNS; at++) {
    const own = sizes.filter(({ id }) => (column.get(id) ?? 0) === at);
    const wish = (id: string) => {
      const payers = links.filter(({ to }) => to === id).flatMap(({ from }) => middle.get(from) ?? []);
      return payers.reduce((sum, y) => sum + y, 0) / Math.max(1, payers.length);
    };
    let y = TOP;
    for (const size of own.toSorted((a, b) => wish(a.id) - wish(b.id) || compareCodes(a.id, b.id))) {
      nodes.push({ ...size, x: 10 + at * COLUMN, y });
      middle.set(size.id, y + size.height / 2);
      y += size.height + GAP;
    }
  }
  return {
    nodes,
    ribbons: ribbonsOf(links, nodes),
    width: 10 + Math.max(...nodes.map(({ x }) => x)) + 170,
    height: Math.max(...nodes.map(({ y, height }) => y + height)) + 16,
  };
}

interface GroupedLink {
  readonly from: string;
  readonly to: string;
  readonly sim: number;
  readonly payments: readonly number[];
}

function groupedLinks(book: LedgerBook, accounts: ReadonlySet<string>): GroupedLink[] {
  const grouped = groupBy(linksOf(book), ({ from, to }) => `${nodeOf(from, accounts)} > ${nodeOf(to, accounts)}`);
  return [...grouped.values()].map((links) => ({
    from: nodeOf(links[0]?.from ?? '', accounts),
    to: nodeOf(links[0]?.to ?? '', accounts),
    sim: links.reduce((sum, { sim }) => sum + sim, 0),
    payments: links.flatMap(({ payments }) => payments).toSorted((a, b) => a - b),
  }));
}

/** The column of each node: one after its last payer, as far as there are columns. */
function columnsOf(links: readonly GroupedLink[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (let round = 0; round < MAX_COLUMNS; round++)
    for (const { from, to } of links) {
      const next = Math.min(MAX_COLUMNS - 1, (columns.get(from) ?? 0) + 1);
      columns.set(to, Math.max(columns.get(to) ?? 0, next));
    }
  return columns;
}

function ribbonsOf(links: readonly GroupedLink[], nodes: readonly FlowNode[]): FlowRibbon[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const used = new Map<string, number>();
  /** The next free place along one side of a node. */
  const place = (node: FlowNode, side: string, width: number) => {
    const key = `${node.id} ${side}`;
    const from = used.get(key) ?? 0;
    used.set(key, from + width);
    return node.y + from + width / 2;
  };
  return links
    .toSorted((a, b) => (byId.get(a.to)?.y ?? 0) - (byId.get(b.to)?.y ?? 0))
    .flatMap((link): FlowRibbon[] => {
      const [from, to] = [byId.get(link.from), byId.get(link.to)];
      if (!from || !to) return [];
      const width = Math.max(MIN_WIDTH, link.sim * PER_SIM);
      return [
        { ...link, width, x1: from.x + BAR, y1: place(from, 'out', width), x2: to.x, y2: place(to, 'in', width) },
      ];
    });
}
