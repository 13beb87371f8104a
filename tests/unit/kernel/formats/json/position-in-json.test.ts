import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionInJson } from '#kernel/formats/json/position-in-json.ts';

type Path = (string | number)[];

/** Every path into a value, with what stands there. */
function places(value: unknown, path: Path = []): [Path, unknown][] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    [path, value],
    ...inside.flatMap(([key, item]) => places(item, [...path, Array.isArray(value) ? Number(key) : key])),
  ];
}

describe('a place in a JSON text', () => {
  it('is where the value begins, with any whitespace', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2, '\t'), (written, space) => {
        const value: unknown = JSON.parse(JSON.stringify(written));
        const text = JSON.stringify(value, null, space);
        const lines = text.split('\n');
        for (const [path, item] of places(value)) {
          const { line, column } = positionInJson(text, 'a.json', path);
          const rest = [(lines[line - 1] ?? '').slice(column - 1), ...lines.slice(line)].join('\n');
          const depth = path.length;
          const expected = JSON.stringify(item, null, space).replaceAll(
            '\n',
            `\n${(space === 2 ? '  ' : '\t').repeat(depth)}`,
          );
          expect(rest.startsWith(expected)).toBe(true);
        }
      }),
    );
  });

  it('is that of the nearest parent where the path leads nowhere', () => {
    const text = '{\n  "a": [1, {"b": 2}]\n}';

    expect(positionInJson(text, 'a.json', ['a', 1, 'b'])).toEqual({ file: 'a.json', line: 2, column: 18 });
    expect(positionInJson(text, 'a.json', ['a', 1, 'c'])).toEqual({ file: 'a.json', line: 2, column: 12 });
    expect(positionInJson(text, 'a.json', ['a', 7])).toEqual({ file: 'a.json', line: 2, column: 8 });
    expect(positionInJson(text, 'a.json', ['x', 'y'])).toEqual({ file: 'a.json', line: 1, column: 1 });
  });

  it('is found behind strings with brackets and quotation marks', () => {
    const text = '{"a":"}\\"]{","b":true}';

    expect(positionInJson(text, 'a.json', ['b'])).toEqual({
      file: 'a.json',
      line: 1,
      column: text.indexOf('true') + 1,
    });
  });
});
