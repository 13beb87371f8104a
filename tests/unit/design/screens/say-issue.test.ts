import { describe, expect, it } from 'vitest';
import { sayIssue } from '#design/screens/say-issue.ts';
import type { Issue } from '#kernel/model/issue.ts';
import ofCourt from '#words/kinds/courtroom/about.json' with { type: 'json' };
import { printIssue } from '../../../../scripts/command/print-issue.ts';

const anIssue = (code: string, params: Issue['params']): Issue => ({ code, severity: 'error', path: [], params });

describe('an issue', () => {
  const known = anIssue('schema.missing', { field: 'id' });
  const unknown = anIssue('tally.no-order', { field: 'brief.order', least: 4 });

  it('is said in words', () => {
    expect(sayIssue(known, {})).toContain('"id"');
    expect(printIssue(known)).toBe(`:1:1 schema.missing ${sayIssue(known, {})}`);
  });

  it('of a kind is said in the words of the kind, in the form that goes with its number', () => {
    const words = {
      'issue.tally.no-order': 'There is no order at {field}. Give at least {least}.',
      'issue.tally.blanks': 'Write {needs} blanks.',
      'issue.tally.blanks.one': 'Write 1 blank.',
    };

    expect(sayIssue(unknown, words)).toBe('There is no order at brief.order. Give at least 4.');
    expect([1, 2].map((needs) => sayIssue(anIssue('tally.blanks', { needs }), words))).toEqual([
      'Write 1 blank.',
      'Write 2 blanks.',
    ]);
    expect(sayIssue(known, words)).toBe(sayIssue(known, {}));
    expect(printIssue(anIssue('bundle.no-answer', { kind: 'motion', id: 'm' }))).toContain(
      ofCourt['issue.bundle.no-answer'].replace('{kind}', 'motion').replace('{id}', 'm'),
    );
  });

  it('is said by its code and its values where there are no words', () => {
    expect(sayIssue(unknown, {})).toBe('tally.no-order (field: brief.order, least: 4)');
    expect(sayIssue(anIssue('tally.none', {}), {})).toBe('tally.none');
    expect(printIssue(unknown)).toBe(':1:1 tally.no-order (field: brief.order, least: 4)');
  });
});
