import { describe, expect, it } from 'vitest';
import { layOutChart } from '#app/chart/lay-out-chart.ts';
import { playCase } from '#app/reference/play-case.ts';
import { storyChart } from '#core/scenario/story-chart.ts';
import { scoreAttempt } from '#core/scoring/score-attempt.ts';
import { waitsOfModel } from '#ui/debrief/paths-through.ts';
import { theCase } from '../../../support/builders/the-library.ts';

describe('waitsOfModel', () => {
  it('names the hours of a shipped case in which the model path chooses nothing', () => {
    const { material, answers } = theCase('scenarios/a-week-later');
    const drawn = layOutChart(storyChart(material.scenario, material.scenes));
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
