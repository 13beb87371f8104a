import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Issue } from '#kernel/model/issue.ts';
import FindingsList from '#studio/screens/FindingsList.svelte';
import { KINDS } from '../../../support/builders/kinds.ts';

const at = (line: number) => ({ file: 'my-case/scenario.yaml', line, column: 1 });
const syntax = (line: number): Issue => ({
  code: 'yaml.syntax',
  severity: 'error',
  path: [],
  params: { said: 'a tab stands in front of the line' },
  position: at(line),
});
const SLIP: Issue = {
  code: 'yaml.missing-dash',
  severity: 'error',
  path: [],
  params: { key: 'id', blanks: 6 },
  position: at(12),
  mended: { line: 12, text: '      - id: b' },
  follows: { issues: [syntax(13), syntax(14)], sure: true },
};

const rendered = (issue: Issue) => render(FindingsList, { findings: [{ issue }], kinds: KINDS });

describe('a slip in the text of a case', () => {
  it('shows the corrected line, including its indentation', () => {
    const { container } = rendered(SLIP);

    expect(screen.getByText('Line 12 as it should read:')).toBeTruthy();
    expect(container.querySelector('pre')?.textContent).toBe('      - id: b');
  });

  it('folds the findings that follow from it', () => {
    rendered(SLIP);
    const fold = screen.getByText('2 more faults come from this one').closest('details') as HTMLDetailsElement;

    expect(fold.open).toBe(false);
    expect(within(fold).getByText(/my-case\/scenario\.yaml:13:1/)).toBeTruthy();
    expect(within(fold).getByText(/my-case\/scenario\.yaml:14:1/)).toBeTruthy();
  });

  it('claims no correction where it could not be tried', () => {
    rendered({ ...SLIP, follows: { issues: [syntax(13)], sure: false } });

    expect(screen.getByText('1 more fault may come from this one')).toBeTruthy();
  });

  it('leads to its line and to its scene', async () => {
    const goTo = vi.fn();
    const sceneOf = (id: string) => (id === 'message' ? { title: 'A question', href: '#scene' } : undefined);
    render(FindingsList, { findings: [{ issue: syntax(3), state: 'message' }], kinds: KINDS, goTo, sceneOf });
    await fireEvent.click(screen.getByRole('button', { name: 'Go to the line scenario.yaml:3:1' }));

    expect(goTo).toHaveBeenCalledWith(at(3));
    expect(screen.getByRole('link', { name: 'Open “A question”' }).getAttribute('href')).toBe('#scene');
  });

  it('is a plain sentence without a known line and without following findings', () => {
    const { container } = rendered(syntax(3));

    expect(container.querySelector('pre, details')).toBeNull();
  });
});
