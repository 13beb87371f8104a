import { describe, expect, it } from 'vitest';
import { groundOf } from '#case/debrief/model/sentence-grounds.ts';
import { explainLine } from '#case/debrief/screens/explain-line.ts';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { decision } from '../../../../support/case/debrief/example-report.ts';
import { SENTENCE_MESSAGES } from '../../../../support/i18n/debrief-messages.ts';

const cited = (code: string) => ({ code, mark: 'V', says: `It is in ${code}.` }) as const;
const finding = (reason: string, locator: string, code: string): Finding => ({
  kind: 'miss',
  at: { locator },
  reason,
  sources: [cited(code)],
});
const codes = ({ sources }: ReturnType<typeof explainLine>) => sources.map(({ code }) => code);
const said = (id: string, params: Readonly<Record<string, string | number>> = {}, events: readonly number[] = []) => ({
  sentence: { id, params, events },
});

describe('explainLine', () => {
  it('takes the reason and the sources of the rated steps among the entries that a sentence names, and of no other', () => {
    const path = [
      { ...decision('d1', 'b', 'harmful'), seq: 4, sources: [cited('ONE')] },
      { ...decision('d2', 'a', 'good'), seq: 7, sources: [cited('TWO')] },
    ];
    const why = explainLine(said('case.harm.one', { step: 'd1' }, [4, 5]), { path, findings: [] }, KINDS);

    expect(why.steps.map(({ state }) => state)).toEqual(['d1']);
    expect(codes(why)).toEqual(['ONE']);
    expect(why.ground).toBe('key');
  });

  it('takes the sources of findings about the same thing, and not of findings about another place', () => {
    const findings = [
      finding('ledger.named.innocent', 'account:W21', 'HERE'),
      finding('ledger.named.innocent', 'account:W22', 'THERE'),
      finding('letter.sequence', 'order', 'ORDER'),
      finding('letter', 'x', 'PREFIX'),
    ];
    const report = { path: [], findings };

    expect(codes(explainLine(said('ledger.named.innocent', { account: 'W21' }), report, KINDS))).toEqual(['HERE']);
    expect(codes(explainLine(said('letter.sequence.after'), report, KINDS))).toEqual(['ORDER', 'PREFIX']);
    expect(codes(explainLine(said('letters.none'), report, KINDS))).toEqual([]);
  });

  it('names a passage once, however many findings rest on it', () => {
    const findings = [finding('a.b', 'x', 'SAME'), finding('a.b', 'y', 'SAME')];

    expect(codes(explainLine(said('a.b'), { path: [], findings }, KINDS))).toEqual(['SAME']);
  });

  it('names the signs that the sentence names', () => {
    expect(explainLine(said('find.most-missed', { sign: 'shared-phone' }), undefined, KINDS).signs).toEqual([
      'shared-phone',
    ]);
    expect(explainLine(said('x', { signs: 'one, two' }), undefined, KINDS).signs).toEqual(['one', 'two']);
  });
});

describe('groundOf', () => {
  it('knows every sentence of every kind, of the case and of the first page', () => {
    const ids = KIND_SAYS.entries().flatMap(([, { sentences: own }]) => own.map(({ id }) => id));

    for (const id of [...ids, 'case.red', 'keep.safe', 'change.red', 'next.practise'])
      expect(groundOf(id, KINDS)).toBeDefined();
    expect(Object.keys(SENTENCE_MESSAGES).filter((id) => groundOf(id, KINDS) !== undefined).length).toBeGreaterThan(
      200,
    );
  });

  it('tells what only repeats the log from what is compared with the truth', () => {
    expect(groundOf('ledger.nothing', KINDS)?.ground).toBe('log');
    expect(groundOf('ledger.named.innocent', KINDS)?.ground).toBe('truth');
    expect(groundOf('court.rows', KINDS)?.ground).toBe('key');
    expect(groundOf('errors.none', KINDS)?.ground).toBe('rule');
  });
});
