import { describe, expect, it } from 'vitest';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { runRows } from '#room/paper/screens/run-rows.ts';
import { caseOnPaper } from '#room/paper/use-cases/case-on-paper.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT } from '../support/builders/the-library.ts';

const loaded = loadProject(PROJECT, KINDS);
if (!loaded.ok) throw new Error('The shipped files do not load.');
const CASES = loaded.value.cases.map((one) => [one.source.id, one] as const);

describe.each(CASES)('%s on paper', (_, shipped) => {
  const paper = caseOnPaper(shipped);

  it('has a sheet for 180 minutes, and for 90 and 45', () => {
    expect(paper.lengths.map(({ length, offered }) => [length, offered])).toEqual([
      [180, true],
      [90, true],
      [45, true],
    ]);
  });

  it('keeps a third for the debrief, and says of every part what to do', () => {
    for (const one of paper.lengths) {
      if (!one.offered) continue;
      expect(one.plan.debrief).toBeGreaterThanOrEqual(one.length / 3);
      expect(one.plan.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(one.length);
      for (const row of runRows(paper, one)) {
        expect(row.say).not.toBe('');
        expect(`${row.part} ${row.what ?? ''} ${row.say} ${row.release}`).not.toMatch(/\{|undefined/);
      }
    }
  });

  it('has a cut for 45 minutes whose decisions all stand on the team sheet', () => {
    const short = paper.lengths.find(({ length }) => length === 45);

    expect(short?.offered && short.sheet.left).toEqual([]);
  });
});
