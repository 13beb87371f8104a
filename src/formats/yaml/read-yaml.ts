import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  YAMLParseError,
} from 'yaml';
import type { Issue, Parsed, Position } from '#core/kernel/issue.ts';

/** A YAML document as plain values, and where each of them stands in its file. */
export interface YamlText {
  readonly value: unknown;
  /** The place of the value at that path, or of its nearest parent that exists. */
  position(path: readonly (string | number)[]): Position;
}

/** Larger texts are refused unread: no authored file comes near it. */
const MAX_CHARACTERS = 1_000_000;
const MAX_DEPTH = 40;

/**
 * Reads YAML 1.2 with the core schema, one document, unique plain keys, no aliases. Every fault becomes an issue with its
 * line and column; nothing throws.
 */
export function readYaml(text: string, file: string): Parsed<YamlText> {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refuse = (code: string, params: Issue['params'], offset = 0): Issue => ({
    code,
    severity: 'error',
    path: [],
    params,
    position: place(offset),
  });
  if (text.length > MAX_CHARACTERS) return { ok: false, issues: [refuse('yaml.too-large', { limit: MAX_CHARACTERS })] };

  try {
    const options = { version: '1.2', schema: 'core', strict: true, uniqueKeys: true, prettyErrors: false } as const;
    const document = parseDocument(text, { ...options, lineCounter: lines });
    if (document.errors.length > 0) {
      const issues = document.errors.map((error) => refuse('yaml.syntax', { said: saidBy(error) }, error.pos[0]));
      return { ok: false, issues };
    }
    if (depthOf(document.contents) > MAX_DEPTH)
      return { ok: false, issues: [refuse('yaml.too-deep', { limit: MAX_DEPTH })] };
    const faults = unwanted(document).map(({ said, offset }) => refuse('yaml.syntax', { said }, offset));
    if (faults.length > 0) return { ok: false, issues: faults };
    const value: unknown = document.toJS();
    const position = (path: readonly (string | number)[]) => place(nodeAt(document.contents, path)?.range?.[0] ?? 0);
    return { ok: true, value: { value, position } };
  } catch (error) {
    return { ok: false, issues: [refuse('yaml.syntax', { said: saidBy(error) })] };
  }
}

function saidBy(error: unknown): string {
  if (error instanceof YAMLParseError && error.code === 'MULTIPLE_DOCS') return 'it holds more than one document';
  const message = error instanceof Error ? error.message : 'it cannot be read';
  return (message.split('\n')[0] ?? '').replace(/\.$/, '');
}

/** What YAML allows and an authored file does not need: aliases, which can blow up a small text, and keys that are no plain text. */
function unwanted(document: Document): { said: string; offset: number }[] {
  const found: { said: string; offset: number }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      found.push({
        said: `*${alias.source} repeats another part, which is not read here`,
        offset: alias.range?.[0] ?? 0,
      });
    },
    Pair: (_, { key }) => {
      if (!isCollection(key)) return;
      found.push({ said: 'a key has to be plain text', offset: key.range?.[0] ?? 0 });
    },
  });
  return found;
}

/** The key of a map entry stands for its value, because authors look for the key. */
function nodeAt(root: Node | null, path: readonly (string | number)[]): Node | null {
  let node: Node | null = root;
  let found: Node | null = root;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
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
