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
} from 'yaml';
import { type Fault, wordsOfSlip } from './fault.ts';

/** Maximum faults kept; a screen may show fewer and say so. */
const MAX_FAULTS = 1_000;

/** As a key in JavaScript this would change the prototype of the object. */
const RESERVED_KEY = '__proto__';

/** A parsed text, its faults, and the function that maps offsets to positions. */
export interface ParsedText {
  readonly document: Document;
  readonly faults: readonly Fault[];
  placeOf(offset: number): { readonly line: number; readonly column: number };
}

/**
 * Parses YAML 1.2 with the core schema and reports what prevents its use: syntax faults or, if there are none, features
 * that YAML allows and an authored file does not need.
 */
export function parseYaml(text: string): ParsedText {
  const lines = new LineCounter();
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const options = { version: '1.2', schema: 'core', strict: true, uniqueKeys: false, prettyErrors: false } as const;
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const slips = [...document.errors, ...document.warnings].map((slip) => ({
    code: 'yaml.syntax',
    params: { said: wordsOfSlip(slip) },
    offset: slip.pos[0],
  }));
  const found = slips.length > 0 ? slips : unwanted(document);
  const faults = found
    .slice(0, MAX_FAULTS)
    .map(({ code, params, offset }): Fault => ({ code, params, ...placeOf(offset) }));
  return { document, faults, placeOf };
}

interface Unwanted {
  readonly code: string;
  readonly params: Fault['params'];
  readonly offset: number;
}

/**
 * Features that YAML allows and an authored file does not need: aliases, which can expand exponentially, keys that are
 * not plain text, are empty or duplicated, and the one key that is not data in JavaScript.
 */
function unwanted(document: Document): Unwanted[] {
  const found: Unwanted[] = [];
  const add = (code: string, params: Fault['params'], node: Node) =>
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
        const name = String(key.value ?? '');
        if (name.trim() === '') {
          add('yaml.empty-name', {}, key);
          continue;
        }
        if (name === RESERVED_KEY) add('yaml.reserved-key', { key: name }, key);
        if (keys.has(name)) add('yaml.duplicate-key', { key: name }, key);
        keys.add(name);
      }
    },
  });
  return found;
}

/** True if a field or an item starts at that position. */
export function beginsAt({ document, placeOf }: ParsedText, line: number, column: number): boolean {
  const isHere = (node: unknown) => {
    const offset = (node as Node | null)?.range?.[0];
    if (offset === undefined) return false;
    const place = placeOf(offset);
    return place.line === line && place.column === column;
  };
  let found = false;
  visit(document, {
    Node: (_, node) => {
      if (isMap(node)) found ||= (node.items as Pair[]).some(({ key }) => isScalar(key) && isHere(key));
      else if (isSeq(node)) found ||= node.items.some(isHere);
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}
