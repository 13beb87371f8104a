import { describe, expect, it } from 'vitest';
import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';

function* many(count: number): Generator<Issue> {
  for (let n = 1; n <= count; n++)
    yield { code: 'a.b', severity: 'error', path: ['file', n], params: { name: 'file' } };
}

describe('the first of many issues', () => {
  it('are all of them where they are few', () => {
    expect(firstIssues(many(200), 'a.more')).toEqual([...many(200)]);
    expect(firstIssues([], 'a.more')).toEqual([]);
  });

  it('are followed by how many more there are', () => {
    const found = firstIssues(many(100_000), 'a.more');

    expect(found).toHaveLength(201);
    expect(found.at(-1)).toMatchObject({ code: 'a.more', severity: 'error', params: { name: 'file', more: 99_800 } });
  });
});
