import { describe, expect, it } from 'vitest';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';

const TEXT = `# A note before everything.
title: A case
stages:
  - { id: briefing, title: Briefing }
  -   id: find
      title: Find

states:
  'first scene':
    text: >-
      Two lines
      of text.
    options:
      - - deep
        - deeper
      - [flow, { of: flow }]
  7: seven
  empty:
`;

function read(text: string) {
  const parsed = readYaml(text, 'a.yaml');
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.issues)}`);
  return parsed.value;
}

function refused(text: string) {
  const parsed = readYaml(text, 'a.yaml');
  return parsed.ok
    ? []
    : parsed.issues.map(({ code, position }) => `${position?.file}:${position?.line}:${position?.column} ${code}`);
}

describe('a text that is read', () => {
  it('becomes plain values', () => {
    expect(read(TEXT).value).toEqual({
      title: 'A case',
      stages: [
        { id: 'briefing', title: 'Briefing' },
        { id: 'find', title: 'Find' },
      ],
      states: {
        'first scene': {
          text: 'Two lines of text.',
          options: [
            ['deep', 'deeper'],
            ['flow', { of: 'flow' }],
          ],
        },
        7: 'seven',
        empty: null,
      },
    });
  });

  it.each([
    ['the whole, where the first field begins', [], 2, 1],
    ['a field, at its name', ['title'], 2, 1],
    ['an item of a list', ['stages', 0], 4, 5],
    ['a field inside braces', ['stages', 0, 'title'], 4, 21],
    ['an item that is set far in', ['stages', 1], 5, 7],
    ['a field of such an item', ['stages', 1, 'title'], 6, 7],
    ['a name between quotation marks', ['states', 'first scene'], 9, 3],
    ['text of several lines, at its name', ['states', 'first scene', 'text'], 10, 5],
    ['a list in a list', ['states', 'first scene', 'options', 0], 14, 9],
    ['an item of a list in a list', ['states', 'first scene', 'options', 0, 1], 15, 11],
    ['a field in a list in brackets', ['states', 'first scene', 'options', 1, 1, 'of'], 16, 18],
    ['a name that is a number', ['states', '7'], 17, 3],
    ['a field without a value', ['states', 'empty'], 18, 3],
    ['a field that is not there, at its parent', ['states', 'first scene', 'stage'], 9, 3],
    ['an item that is not there, at its list', ['stages', 9], 3, 1],
    ['something below a plain value, at that value', ['title', 'of', 'what'], 2, 1],
  ] as const)('knows the place of %s', (_, path, line, column) => {
    expect(read(TEXT).position(path)).toEqual({ file: 'a.yaml', line, column });
  });

  it('keeps what YAML once took for yes, no and a time of day as text', () => {
    expect(read('a: no\nb: on\nc: 12:30\nd: 2031-03-12\ne: 0305\n').value).toEqual({
      a: 'no',
      b: 'on',
      c: '12:30',
      d: '2031-03-12',
      e: 305,
    });
  });

  it('may be a flat list of twenty thousand items', () => {
    expect((read('- a\n'.repeat(20_000)).value as unknown[]).length).toBe(20_000);
  });
});

describe('a text that is refused', () => {
  it.each([
    ['the same name twice, at the second', 'a: 1\nb: 2\na: 3\n', ['a.yaml:3:1 yaml.duplicate-key']],
    ['a name that is no data in a program', 'a: 1\n__proto__: 2\n', ['a.yaml:2:1 yaml.reserved-key']],
    ['a quotation mark that is never closed', 'a: 1\nb: "x\n', ['a.yaml:2:1 yaml.open-quote']],
    ['a second document', 'a: 1\n---\nb: 2\n', ['a.yaml:2:1 yaml.syntax']],
    ['an alias', 'a: &x 1\nb: *x\n', ['a.yaml:2:1 yaml.sign-at-start']],
    [
      'two aliases, each at its place',
      'a: &x 1\nb: *x\nc:\n  - *x\n',
      ['a.yaml:2:1 yaml.sign-at-start', 'a.yaml:4:3 yaml.sign-at-start'],
    ],
    ['a list for a name', 'a: 1\n? [b, c]\n: 2\n', ['a.yaml:2:3 yaml.syntax']],
    ['more characters than are read', `a: ${'x'.repeat(1_000_000)}`, ['a.yaml:1:1 yaml.too-large']],
    ['more marks than are read', `a: [${'1,'.repeat(60_001)}]`, ['a.yaml:1:1 yaml.too-many-parts']],
    ['more levels than are read', `${'['.repeat(60)}${']'.repeat(60)}`, ['a.yaml:1:1 yaml.too-deep']],
  ])('for %s', (_, text, lines) => {
    expect(refused(text)).toEqual(lines);
  });
});
