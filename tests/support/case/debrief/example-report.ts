import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import type { CaseFacts } from '#case/scoring/model/case-facts.ts';
import type { ModelStep, PathStep, ScoreReport } from '#case/scoring/model/score-report.ts';
import type { Criterion } from '#kernel/model/criterion.ts';

/** Title of a state and text of each option, for a small story with a hub and two decisions. */
const STORY: Readonly<Record<string, readonly [title: string, options: Readonly<Record<string, string>>]>> = {
  hub: [
    'The hub',
    { keep: 'Keep the pages.', ask: 'Ask the site.', talk: 'Begin the outreach.', tell: 'Report the ads.' },
  ],
  d1: ['The first sign', { a: 'Send an ordinary note.', b: 'Ring at once.', c: 'Name the police.' }],
  d2: ['The coming week', { a: 'Plan it together.', b: 'Send two pages.' }],
};

export function modelStep(state: string, option: string): ModelStep {
  const [title, options] = STORY[state] ?? ['', {}];
  return { state, title, option, optionText: options[option] ?? '' };
}

/** A step of the hub, with the act that it stands for. */
export function act(option: 'keep' | 'ask' | 'talk' | 'tell'): PathStep {
  const acts = { keep: 'preserve', ask: 'request', talk: 'contact', tell: 'notify' } as const;
  return { seq: 1, ...modelStep('hub', option), at: '2031-03-12T10:13:00Z', sources: [], act: acts[option] };
}

export function decision(state: string, option: string, rating: NonNullable<PathStep['rating']>): PathStep {
  return {
    seq: 1,
    ...modelStep(state, option),
    at: '2031-03-13T08:30:00Z',
    rating,
    reason: `Reason for ${option}.`,
    principle: `Principle of ${state}.`,
    sources: [{ code: 'WHO03', mark: 'U', says: 'Do no harm first.' }],
  };
}

export const MODEL: readonly ModelStep[] = [
  modelStep('hub', 'keep'),
  modelStep('hub', 'ask'),
  modelStep('hub', 'talk'),
  modelStep('d1', 'a'),
  modelStep('d2', 'a'),
  modelStep('hub', 'tell'),
];

export function criterion(id: string, raw: number, min: number, max: number): Criterion {
  return { id, raw, min, max, scaled: Math.min(1, Math.max(0, (raw - min) / (max - min))), evidence: [] };
}

export const FIGURES: readonly Figure[] = [
  { id: 'sensitivity', value: 0.75, low: 0.41, high: 0.93, ideal: 0.875, count: [6, 8] },
  { id: 'specificity', value: 0.85, low: 0.7, high: 0.94, ideal: 0.94, count: [29, 34] },
  { id: 'ppv-6', value: 0.34 },
  { id: 'ppv-20', value: 0.67 },
  { id: 'dprime', value: 1.6, ideal: 2.43 },
  { id: 'criterion', value: -0.7, ideal: 0.25 },
];

const NOTHING_DONE: CaseFacts = {
  ended: true,
  rated: [],
  decides: false,
  stoppedAtRed: false,
  copiedClosedCard: false,
  offered: [],
  done: [],
  pairs: [],
  overtaken: [],
  chances: [],
  pictures: [],
  empty: [],
  model: { of: 0, same: 0 },
  modelActs: ['preserve', 'request', 'contact'],
  hints: { taken: 0, cost: 0 },
};

/** A report of an attempt without errors, with the given overrides. */
export function report(changes: Partial<ScoreReport> = {}): ScoreReport {
  return {
    schema: 'score-report/2',
    scenario: 'example',
    scenarioHash: '0',
    keyVersion: 3,
    attempt: 'a1',
    ending: 'end',
    redLine: false,
    criteria: [criterion('preservation.order', 6, 0, 6)],
    figures: [],
    findings: [],
    route: [],
    path: [act('keep'), act('ask'), act('talk'), decision('d1', 'a', 'good'), decision('d2', 'a', 'good'), act('tell')],
    model: MODEL,
    facts: NOTHING_DONE,
    exercises: [],
    ...changes,
  };
}
