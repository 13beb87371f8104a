import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import Statechart from '#case/statechart/screens/Statechart.svelte';
import { distinctWaysOut } from '#case/statechart/screens/state-facts.ts';
import { exampleChart } from '../../../../support/case/statechart/example-chart.ts';

const chart = exampleChart();
const label = 'Two desks';
const state = (name: RegExp) => screen.getByRole('button', { name });
const drawing = () => screen.getByRole('region', { name: /Two desks\. Drawing of \d+ states/ });
const press = (element: Element, ...keys: string[]) =>
  keys.reduce(async (before, key) => {
    await before;
    await fireEvent.keyDown(document.activeElement ?? element, { key });
  }, Promise.resolve());
const note = () => within(screen.getByRole('region', { name: 'Chosen state' }));
const rowOf = (name: string) =>
  within(screen.getByRole('rowheader', { name, hidden: true }).closest('tr') as HTMLElement);

describe('Statechart', () => {
  it('names every state with its kind, and is one stop of the Tab key', () => {
    render(Statechart, { chart, label });
    const states = within(drawing()).getAllByRole('button');

    expect(states).toHaveLength(chart.nodes.filter(({ box }) => !box).length);
    expect(states.filter((element) => element.getAttribute('tabindex') === '0')).toEqual([
      state(/^News: A report comes in\. Here the case begins\./),
    ]);
    expect(state(/^Decision: The first word\. Leads to 3 states\.$/)).toBeTruthy();
    expect(state(/^Timer: A call is due\./)).toBeTruthy();
    expect(state(/^End: Off\.$/)).toBeTruthy();
  });

  it('moves with the arrow keys along transitions, into boxes and out of them', async () => {
    render(Statechart, { chart, label });
    const first = state(/A report comes in/);
    first.focus();
    await press(first, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Decision: The first word/);
    await press(first, 'ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Decision: Once more/);
    await press(first, 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    expect(document.activeElement).toBe(first);
  });

  it('moves sideways to a state at the same height', async () => {
    render(Statechart, { chart, label });
    const [left, right] = chart.nodes
      .filter(({ id }) => id === 'read' || id === 'wait')
      .sort((a, b) => a.x - b.x)
      .map(({ title }) => state(new RegExp(title)));
    left?.focus();
    await press(left as Element, 'ArrowRight');
    expect(document.activeElement).toBe(right);
    await press(left as Element, 'ArrowLeft');
    expect(document.activeElement).toBe(left);
  });

  it('selects with Enter or a click, calls the callback, and lists where the state leads', async () => {
    const select = vi.fn();
    render(Statechart, { chart, label, select });
    expect(note().getByText(/No state is chosen/)).toBeTruthy();
    state(/The first word/).focus();
    await press(drawing(), 'Enter');
    expect(select).toHaveBeenLastCalledWith('word');
    expect(state(/The first word/).getAttribute('aria-pressed')).toBe('true');
    const off = note()
      .getByText(/Send a note in the name of the unit/)
      .closest('li') as HTMLElement;
    await fireEvent.click(within(off).getByRole('button', { name: 'Off' }));
    expect(select).toHaveBeenLastCalledWith('end-off');
    await fireEvent.click(state(/Once more/));
    expect(select).toHaveBeenLastCalledWith('again');
    expect(note().getAllByText(/only in some situations/).length).toBeGreaterThan(0);
  });

  it('lists an option with several versions once, as conditional only where each version is', () => {
    const way = (id: string, optionText: string, conditional?: true) => ({
      ...{ id, from: 'desk', to: 'bench', type: 'option.chosen' as const, label: optionText },
      ...(conditional && { conditional }),
    });
    const chartOf = (...ways: readonly ReturnType<typeof way>[]) =>
      ({ nodes: [{ id: 'bench', title: 'The bench' }], edges: [{ from: 'desk', to: 'bench', ways }] }) as never;
    const told = (...ways: readonly ReturnType<typeof way>[]) =>
      distinctWaysOut(chartOf(...ways), 'desk').map((one) => [one.way.label, one.way.conditional === true]);

    expect(told(way('a', 'Capture.', true), way('b', 'Capture.', true), way('c', 'Ask.'))).toEqual([
      ['Capture.', true],
      ['Ask.', false],
    ]);
    expect(told(way('a', 'Capture.', true), way('b', 'Capture.'))).toEqual([['Capture.', false]]);
  });

  it('zooms by buttons and by keys', async () => {
    render(Statechart, { chart, label });
    const width = () => Number(drawing().querySelector('svg')?.getAttribute('width'));
    expect(width()).toBe(chart.width);
    await fireEvent.click(screen.getByRole('button', { name: 'Larger' }));
    expect(width()).toBe(Math.round(chart.width * 1.25));
    expect(screen.getByText('125 %')).toBeTruthy();
    drawing().focus();
    await press(drawing(), '-', '-');
    expect(width()).toBe(Math.round(chart.width / 1.25));
    await fireEvent.click(screen.getByRole('button', { name: 'Full size' }));
    expect(width()).toBe(chart.width);
  });

  it('shows each tone in words and by a symbol, in drawing, legend and table', () => {
    render(Statechart, {
      chart,
      label,
      tones: { word: 'error', line: 'warning', first: 'warning' },
      findings: { word: ['No option is good. Rate one good.'] },
    });
    expect(state(/^Decision, error: The first word\./).querySelector('circle.sign')).toBeTruthy();
    expect(state(/^Scene, warning: The line\./).querySelector('circle.sign')).toBeNull();
    expect(screen.getByText(/Cross in a ring: error\. Triangle: warning\./)).toBeTruthy();
    expect(screen.getByText('Decision, error')).toBeTruthy();
    expect(screen.getByText('first (Group, warning)')).toBeTruthy();
    expect(rowOf('The first word').getByText('No option is good. Rate one good.')).toBeTruthy();
    expect(rowOf('first').getByText('warning.')).toBeTruthy();
  });

  it('draws two paths side by side, distinguished by dash, mark and words', () => {
    const paths = [
      { kind: 'you', states: ['report', 'line', 'word', 'end-off'] },
      { kind: 'model', states: ['report', 'line', 'word', 'again', 'word-done', 'end-open'] },
    ] as const;
    render(Statechart, { chart, label, paths });
    const lines = (kind: string) =>
      [...drawing().querySelectorAll(`.way--${kind}`)].map((line) => line.getAttribute('d'));

    expect(lines('you')).toHaveLength(3);
    expect(lines('model')).toHaveLength(5);
    expect(lines('you').filter((line) => lines('model').includes(line))).toEqual([]);
    expect(drawing().querySelectorAll('circle.way__mark--you')).toHaveLength(3);
    expect(drawing().querySelectorAll('path.way__mark--model')).toHaveLength(5);
    expect(state(/End: Off\. On your path\.$/)).toBeTruthy();
    expect(rowOf('The first word').getByText('On the model path.')).toBeTruthy();
    expect(
      screen.getByText(/Solid line with circles: your path\. Dashed line with diamonds: model path\./),
    ).toBeTruthy();
  });

  it('has a table with every state, its choices and their targets', async () => {
    render(Statechart, { chart, label });
    await fireEvent.click(screen.getByRole('button', { name: 'To the table' }));
    const table = screen.getByRole('table', { name: label });

    expect(within(table).getAllByRole('row')).toHaveLength(1 + chart.nodes.length);
    const row = rowOf('A call is due');
    expect(row.getByText('Timer')).toBeTruthy();
    expect(row.getByText(/“Ring the desk at once\.”/).textContent).toMatch(/to “wait-done”/);
    expect(row.getByText(/when the time has run out/)).toBeTruthy();
    expect(row.getByText('Inside “waiting”.')).toBeTruthy();
    expect(rowOf('Off').getByText('the case ends')).toBeTruthy();
  });

  it('writes no inline style, which the content security policy would refuse', () => {
    const { container } = render(Statechart, { chart, label, selected: 'word', tones: { word: 'error' } });
    expect(container.querySelectorAll('[style]')).toHaveLength(0);
  });
});
