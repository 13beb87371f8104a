import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExpressionCompiler } from '#kernel/formats/cel/compile-expression.ts';

const YES_NO = [false, true];
const TRIES = [-2, -1, 0, 1, 2, 3];

/** Every combination of two facts and a number, as a case lays them out. */
const COMBINATIONS = YES_NO.flatMap((kept) => YES_NO.flatMap((told) => TRIES.map((tries) => ({ kept, told, tries }))));
type World = (typeof COMBINATIONS)[number];
const compile = createExpressionCompiler(COMBINATIONS);

const CONDITIONS: readonly [string, (world: World) => boolean][] = [
  ['kept', ({ kept }) => kept],
  ['!kept', ({ kept }) => !kept],
  ['kept && !told', ({ kept, told }) => kept && !told],
  ['kept || told && tries > 1', ({ kept, told, tries }) => kept || (told && tries > 1)],
  ['(kept || told) && tries > 1', ({ kept, told, tries }) => (kept || told) && tries > 1],
  ['kept == told', ({ kept, told }) => kept === told],
  ['kept != (tries >= 2)', ({ kept, tries }) => kept !== tries >= 2],
  ['tries % 2 == 0 ? kept : told', ({ kept, told, tries }) => (tries % 2 === 0 ? kept : told)],
  ['tries in [0, 2]', ({ tries }) => [0, 2].includes(tries)],
  ['!(tries < 1 || tries > 2)', ({ tries }) => !(tries < 1 || tries > 2)],
  ['true', () => true],
];

const NUMBERS: readonly [string, (world: World) => number][] = [
  ['tries', ({ tries }) => tries],
  ['tries + 1', ({ tries }) => tries + 1],
  ['tries * 2 - 3', ({ tries }) => tries * 2 - 3],
  ['-tries', ({ tries }) => 0 - tries],
  ['tries / 2', ({ tries }) => Math.trunc(tries / 2)],
  ['tries < 3 ? tries + 1 : 3', ({ tries }) => (tries < 3 ? tries + 1 : 3)],
  ['kept ? 1 : 0', ({ kept }) => (kept ? 1 : 0)],
];

describe('a formula of a case', () => {
  it.each(CONDITIONS)('%s is true in the situations in which it says so', (source, expected) => {
    const compiled = compile(source, 'bool');

    expect(compiled).toEqual({ ok: true, table: COMBINATIONS.map(expected) });
  });

  it.each(NUMBERS)('%s gives its number in every situation', (source, expected) => {
    const compiled = compile(source, 'int');

    expect(compiled).toEqual({ ok: true, table: COMBINATIONS.map((world) => expected(world) + 0) });
  });

  it('needs no variable', () => {
    expect(createExpressionCompiler([{}])('1 + 1 == 2', 'bool')).toEqual({ ok: true, table: [true] });
  });

  it.each([
    ['a number for a yes or no', 'tries + 1', 'bool', /it gives int, not bool/],
    ['a yes or no for a number', 'kept && told', 'int', /it gives bool, not int/],
    ['text for a yes or no', '"kept"', 'bool', /it gives string, not bool/],
    ['a number beside a yes or no', 'kept && tries', 'bool', /./],
    ['a name that nobody declared', 'kept && lost', 'bool', /lost/],
    ['a name that every object has', 'constructor', 'bool', /constructor/],
    ['a field of a yes or no', 'kept.constructor', 'bool', /./],
    ['a call of something unknown', 'fetch("x")', 'bool', /fetch/],
    ['an open bracket', '(kept', 'bool', /./],
    ['words', 'when the ads are kept', 'bool', /./],
    ['nothing', '', 'bool', /./],
    ['blanks', '   ', 'bool', /./],
    ['the writing of another language', 'kept === told', 'bool', /./],
    ['a division by nothing', 'tries / 0 == 1', 'bool', /./],
    ['a number beyond all counting', '9223372036854775807 + tries', 'int', /./],
    ['a thousand brackets', `${'('.repeat(5000)}kept${')'.repeat(5000)}`, 'bool', /./],
  ] as const)('with %s is refused in words', (_, source, type, said) => {
    const compiled = compile(source, type);

    expect(compiled).toEqual({ ok: false, said: expect.stringMatching(said) });
    expect(!compiled.ok && compiled.said).not.toMatch(/\n/);
  });
});

/** Any expression of CEL, with all that a case may not ask for: functions, macros, fields, times, maps, bytes. */
const anyExpression = fc.letrec<{ whole: string }>((tie) => ({
  whole: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'kept',
      'told',
      'tries',
      'true',
      '0',
      '3',
      '-1',
      '"x"',
      '1.5',
      '2u',
      'null',
      'b"x"',
      'constructor',
      'int',
      '[]',
      '{}',
    ),
    fc
      .tuple(
        tie('whole'),
        fc.constantFrom('&&', '||', '==', '!=', '<', '>=', '+', '-', '*', '/', '%', 'in'),
        tie('whole'),
      )
      .map((parts) => parts.join(' ')),
    tie('whole').map((inner) => `(${inner})`),
    tie('whole').map((inner) => `!${inner}`),
    fc.tuple(tie('whole'), tie('whole'), tie('whole')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.array(tie('whole'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
    fc
      .tuple(fc.constantFrom('size', 'dyn', 'type', 'string', 'timestamp', 'has', 'now'), tie('whole'))
      .map(([name, inner]) => `${name}(${inner})`),
    fc
      .tuple(tie('whole'), fc.constantFrom('all', 'exists', 'map', 'filter'), tie('whole'))
      .map(([a, name, b]) => `${a}.${name}(x, ${b})`),
    fc
      .tuple(tie('whole'), fc.constantFrom('.constructor', '.size()', '[0]', '.matches("(a+)+$")', '.__proto__'))
      .map((parts) => parts.join('')),
  ),
})).whole;

describe('an accepted formula', () => {
  it('consists of its variables, literals and operators, and has a value in every situation', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyExpression, (source) => {
        const compiled = compile(source, 'bool');
        if (!compiled.ok) return;
        accepted++;
        const names = source.replaceAll(/"[^"]*"/g, '').match(/[A-Za-z_]\w*/g) ?? [];

        expect(names.filter((name) => !['kept', 'told', 'tries', 'true', 'in'].includes(name))).toEqual([]);
        expect(source).not.toMatch(/[\w)\]]\.[a-z]|[\w)\]]\[|\w\(|\{/);
        expect(compiled.table).toHaveLength(COMBINATIONS.length);
        expect(compiled.table.every((value) => typeof value === 'boolean')).toBe(true);
      }),
      { numRuns: 3_000 },
    );

    expect(accepted).toBeGreaterThan(30);
  });

  it.each([
    ['longer than anybody reads', `kept${' || kept'.repeat(100)}`],
    ['of hundreds of signs', `kept${'||kept'.repeat(70)}`.replaceAll('kept', '0<1')],
    ['with a list as long as a book', `tries in [${Array(200).fill(1).join(',')}]`],
    ['that goes through a list in a list in a list', '[1,2].all(a, [1,2].all(b, [1,2].all(c, a + b + c > 0)))'],
    ['that asks a text for a pattern', '"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("(a+)+$")'],
    ['that asks for the time', 'timestamp("2031-01-01T00:00:00Z") < timestamp("2032-01-01T00:00:00Z")'],
    ['that builds a map', '{"a": true}["a"]'],
  ])('is none %s', (_, source) => {
    expect(compile(source, 'bool')).toEqual({ ok: false, said: expect.stringMatching(/./) });
  });
});
