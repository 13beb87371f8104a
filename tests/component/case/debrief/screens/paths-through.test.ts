import { describe, expect, it } from 'vitest';
import { pathsThrough, tonesOfPath } from '#case/debrief/screens/paths-through.ts';
import { decision, report } from '../../../../support/case/debrief/example-report.ts';
import { exampleChart } from '../../../../support/case/statechart/example-chart.ts';

const chart = exampleChart();
const route = ['report', 'line', 'word', 'again'].map((state, n) => ({ state, seq: n + 1 }));
const step = (state: string, option: string) => ({ state, title: state, option, optionText: option });

describe('pathsThrough', () => {
  it('goes through every state that was left, to the end', () => {
    const [you] = pathsThrough(chart, report({ route, ending: 'end-open', model: [] }));
    expect(you).toEqual({ kind: 'you', states: ['report', 'line', 'word', 'again', 'end-open'] });
  });

  it('sets apart what a retry has taken over, and lets both parts meet', () => {
    const paths = pathsThrough(chart, report({ route, ending: 'end-open', retry: { of: 'a0', from: 3 }, model: [] }));
    expect(paths.slice(0, 2)).toEqual([
      { kind: 'retry', states: ['report', 'line', 'word'] },
      { kind: 'you', states: ['word', 'again', 'end-open'] },
    ]);
  });

  it('finds the scenes between the choices of the model path, and the end after them', () => {
    const model = [step('word', 'o7'), step('again', 'o11'), step('again', 'o12')];
    const path = pathsThrough(chart, report({ route, model })).find(({ kind }) => kind === 'model');
    expect(path?.states).toEqual([
      'report',
      'line',
      'first',
      'word',
      'again',
      'again',
      'word-done',
      'first',
      'end-kept',
    ]);
  });

  it('ends where a choice of the model path ends the case', () => {
    const path = pathsThrough(chart, report({ model: [step('word', 'o8')] })).find(({ kind }) => kind === 'model');
    expect(path?.states.slice(-2)).toEqual(['word', 'end-off']);
  });
});

describe('tonesOfPath', () => {
  it('marks a state by the gravest of its steps', () => {
    const path = [decision('d1', 'b', 'harmful'), decision('d1', 'c', 'red'), decision('d2', 'a', 'good')];
    expect(tonesOfPath({ path })).toEqual({ d1: 'stop' });
    expect(tonesOfPath({ path: [decision('d1', 'b', 'harmful')] })).toEqual({ d1: 'error' });
    expect(tonesOfPath({ path: path.toReversed() })).toEqual({ d1: 'stop' });
  });
});
