import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
  YAMLParseError,
} from 'yaml';
import type { Issue, Parsed, Position } from '#core/kernel/issue.ts';
import { refusedText } from './refused-text.ts';

/** A YAML document as plain values, and where each of them stands in its file. */
export interface YamlText {
  readonly value: unknown;
  /** The place of the value at that path, or of its nearest parent that exists. */
  position(path: readonly (string | number)[]): Position;
  /** What is unusual about the file and does no harm. */
  readonly warnings: readonly Issue[];
}

const MAX_DEPTH = 40;
/** Nobody reads more; whoever shows them may stop earlier and say so. */
const MOST_ISSUES = 1_000;
const BYTE_ORDER_MARK = '\ufeff';

/** A key of that name would reach into the language instead of standing for itself. */
const RESERVED_KEY = '__proto__';

/**
 * Reads YAML 1.2 with the core schema, one document, unique plain keys, no aliases and no tags. Every fault becomes an
 * issue with its line and column; nothing throws, and a text that would take long to read is refused unread.
 */
export function readYaml(written: string, file: string): Parsed<YamlText> {
  const hasMark = written.startsWith(BYTE_ORDER_MARK);
  const text = hasMark ? written.slice(1) : written;
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const issue = (code: string, params: Issue['params'], position: Position): Issue => ({
    code,
    severity: 'error',
    path: [],
    params,
    position,
  });
  const refused = refusedText(text);
  if (refused) {
    const { code, params, line, column } = refused;
    return { ok: false, issues: [issue(code, params, { file, line, column })] };
  }

  try {
    const options = { version: '1.2', schema: 'core', strict: true, uniqueKeys: false, prettyErrors: false } as const;
    const document = parseDocument(text, { ...options, lineCounter: lines });
    const slips = [...document.errors, ...document.warnings].slice(0, MOST_ISSUES);
    if (slips.length > 0) {
      const issues = slips.map((slip) => issue('yaml.syntax', { said: saidBy(slip) }, place(slip.pos[0])));
      return { ok: false, issues };
    }
    if (depthOf(document.contents) > MAX_DEPTH)
      return { ok: false, issues: [issue('yaml.too-deep', { limit: MAX_DEPTH }, place(0))] };
    const faults = unwanted(document)
      .slice(0, MOST_ISSUES)
      .map(({ code, params, offset }) => issue(code, params, place(offset)));
    if (faults.length > 0) return { ok: false, issues: faults };
    const value: unknown = document.toJS();
    const known = new WeakMap<YAMLMap, Entries>();
    const position = (path: readonly (string | number)[]) =>
      place(nodeAt(document.contents, path, known)?.range?.[0] ?? 0);
    const warn = (code: string, offset: number): Issue => ({
      ...issue(code, {}, place(offset)),
      severity: 'warning',
    });
    const lineEnd = text.indexOf('\r');
    const warnings = [
      ...(hasMark ? [warn('yaml.byte-order-mark', 0)] : []),
      ...(lineEnd >= 0 ? [warn('yaml.line-ends', lineEnd)] : []),
    ];
    return { ok: true, value: { value, position, warnings } };
  } catch (error) {
    return { ok: false, issues: [issue('yaml.syntax', { said: saidBy(error) }, { file, line: 1, column: 1 })] };
  }
}

function saidBy(error: unknown): string {
  if (error instanceof YAMLParseError && error.code === 'MULTIPLE_DOCS') return 'it holds more than one document';
  const message = error instanceof Error ? error.message : 'it cannot be read';
  return (message.split('\n')[0] ?? '').replace(/\.$/, '');
}

interface Unwanted {
  readonly code: string;
  readonly params: Issue['params'];
  readonly offset: number;
}

/**
 * What YAML allows and an authored file does not need: aliases, which can blow up a small text, keys that are no plain text
 * or stand twice, and the one key that is not data in JavaScript.
 */
function unwanted(document: Document): Unwanted[] {
  const found: Unwanted[] = [];
  const add = (code: string, params: Issue['params'], node: Node) =>
    found.push({ code, params, offset: node.range?.[0] ?? 0 });
  visit(document, {
    Alias: (_, alias) => {
      add('yaml.syntax', { said: `*${alias.source} repeats another part, which is not read here` }, alias);
    },
    Map: (_, map) => {
      const keys = new Set<string>();
      for (const { key } of map.items as Pair<Node, unknown>[]) {
        if (isCollection(key)) add('yaml.syntax', { said: 'a key has to be plain text' }, key);
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (name === RESERVED_KEY) add('yaml.reserved-key', { key: name }, key);
        if (keys.has(name)) add('yaml.duplicate-key', { key: name }, key);
        keys.add(name);
      }
    },
  });
  return found;
}

type Entries = ReadonlyMap<string, Pair<Node, Node | null>>;

/** The entries of a map by their keys, laid out when the map is first asked: a file with many faults asks often. */
function entriesOf(map: YAMLMap, known: WeakMap<YAMLMap, Entries>): Entries {
  const before = known.get(map);
  if (before) return before;
  const entries = new Map<string, Pair<Node, Node | null>>();
  for (const pair of map.items as Pair<Node, Node | null>[])
    if (isScalar(pair.key)) entries.set(String(pair.key.value), pair);
  known.set(map, entries);
  return entries;
}

/** The key of a map entry stands for its value, because authors look for the key. */
function nodeAt(root: Node | null, path: readonly (string | number)[], known: WeakMap<YAMLMap, Entries>): Node | null {
  let node: Node | null = root;
  let found: Node | null = root;
  for (const step of path) {
    if (isMap(node)) {
      const pair = entriesOf(node as YAMLMap, known).get(String(step));
      if (!pair) break;
      found = pair.key as Node;
      node = pair.value as Node | null;
    } else if (isSeq(node) && typeof step === 'number') {
      node = (node.items[step] as Node | undefined) ?? null;
      if (!node) break;
      found = node;
    } else break;
  }
  return found;
}

/** How deep a document nests. Nothing is spread, because a list may have hundreds of thousands of items. */
function depthOf(node: unknown): number {
  const children = isMap(node) ? node.items.map((pair) => pair.value) : isSeq(node) ? node.items : [];
  return children.reduce<number>((deepest, child) => Math.max(deepest, 1 + depthOf(child)), 1);
}
