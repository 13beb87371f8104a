import { describe, expect, it } from 'vitest';
import { sayIssue } from '#design/screens/say-issue.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { printIssue } from '../../../../scripts/command/print-issue.ts';

const anIssue = (code: string, params: Issue['params']): Issue => ({ code, severity: 'error', path: [], params });

describe('an issue', () => {
  const known = anIssue('schema.missing', { field: 'id' });
  const unknown = anIssue('tally.no-order', { field: 'brief.order', least: 4 });

  it('is said in words', () => {
    expect(sayIssue(known)).toContain('"id"');
    expect(printIssue(known)).toBe(`:1:1 schema.missing ${sayIssue(known)}`);
  });

  it('is said by its code and its values where there are no words', () => {
    expect(sayIssue(unknown)).toBe('tally.no-order (field: brief.order, least: 4)');
    expect(sayIssue(anIssue('tally.none', {}))).toBe('tally.none');
    expect(printIssue(unknown)).toBe(':1:1 tally.no-order (field: brief.order, least: 4)');
  });
});
