import { wordsIn } from '#case/exercise/model/time-span.ts';
import { planRun } from '#case/language/model/run-plan.ts';
import type { CutPart, Workshop, WorkshopCut } from '#case/language/model/workshop-schemas.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { createRoomSteps, isPlayable, type PublicCase, playableIn } from './room-steps.ts';

/**
 * Checks the cuts of a workshop against its case: each names stages, decisions of the catalogue and exercises of the
 * case, one way through the story plays them in this order, and they leave the debrief its time. Shorter texts belong to
 * decisions and are shorter. Chairs belong to decisions, and to roles of the case. Injects
 * belong to stages that have a scene, and each is another one. An agenda goes from the first minute on, in its order, and
 * opens stages of the case.
 */
export function checkWorkshop(
  { scenario, cuts, agendas, short, chairs, injects }: Workshop,
  played: PublicCase,
): Issue[] {
  const issues: Issue[] = [];
  const say = (code: string, path: Issue['path'], params: Issue['params']) =>
    issues.push({ code, severity: 'error', path, params });
  const { states, id } = played.scenario;
  if (scenario !== id) say('workshop.other-scenario', ['scenario'], { named: scenario, id });
  const lengths = new Set<number>();
  for (const [n, cut] of cuts.entries()) {
    if (lengths.has(cut.minutes)) say('workshop.cut-twice', ['cuts', n, 'minutes'], { minutes: cut.minutes });
    lengths.add(cut.minutes);
    issues.push(...checkCut(cut, ['cuts', n], played));
  }
  const planned = new Set<number>();
  for (const [n, { minutes, lines }] of agendas.entries()) {
    if (planned.has(minutes)) say('workshop.agenda-twice', ['agendas', n, 'minutes'], { minutes });
    planned.add(minutes);
    for (const [at, { from, title, release }] of lines.entries()) {
      const path = ['agendas', n, 'lines', at];
      const before = lines[at - 1]?.from;
      if (before === undefined ? from !== 0 : from <= before || from >= minutes)
        say('workshop.agenda-order', [...path, 'from'], { title, minutes });
      if (release === undefined || Object.values(states).some(({ stage }) => stage === release)) continue;
      const known = played.scenario.stages.map((stage) => stage.id).join(', ');
      say('workshop.agenda-elsewhere', [...path, 'release'], { title, stage: release, known });
    }
  }
  for (const [state, text] of Object.entries(short)) {
    const decision = states[state];
    if (decision?.type !== 'decision' || !isPlayable(decision))
      say('workshop.short-elsewhere', ['short', state], { state });
    else if (wordsIn(text) >= wordsIn(played.scenes[state]?.text))
      say('workshop.short-not-shorter', ['short', state], { state, words: wordsIn(text) });
  }
  const roles: readonly string[] = played.scenario.roles ?? [];
  for (const [state, role] of Object.entries(chairs)) {
    const decision = states[state];
    if (decision?.type !== 'decision' || !isPlayable(decision))
      say('workshop.chair-elsewhere', ['chairs', state], { state });
    else if (!roles.includes(role))
      say('workshop.chair-of-no-role', ['chairs', state], { state, role, known: roles.join(', ') });
  }
  const texts = new Set<string>();
  for (const [n, { at, title, text }] of injects.entries()) {
    if (!Object.values(states).some(({ stage }) => stage === at)) {
      const known = played.scenario.stages.map((stage) => stage.id).join(', ');
      say('workshop.inject-elsewhere', ['injects', n, 'at'], { title, stage: at, known });
    }
    if (texts.has(text.trim())) say('workshop.inject-twice', ['injects', n, 'text'], { title });
    texts.add(text.trim());
  }
  return issues;
}

/** Checks one cut; where its parts are in order, also its way through the story and its minutes. */
function checkCut(cut: WorkshopCut, path: Issue['path'], played: PublicCase): Issue[] {
  const { scenario } = played;
  const steps = createRoomSteps(played);
  const issues = cut.play.flatMap((part, n) => checkPart(part, [...path, 'play', n], played));
  const issue = (code: string, at: Issue['path'], params: Issue['params']): Issue => ({
    code,
    severity: 'error',
    path: [...path, ...at],
    params,
  });
  if (issues.length > 0) return issues;
  const planned = steps.ofCut(cut);
  const twice = planned.find(({ state }, n) => planned.findIndex((other) => other.state === state) < n);
  if (twice) return [issue('workshop.played-twice', ['play'], { minutes: cut.minutes, state: twice.state })];
  const fits = planned.findIndex((_, n) => steps.stepsFor(planned.slice(0, n + 1), true) === undefined);
  if (fits >= 0) {
    const before = planned
      .slice(0, fits)
      .map(({ state }) => state)
      .join(', ');
    const params = { minutes: cut.minutes, state: planned[fits]?.state ?? '', before: before || scenario.initial };
    return [issue('workshop.not-playable', ['play'], params)];
  }
  const plan = planRun(cut.minutes, steps.stepsFor(planned, true) ?? []);
  if (plan.ok) return [];
  return [issue('workshop.cut-too-long', ['minutes'], { minutes: cut.minutes, needed: plan.needed, most: plan.most })];
}

function checkPart(part: CutPart, path: Issue['path'], { scenario }: PublicCase): Issue[] {
  const { states, stages } = scenario;
  const error = (code: string, params: Issue['params']): Issue[] => [{ code, severity: 'error', path, params }];
  const name = typeof part === 'string' ? part : part.at;
  const state = states[name];
  if (typeof part !== 'string' && state && state.type !== 'exercise')
    return error('workshop.minutes-elsewhere', { part: name });
  if (state && isPlayable(state)) return [];
  if (typeof part === 'string' && stages.some(({ id }) => id === name))
    return playableIn(scenario, name).length > 0 ? [] : error('workshop.nothing-to-play', { part: name });
  if (state) return error('workshop.nothing-to-play', { part: name });
  const known = Object.keys(states).filter((id) => isPlayable(states[id] as (typeof states)[string]));
  return error('workshop.unknown-part', { part: name, known: known.join(', ') });
}
