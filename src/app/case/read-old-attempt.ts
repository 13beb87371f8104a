import type { SavedAttempt } from './ports.ts';

/** One step of an attempt that this site cannot go on with, as far as it can be read. */
export interface OldStep {
  /** Its place in the log, counted from 1. */
  readonly n: number;
  /** Case time as it was written; empty where none was. */
  readonly at: string;
  /** What kind of step it was, such as `decision.made`; empty where nothing tells. */
  readonly type: string;
  readonly state: string;
  /** The option that was chosen. */
  readonly option?: string;
  /** What was done at a bench, such as `ad.marked`, and what it said, name by name. */
  readonly act?: string;
  readonly said: readonly (readonly [name: string, value: string])[];
}

/** What is left of an attempt: the reader's own work, never put on ads that stand here now. */
export interface OldAttempt {
  readonly begun: string | undefined;
  readonly generatorVersion: number | undefined;
  /** Marks that stood at the end, on the ads of that time. */
  readonly marks: readonly { readonly ad: string; readonly at: string; readonly indicator: string }[];
  /** The last judgement of each ad. */
  readonly judged: readonly { readonly ad: string; readonly band: string; readonly certainty: string }[];
  /** Everything that was written in words, in order. */
  readonly written: readonly { readonly n: number; readonly about: string; readonly text: string }[];
  readonly steps: readonly OldStep[];
}

/** Names under which acts hold what a reader wrote in words. */
const WRITTEN = new Set(['text', 'reason', 'note', 'name', 'owner', 'value', 'finding']);

/**
 * Reads an attempt of whatever version as far as anything in it has a name. Nothing is checked and nothing replayed, so that
 * also a damaged log, or one with acts that nobody here knows, is shown whole. Pure.
 */
export function readOldAttempt({ header, events }: SavedAttempt): OldAttempt {
  const steps = events.map((event, n) => stepOf(event, n + 1));
  return {
    begun: textIn(header, 'wall'),
    generatorVersion: numberIn(header, 'generatorVersion'),
    marks: marksOf(steps),
    judged: judgementsOf(steps),
    written: steps.flatMap(({ n, act = '', said }) =>
      said.filter(([name, text]) => WRITTEN.has(name) && text !== '').map(([, text]) => ({ n, about: act, text })),
    ),
    steps,
  };
}

function stepOf(event: unknown, n: number): OldStep {
  const action = valueIn(event, 'action');
  const option = textIn(event, 'option');
  const act = textIn(action, 'type');
  return {
    n,
    at: textIn(event, 'at') ?? '',
    type: textIn(event, 'type') ?? '',
    state: textIn(event, 'state') ?? '',
    ...(option !== undefined && { option }),
    ...(act !== undefined && { act }),
    said: isRecord(action)
      ? Object.entries(action).flatMap(([name, value]) => (name === 'type' ? [] : [[name, plain(value)] as const]))
      : [],
  };
}

function marksOf(steps: readonly OldStep[]): OldAttempt['marks'] {
  const marks = new Map<string, OldAttempt['marks'][number]>();
  for (const { act, said } of steps) {
    if (act !== 'ad.marked' && act !== 'ad.unmarked') continue;
    const mark = { ad: saidOf(said, 'ad'), at: saidOf(said, 'at'), indicator: saidOf(said, 'indicator') };
    const key = JSON.stringify(mark);
    if (act === 'ad.marked') marks.set(key, mark);
    else marks.delete(key);
  }
  return [...marks.values()];
}

function judgementsOf(steps: readonly OldStep[]): OldAttempt['judged'] {
  const judged = new Map<string, OldAttempt['judged'][number]>();
  for (const { act, said } of steps) {
    if (act !== 'ad.judged') continue;
    const ad = saidOf(said, 'ad');
    judged.set(ad, { ad, band: saidOf(said, 'band'), certainty: saidOf(said, 'certainty') });
  }
  return [...judged.values()];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueIn = (value: unknown, name: string) => (isRecord(value) ? value[name] : undefined);

const saidOf = (said: OldStep['said'], wanted: string) => said.find(([name]) => name === wanted)?.[1] ?? '';

function textIn(value: unknown, name: string): string | undefined {
  const found = valueIn(value, name);
  return typeof found === 'string' ? found : undefined;
}

function numberIn(value: unknown, name: string): number | undefined {
  const found = valueIn(value, name);
  return typeof found === 'number' ? found : undefined;
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain).join(', ');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
