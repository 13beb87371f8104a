import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Issue, Parsed, Position } from '#kernel/model/issue.ts';
import { type Fault, wordsOfSlip } from './fault.ts';
import { findSlips, type SlipSearch } from './find-slips.ts';
import type { Mend } from './mend.ts';
import { proposeMends } from './propose-mends.ts';
import { refusedText } from './refused-text.ts';
import { beginsAt, parseYaml } from './yaml-faults.ts';
import { partsOf } from './yaml-lines.ts';

/** A YAML document as plain values, with the position of each value in the file. */
export interface YamlText {
  readonly value: unknown;
  /** The position of the value at that path, or of its nearest existing parent. */
  position(path: readonly (string | number)[]): Position;
  /** True if a field or an item starts there. */
  beginsAt(line: number, column: number): boolean;
  /** Harmless peculiarities of the file. */
  readonly warnings: readonly Issue[];
}

const MAX_DEPTH = 40;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Parses YAML 1.2 with the core schema: one document, unique plain keys, no aliases and no tags. Every fault becomes an
 * issue with its line and column; never throws, and refuses unparsed a text that would take long. If the line of the
 * author's slip is found, the issue is there, and the faults that follow from it are attached. `misfits` counts the
 * deviations of a value from the expected shape: of two mends that make a text valid, it decides which is more likely.
 */
export function readYaml(
  written: string,
  file: string,
  misfits: (value: unknown) => number = () => 0,
  faults: 'as-it-stands' | 'find-slips' = 'find-slips',
): Parsed<YamlText> {
  const hasMark = written.startsWith(BYTE_ORDER_MARK);
  const text = hasMark ? written.slice(1) : written;
  const issue = (code: string, params: Issue['params'], line: number, column: number): Issue => ({
    code,
    severity: 'error',
    path: [],
    params,
    position: { file, line, column },
  });
  const refused = refusedText(text);
  if (refused) return { ok: false, issues: [issue(refused.code, refused.params, refused.line, refused.column)] };
  try {
    const parsed = parseYaml(text);
    if (parsed.faults.length > 0) {
      const asTheyStand = parsed.faults.map(({ code, params, line, column }) => issue(code, params, line, column));
      const isSearched = faults === 'find-slips' && !isFarIn(text);
      const issues = isSearched ? slipsIn(text, parsed.faults, misfits, issue) : asTheyStand;
      return { ok: false, issues };
    }
    const { document, placeOf } = parsed;
    if (depthOf(document.contents) > MAX_DEPTH)
      return { ok: false, issues: [issue('yaml.too-deep', { limit: MAX_DEPTH }, 1, 1)] };
    const value: unknown = document.toJS();
    const known = new WeakMap<YAMLMap, Entries>();
    const position = (path: readonly (string | number)[]): Position => ({
      file,
      ...placeOf(nodeAt(document.contents, path, known)?.range?.[0] ?? 0),
    });
    const warn = (code: string, offset: number): Issue => {
      const { line, column } = placeOf(offset);
      return { ...issue(code, {}, line, column), severity: 'warning' };
    };
    const lineEnd = text.indexOf('\r');
    const warnings = [
      ...(hasMark ? [warn('yaml.byte-order-mark', 0)] : []),
      ...(lineEnd >= 0 ? [warn('yaml.line-ends', lineEnd)] : []),
    ];
    return {
      ok: true,
      value: { value, position, beginsAt: (line, column) => beginsAt(parsed, line, column), warnings },
    };
  } catch (error) {
    return { ok: false, issues: [issue('yaml.syntax', { said: wordsOfSlip(error) }, 1, 1)] };
  }
}

type NewIssue = (code: string, params: Issue['params'], line: number, column: number) => Issue;

/** The faults of a text as issues: each slip at its line, with the faults that follow from it attached. */
function slipsIn(
  text: string,
  faults: readonly Fault[],
  misfits: (value: unknown) => number,
  issue: NewIssue,
): Issue[] {
  const search: SlipSearch<Fault> = {
    propose: proposeMends,
    judge: (lines, mend) => judgeMend(lines, mend, misfits),
  };
  return findSlips(text, faults, search).map(({ code, params, line, column, mended, follows, sure }) => ({
    ...issue(code, params, line, column),
    ...(mended && { mended }),
    ...(follows.length > 0 && {
      follows: { issues: follows.map((one) => issue(one.code, one.params, one.line, one.column)), sure },
    }),
  }));
}

/** The remaining faults of a text after a mend; undefined if the moved line became part of a text. */
export function judgeMend(
  lines: readonly string[],
  { at, moves, guessed }: Mend,
  misfits: (value: unknown) => number,
): { readonly faults: readonly Fault[]; readonly misfits: number } | undefined {
  const parsed = parseYaml(lines.join('\n'));
  if (moves && !beginsAt(parsed, at + 1, partsOf(lines[at] ?? '').start + 1)) return undefined;
  if (parsed.faults.length > 0) return { faults: parsed.faults, misfits: 0 };
  const left = misfits(parsed.document.toJS());
  return guessed && left > 0 ? undefined : { faults: [], misfits: left };
}

/** No author indents so deep, and parsing it is slow: slips are not searched in such texts. */
const isFarIn = (text: string) => new RegExp(`^[ \\t]{${4 * MAX_DEPTH}}`, 'm').test(text);

type Entries = ReadonlyMap<string, Pair<Node, Node | null>>;

/** The entries of a map by key, cached on first use: a file with many faults asks often. */
function entriesOf(map: YAMLMap, known: WeakMap<YAMLMap, Entries>): Entries {
  const before = known.get(map);
  if (before) return before;
  const entries = new Map<string, Pair<Node, Node | null>>();
  for (const pair of map.items as Pair<Node, Node | null>[])
    if (isScalar(pair.key)) entries.set(String(pair.key.value), pair);
  known.set(map, entries);
  return entries;
}

/** The position of an entry's key stands for its value, because authors look for the key. */
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

/** Nesting depth of a document. No spread arguments, because a list may have hundreds of thousands of items. */
function depthOf(node: unknown): number {
  const children = isMap(node) ? node.items.map((pair) => pair.value) : isSeq(node) ? node.items : [];
  return children.reduce<number>((deepest, child) => Math.max(deepest, 1 + depthOf(child)), 1);
}
