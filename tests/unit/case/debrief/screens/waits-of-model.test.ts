import { describe, expect, it } from 'vitest';
import { waitsOfModel } from '#case/debrief/screens/paths-through.ts';
import { storyStatechart } from '#case/language/model/story-chart.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { layOutStatechart } from '#case/statechart/use-cases/lay-out-chart.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

describe('waitsOfModel', () => {
  it('names the hours of a shipped case in which the model path chooses nothing', () => {
    const { material, answers } = theCase('scenarios/a-week-later');
    const drawn = layOutStatechart(storyStatechart(material.scenario, material.scenes));
    const log = playCase(material, answers, 'oracle', 'wall');
    const { model, route, path } = scoreAttempt(log, material, answers);
    const waits = waitsOfModel(drawn, { model });

    expect([...waits]).toEqual(['waiting']);
    expect(route.some(({ state }) => waits.has(state))).toBe(true);
    expect(path.some(({ state }) => waits.has(state))).toBe(false);
    const reported = { state: 'waiting', title: '', option: 'report', optionText: '' };
    expect(waitsOfModel(drawn, { model: [...model, reported] })).toEqual(new Set());
  });
});
