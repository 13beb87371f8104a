import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Standing from '#case/play/screens/decision/Standing.svelte';

test('the standing is shown in words, in full and as one line that unfolds', () => {
  const words = { safety: 'safer', trust: 'growing', say: 'unchanged', evidence: 'at risk', law: 'unchanged' };
  render(Standing, { props: { words, facts: [{ name: 'Request to keep', value: 'not sent' }] } });
  expect(document.querySelector('summary')?.textContent).toContain('safety safer, trust growing, evidence at risk');
  expect(screen.getAllByText('not sent')).toHaveLength(2);
  expect(document.body.textContent).not.toMatch(/\d/);
});

test('a case in which no page and no data can be kept says nothing of evidence', () => {
  const words = { safety: 'safer', trust: 'growing', say: 'unchanged', law: 'unchanged' };
  render(Standing, { props: { words, facts: [] } });
  expect(document.querySelector('summary')?.textContent).toContain('safety safer, trust growing');
  expect(document.body.textContent).not.toMatch(/evidence/i);
});

test('two letters from one bench bear the same name, and both are told', () => {
  const words = { safety: 'safer', trust: 'growing', say: 'unchanged', evidence: 'at risk', law: 'unchanged' };
  const facts = ['to the site', 'to the board'].map((value) => ({ name: 'Letter of the bench', value }));
  render(Standing, { props: { words, facts } });
  expect(screen.getAllByText('to the site')).toHaveLength(2);
  expect(screen.getAllByText('to the board')).toHaveLength(2);
});
