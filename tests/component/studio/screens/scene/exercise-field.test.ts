import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import type { Edit } from '#studio/model/edit.ts';
import type { StudioScene } from '#studio/model/studio-case.ts';
import ExerciseField from '#studio/screens/scene/ExerciseField.svelte';
import type { ExercisePattern } from '#studio/use-cases/exercise-patterns.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';

const MARKET = { profile: 'BUY', preset: 'mini', prevalence: 'PRACTICE', seed: 'one' };
const exercise = (id: string, seed: string): ExercisePattern => ({
  id,
  kind: 'linking',
  title: `Work ${id}`,
  asks: `Say what links the ads of ${id}.`,
  of: 'Some case',
  opens: { case: `cases/${id}/`, market: `market/?seed=${seed}` },
  market: { ...MARKET, seed },
  brief: { ads: [id] },
  minutes: { from: 10, to: 15 },
});
const HERE: StudioScene = { type: 'exercise', kind: 'linking', brief: { ads: ['a'] } };

const OTHER: ExercisePattern = { ...exercise('d', 'four'), market: { ...MARKET, profile: 'REG', seed: 'four' } };

function show(exercises = [exercise('a', 'one'), exercise('b', 'two'), exercise('c', 'one'), OTHER]) {
  const edit = vi.fn<(edits: readonly Edit[]) => void>();
  render(ExerciseField, {
    id: 'x',
    scene: 'work',
    state: HERE,
    board: {
      edited: {
        story: { id: 'x', initial: 'work', market: MARKET, states: { work: HERE, more: { type: 'exercise' } } },
        key: {},
        simplestKind: 'detection',
      },
      findings: [],
      targets: [],
      kinds: KINDS,
      root: '../',
      catalogue: {
        patterns: [],
        shipped: [],
        markets: [{ id: 'BUY', name: 'Tessaval' }],
        sources: [],
        exercises,
      },
      edit,
      open: () => {},
    },
  });
  return edit;
}

it('an exercise says what it asks and which market it brings, opens elsewhere, and changes nothing before it is taken', async () => {
  const edit = show();
  expect(screen.queryByRole('list')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Choose another exercise' }));
  const [own, brings, keeps, other] = screen.getAllByRole('listitem') as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];

  expect(within(own).queryByRole('button')).toBeNull();
  expect(brings.textContent).toMatch(/Say what links the ads of b\..*about 10 to 15 minutes.*42 on one site/s);
  expect(brings.textContent).toMatch(/gets the ads of this exercise.*1 other exercise of the case/s);
  expect(other.textContent).toMatch(/It replaces the one it has now: Tessaval/);
  expect(keeps.textContent).toContain('The market of your case stays as it is.');
  expect(
    within(brings)
      .getAllByRole('link')
      .map((link) => [link.getAttribute('href'), link.getAttribute('target')]),
  ).toEqual([
    ['../cases/b/', '_blank'],
    ['../market/?seed=two', '_blank'],
  ]);
  expect(edit).not.toHaveBeenCalled();

  await fireEvent.click(within(brings).getByRole('button'));
  const edits = edit.mock.calls[0]?.[0] ?? [];
  expect(edits.map(({ at }) => at.join('.'))).toEqual(['states.work.kind', 'states.work.brief', 'market.seed']);
  expect(document.activeElement?.textContent?.trim()).toBe('Choose another exercise');
  expect(screen.queryByRole('list')).toBeNull();
});

it('of several exercises with one task, the scene has the one whose market the case has', () => {
  show([
    { ...exercise('b', 'two'), brief: HERE.brief },
    { ...exercise('a', 'one'), title: 'The one here' },
  ] as ExercisePattern[]);

  expect(screen.getByText(/The one here/)).toBeTruthy();
});

it('names no exercise where several have the task and none has the market', () => {
  show(['two', 'three'].map((seed) => ({ ...exercise('a', seed), title: `From ${seed}` })));

  expect(screen.queryByText(/From/)).toBeNull();
  expect(screen.getByText(/a task that 2 exercises of the list have/)).toBeTruthy();
});
