import { expect, it } from 'vitest';
import { required } from '#kernel/model/invariant.ts';
import { printBench, verdictOn } from '../../../scripts/public-bench/print-bench.ts';
import { aResult } from '../../support/bench/a-result.ts';

function printed(result: Parameters<typeof printBench>[1]): string {
  let text = '';
  printBench({ out: (part: string) => (text += part) } as never, result);
  return text;
}

it('a printed result says how many flags a row made, and that a tool flags nobody in place of its gaps', () => {
  const result = aResult('a', { tracks: ['page', 'fairness'], silent: [0, 1, 2] });
  const { all, false: wrong } = required(result.tracks[0]?.rows[1]?.tables[0]?.flags, 'flags');
  const text = printed(result);

  expect(text).toMatch(/^ +area under curve .* flags \(false\)$/m);
  expect(text).toMatch(/^tool .* flags nobody$/m);
  expect(text.match(new RegExp(`^signs .* ${all} \\(${wrong}\\)$`, 'gm'))).toHaveLength(4);
  expect(text.match(/^tool {5}flags nobody$/gm)).toHaveLength(3);
  expect(text).toMatch(
    /^3 gaps compared with chance, \d larger\. Of 20 gaps .*, about one is larger by chance alone\.$/m,
  );
});

it.each(['closed', 'open'] as const)('a printed result under the rules %s says what they allow', (rules) => {
  expect(printed(aResult('a', { rules }))).toMatch(
    new RegExp(`^rules ${rules}: .+\\. This is the word of whoever ran the tool\\. Nobody checks it\\.$`, 'm'),
  );
});

it('a printed mean over several settings says that it is no total', () => {
  const result = aResult('a');
  const { tables } = required(result.tracks[0]?.rows[0], 'row');
  tables.push({ ...required(tables[0], 'table'), profile: 'all' });

  expect(printed(result)).toContain('all profiles, 3 markets: a mean over markets of several settings, no total\n');
});

it('a tool that flags every ad has a gap of 0 within chance, and false flags', () => {
  const none = { value: 0, low: 0, high: 0.01, markets: 3 };
  const gap = { attribute: 'gender', gap: none, byChance: { median: 0, high: 0 } };

  expect(verdictOn(gap, { all: 90, false: 60 })).toBe('within chance');
  expect(verdictOn(gap, { all: 30, false: 0 })).toBe('no false flag');
});
