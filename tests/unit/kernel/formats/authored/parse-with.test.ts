import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ScenarioSchema } from '#case/language/model/schemas.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';

const codesOf = (schema: z.ZodType, text: string) => {
  const parsed = parseWith(schema, text, 'a.yaml');
  return parsed.ok ? [] : parsed.issues.map(({ code }) => code);
};

describe('a text with YAML syntax errors', () => {
  it('gets its first errors reported, and the rest folded into the next one', () => {
    const parsed = parseWith(ScenarioSchema, '- @a\n'.repeat(500), 'a.yaml');
    const issues = parsed.ok ? [] : parsed.issues;

    expect(issues.map(({ position, code }) => `${position?.line} ${code}`)).toEqual([
      ...[1, 2, 3, 4, 5].map((line) => `${line} yaml.sign-at-start`),
      '6 yaml.syntax',
    ]);
    expect(issues.at(-1)?.follows).toMatchObject({ issues: { length: 494 }, sure: false });
  });
});

describe('a file with very many faults', () => {
  it.each([
    ['a list of wrong items', z.array(z.strictObject({ id: z.string() })), '- a\n'.repeat(20_000)],
    ['a map of unknown fields', ScenarioSchema, Array.from({ length: 3_000 }, (_, n) => `field${n}: 1`).join('\n')],
  ])('is refused with the first hundred and a word that there are more: %s', (_, schema, text) => {
    const codes = codesOf(schema, text);

    expect(codes).toHaveLength(101);
    expect(codes.at(-1)).toBe('file.more-issues');
  });

  it('reports each of up to a hundred faults', () => {
    expect(codesOf(z.array(z.number()), '- a\n'.repeat(100))).toEqual(Array(100).fill('schema.number'));
  });
});
