import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editYaml } from '#studio/codec/edit-yaml.ts';
import { applyEdit, type Edit, type EditPath, type FileValue } from '#studio/model/edit.ts';
import { inFull } from '../../../support/in-full.ts';

/** Every file of every shipped case. */
const FILES = readdirSync('scenarios', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(`scenarios/${name}`).map((file) => `scenarios/${name}/${file}`))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** Two edits of each file at every save, and many before an issue is closed. */
const RUNS = inFull(60, 2);

/** All paths of a value, those of lists and maps among them, without the path of the whole. */
function pathsIn(value: FileValue, at: EditPath = []): { at: EditPath; value: FileValue }[] {
  const inside: [string | number, FileValue][] = Array.isArray(value)
    ? [...value.entries()]
    : value !== null && typeof value === 'object'
      ? Object.entries(value)
      : [];
  return inside.flatMap(([step, held]) => [{ at: [...at, step], value: held }, ...pathsIn(held, [...at, step])]);
}

const prose = fc.oneof(
  fc.constantFrom(
    'A short text.',
    'Two lines\nof a text.',
    'It\'s "quoted": a colon, # a hash - and a dash.',
    '- begins with a dash',
    '{ brackets }, [commas]',
    'yes',
    '0302',
    'null',
    '!kept && asked',
    'Ends with a blank ',
    'A paragraph that is longer than a line of the file may be, so that it has to be folded where it is written, word by word.\nAnd a second one.',
    'ünïcode, 文字, emoji 🙂 and a tab\tinside',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const field: fc.Arbitrary<FileValue> = fc.oneof(
  prose,
  fc.integer({ min: -5, max: 5000 }),
  fc.boolean(),
  fc.record({ id: fc.constantFrom('a', 'b'), text: prose, minutes: fc.nat(90), next: fc.constant('here') }),
  fc.array(fc.record({ when: prose, next: fc.constant('there') }), { maxLength: 3 }),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.integer({ min: -2, max: 2 }), { maxKeys: 3 }),
);

/** An edit that fits a value: one drawn number chooses the place, another what is done there. */
function anEdit(value: FileValue): fc.Arbitrary<Edit> {
  const paths = pathsIn(value);
  return fc
    .record({
      n: fc.nat(paths.length - 1),
      act: fc.nat(5),
      field,
      key: fc.constantFrom('added', 'note', 'hints'),
      to: fc.nat(4),
    })
    .map(({ n, act, field: put, key, to }): Edit => {
      const { at, value: held } = paths[n] as { at: EditPath; value: FileValue };
      const file = 'scenario.yaml';
      const inList = typeof at.at(-1) === 'number';
      if (act === 1) return { do: 'remove', file, at };
      if (act === 2 && inList) return { do: 'insert', file, at, value: put };
      if (act === 3 && inList) {
        const list = at
          .slice(0, -1)
          .reduce<FileValue>((part, step) => (part as Record<string, FileValue>)[step] as FileValue, value);
        return { do: 'move', file, at, to: Math.min(to, (list as readonly FileValue[]).length - 1) };
      }
      if (act === 4 && held !== null && typeof held === 'object' && !Array.isArray(held))
        return { do: 'set', file, at: [...at, key], value: put, after: ['text', 'title', 'type'] };
      return { do: 'set', file, at, value: put };
    });
}

/** Comments of a text, in order. */
const commentsOf = (text: string) => text.split('\n').filter((line) => line.trimStart().startsWith('#'));

describe('an edited file', () => {
  it.each(FILES)('says what the edit says, and nothing else: $path', ({ text }) => {
    const value = parse(text) as FileValue;
    fc.assert(
      fc.property(anEdit(value), (edit) => {
        expect(parse(editYaml(text, edit))).toEqual(applyEdit(value, edit));
      }),
      { numRuns: RUNS },
    );
  });

  it.each(FILES)('keeps every byte outside the entry that was edited: $path', ({ text }) => {
    const value = parse(text) as Record<string, FileValue>;
    fc.assert(
      fc.property(anEdit(value), (edit) => {
        const edited = editYaml(text, edit);
        // The widest part that an edit may touch is the scene, decision or item below the first field.
        const parts = topParts(text);
        const touched = String(edit.at[0]);
        for (const [name, part] of parts) if (name !== touched) expect(edited).toContain(part);
        const inner = innerParts(parts.get(touched) ?? '');
        const second = edit.at.length > 2 ? String(edit.at[1]) : undefined;
        if (second !== undefined && typeof edit.at[1] === 'string')
          for (const [name, part] of inner) if (name !== second) expect(edited).toContain(part);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps comments and order where a field is set, whatever stands around it', () => {
    const text =
      '# Head.\na: 1 # one\n# Of b.\nb:\n  # Inside.\n  - x # first\n  - y\n\n# Tail.\nc: { d: 1, e: two } # three\n';
    const edited = [
      { do: 'set', file: 'f', at: ['a'], value: 'a longer text, with a comma' },
      { do: 'set', file: 'f', at: ['b', 1], value: 'z' },
      { do: 'set', file: 'f', at: ['c', 'd'], value: 2 },
      { do: 'insert', file: 'f', at: ['b', 2], value: 'w' },
    ].reduce((now, edit) => editYaml(now, edit as Edit), text);

    expect(edited).toBe(
      '# Head.\na: "a longer text, with a comma" # one\n# Of b.\nb:\n  # Inside.\n  - x # first\n  - z\n  - w\n\n# Tail.\nc: { d: 2, e: two } # three\n',
    );
    expect(commentsOf(edited)).toEqual(commentsOf(text));
  });

  it('takes a comment along with the entry above which it stands', () => {
    const text = 'list:\n  # Of the first.\n  - one\n  # Of the second.\n  - two\n  - three\n';

    expect(editYaml(text, { do: 'remove', file: 'f', at: ['list', 1] })).toBe(
      'list:\n  # Of the first.\n  - one\n  - three\n',
    );
    expect(editYaml(text, { do: 'move', file: 'f', at: ['list', 1], to: 2 })).toBe(
      'list:\n  # Of the first.\n  - one\n  - three\n  # Of the second.\n  - two\n',
    );
  });

  it('writes a long text folded, a short map between brackets, and ends of lines as they are', () => {
    const text = 'a: 1\r\nb: 2\r\n';
    const long = 'word '.repeat(40).trim();
    const edited = editYaml(text, { do: 'set', file: 'f', at: ['c'], value: { says: 'x', mark: 'V' } });

    expect(edited).toBe('a: 1\r\nb: 2\r\nc: { says: x, mark: V }\r\n');
    expect(editYaml('a: 1\n', { do: 'set', file: 'f', at: ['a'], value: long })).toMatch(
      /^a: >-\n {2}word .{80,}\n {2}word/,
    );
  });

  it('refuses a place that does not exist, and a text that is no YAML', () => {
    expect(() => editYaml('a: 1\n', { do: 'remove', file: 'f', at: ['b'] })).toThrow(RangeError);
    expect(() => editYaml('a: 1\n', { do: 'set', file: 'f', at: ['b', 'c'], value: 1 })).toThrow(RangeError);
    expect(() => editYaml('a: [1\n', { do: 'set', file: 'f', at: ['a'], value: 1 })).toThrow(RangeError);
  });
});

/** The source of each field of a file, by name. */
const topParts = (text: string) => partsAt(text, 0);
const innerParts = (text: string) => partsAt(text.slice(text.indexOf('\n') + 1), 2);

function partsAt(text: string, indent: number): Map<string, string> {
  const parts = new Map<string, string>();
  const head = new RegExp(`^ {${indent}}([A-Za-z][\\w-]*):`);
  let name: string | undefined;
  let lines: string[] = [];
  const close = () => {
    // Comments and empty lines at the end of a part belong to the one below.
    while (lines.length > 0 && /^\s*(#|$)/.test(lines.at(-1) ?? '')) lines.pop();
    if (name !== undefined) parts.set(name, lines.join('\n'));
  };
  for (const line of text.split('\n')) {
    const found = head.exec(line);
    if (found) {
      close();
      name = found[1];
      lines = [];
    }
    lines.push(line);
  }
  close();
  return parts;
}
