import { describe, expect, it } from 'vitest';
import { type FindingCells, parseFindings } from '#market/platforms/model/parse-findings.ts';
import { FindingRowSchema } from '#market/platforms/model/schemas.ts';
import { aTestOf } from '../../../../support/market/platforms/a-moderation-test.ts';

const { log } = aTestOf({ editLeak: true });
const known = { sites: [{ id: 'varn-board', name: 'Varn Board', host: 'varn-board.example' }], log };
const [event = ''] = log.filter(({ card }) => card === 'TC3').map(({ id }) => id);

const rowsOf = (...cells: Readonly<Record<string, string>>[]): FindingCells[] =>
  cells.map((one, n) => ({ row: n + 2, cells: one }));
const good = { testCard: 'TC3', site: 'varn-board', finding: 'edit-leak', hours: '12.5', evidence: event };

const issuesOf = (...cells: Readonly<Record<string, string>>[]) => {
  const parsed = parseFindings(rowsOf(...cells), known);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, ...path]);
};

describe('parseFindings', () => {
  it('reads a row with any case and spacing of column names and any further columns', () => {
    const parsed = parseFindings(
      rowsOf(good, {
        'Test card': ' tc1 ',
        SITE: 'varn-board',
        Finding: 'none',
        Evidence: `${event} ; ${event}|`,
        remark: 'looked twice',
      }),
      known,
    );

    expect(parsed).toEqual({
      ok: true,
      value: [
        { testCard: 'TC3', site: 'varn-board', finding: 'edit-leak', hours: 12.5, evidence: [event], row: 2 },
        { testCard: 'TC1', site: 'varn-board', finding: 'none', evidence: [event, event], row: 3 },
      ],
    });
    for (const row of parsed.ok ? parsed.value : []) expect(FindingRowSchema.safeParse(row).error).toBeUndefined();
  });

  it.each([
    ['no rows', [], [['findings.empty']]],
    [
      'a column that is not there',
      [{ testCard: 'TC1', site: 'varn-board' }],
      [['findings.missing-column', 1, 'finding']],
    ],
    ['an unknown card', [{ ...good, testCard: 'TC15' }], [['findings.unknown-card', 2, 'testCard']]],
    ['an unknown site', [{ ...good, site: 'other' }], [['findings.unknown-site', 2, 'site']]],
    ['an unknown fault', [{ ...good, finding: 'bad' }], [['findings.unknown-fault', 2, 'finding']]],
    [
      'a fault named like a part of every object',
      [{ ...good, finding: 'toString' }],
      [['findings.unknown-fault', 2, 'finding']],
    ],
    ['an empty fault', [{ ...good, finding: '' }], [['findings.unknown-fault', 2, 'finding']]],
    ['hours in words', [{ ...good, hours: 'two days' }], [['findings.not-hours', 2, 'hours']]],
    ['hours below nothing', [{ ...good, hours: '-4' }], [['findings.not-hours', 2, 'hours']]],
    ['hours with a comma', [{ ...good, hours: '1,5' }], [['findings.not-hours', 2, 'hours']]],
    ['an unknown event', [{ ...good, evidence: `${event};E-9` }], [['findings.unknown-event', 2, 'evidence']]],
    ['the same finding twice', [good, good], [['findings.doubled', 3, 'finding']]],
    [
      'nothing found beside something',
      [good, { ...good, finding: 'none' }],
      [['findings.contradiction', 3, 'finding']],
    ],
  ] as const)('names %s', (_, cells, expected) => {
    expect(issuesOf(...cells)).toEqual(expected);
  });

  it('reports no conflict between unreadable rows', () => {
    expect(issuesOf({ ...good, finding: 'bad' }, { ...good, finding: 'bad' })).toEqual([
      ['findings.unknown-fault', 2, 'finding'],
      ['findings.unknown-fault', 3, 'finding'],
    ]);
  });

  it('reports all issues at once, each with its row', () => {
    expect(
      issuesOf(
        good,
        { ...good, testCard: 'x', site: 'y', hours: 'z' },
        { ...good, finding: 'w', evidence: 'v' },
        { ...good, finding: 'none' },
      ),
    ).toEqual([
      ['findings.unknown-card', 3, 'testCard'],
      ['findings.unknown-site', 3, 'site'],
      ['findings.not-hours', 3, 'hours'],
      ['findings.unknown-fault', 4, 'finding'],
      ['findings.unknown-event', 4, 'evidence'],
      ['findings.contradiction', 5, 'finding'],
    ]);
  });
});
