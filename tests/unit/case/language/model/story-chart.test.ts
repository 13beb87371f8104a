import { describe, expect, it } from 'vitest';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { scenesOf } from '#case/language/model/scenes.ts';
import { storyStatechart } from '#case/language/model/story-chart.ts';
import { loadRich } from '../../../../support/builders/rich-case.ts';

const loaded = loadRich();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
const { scenario, scenes, source } = loaded.value;
const chart = storyStatechart(scenario, scenes);
const way = (id: string) => chart.edges.find((edge) => edge.id === id);
const node = (id: string) => chart.nodes.find((entry) => entry.id === id);

describe('storyStatechart', () => {
  it('holds every state with its title, its stage and the box around it', () => {
    expect(chart.nodes.map(({ id }) => id)).toEqual(Object.keys(scenario.states));
    expect(node('read')).toEqual({
      id: 'read',
      type: 'exercise',
      title: 'Read the market',
      stage: 'desk',
      parent: 'reading',
    });
    expect(node('both')).toEqual({
      id: 'both',
      type: 'parallel',
      title: 'Read the market … + A call is due …',
      stage: 'desk',
    });
    expect(node('read-done')?.title).toBe('Read the market …');
    expect(chart.begins).toMatchObject({ both: ['reading', 'waiting'], reading: ['read'], first: ['word'] });
  });

  it('names the trigger of each transition', () => {
    expect(way('report/0')).toMatchObject({ from: 'report', to: 'line', type: 'scene.continued', conditional: true });
    expect(way('report/1')).toEqual({ id: 'report/1', from: 'report', to: 'both', type: 'scene.continued', label: '' });
    expect(way('read/0')).toMatchObject({ to: 'read-done', type: 'exercise.committed' });
    expect(way('wait/ring')).toMatchObject({ type: 'option.chosen', option: 'ring', label: 'Ring the desk at once.' });
    expect(way('wait/0')).toMatchObject({ to: 'wait-done', type: 'timer.elapsed' });
    expect(way('both/0')).toMatchObject({ to: 'first', type: 'part.finished' });
    expect(way('again/more')).toMatchObject({ from: 'again', to: 'again', conditional: true });
  });

  it('labels a draft with mutually nested boxes by an id', () => {
    const { reading, ...others } = scenario.states;
    const states = { ...others, reading: { ...reading, initial: 'read-done' } };
    const draft = storyStatechart({ ...scenario, states } as CompiledScenario, scenesOf(source));

    expect(draft.nodes.find(({ id }) => id === 'reading')?.title).toBe('reading …');
  });

  it('draws a draft with a missing target state', () => {
    const { line, ...others } = scenario.states;
    const states = { ...others, line: { ...line, next: [{ next: 'nowhere' }] } };
    const draft = storyStatechart({ ...scenario, states } as CompiledScenario, scenesOf(source));

    expect(draft.nodes.at(-1)).toEqual({ id: 'nowhere', type: 'missing', title: 'nowhere', stage: '' });
  });
});
