import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/builders/the-library.ts';
import { linesOf, rowsUnder } from '../support/readmes.ts';

const README = 'content/README.md';

describe(README, () => {
  it('says what each file and folder holds', () => {
    const named = rowsUnder(README, 'path').map(({ cells: [cell = ''] }) => cell.replaceAll('`', '').split('/')[0]);
    const there = readdirSync(join(ROOT, 'content')).filter((name) => !name.endsWith('.md'));

    expect([...new Set(named)].toSorted()).toEqual(there.toSorted());
  });

  it('names the command that writes each file which is never edited by hand', () => {
    const measured = linesOf(README).find(({ text }) => text.startsWith('Five files are measured'));

    expect(measured?.text).toMatch(/never edited by hand/);
    const commands = linesOf('scripts/README.md')
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    for (const file of [
      'content/indicators/weights.yaml',
      'content/parallel-tests.yaml',
      'content/bench/realism.json',
      'content/genres/realism.yaml',
    ])
      expect(commands).toContain(`writes \`${file}\``);
  });
});
