import type { SavedAttempt } from '#case/parts/use-cases/ports.ts';

/** One step of an attempt that this site cannot continue, as far as it can be read. */
export interface OldStep {
  /** Its place in the log, counted from 1. */
  readonly n: number;
  /** Case time as written in the log; empty where missing. */
  readonly at: string;
  /** Event type, such as `decision.made`; empty where missing. */
  readonly type: string;
  readonly state: string;
  /** The option that was chosen. */
  readonly option?: string;
  /** Type and fields of an act in an exercise, such as `ad.marked`. */
  readonly act?: string;
  readonly said: readonly (readonly [name: string, value: string])[];
}

/** What can be shown of an old attempt: the trainee's own work, never applied to the ads of the current market. */
export interface OldAttempt {
  readonly begun: string | undefined;
  readonly generatorVersion: number | undefined;
  /** Marks at the end of the attempt, on the ads of its own market. */
  readonly marks: readonly { readonly ad: string; readonly at: string; readonly indicator: string }[];
  /** The last judgement of each ad. */
  readonly judged: readonly { readonly ad: string; readonly band: string; readonly certainty: string }[];
  /** All free text, in order. */
  readonly written: readonly { readonly n: number; readonly about: string; readonly text: string }[];
  readonly steps: readonly OldStep[];
}

/** Field names in which acts store free text. */
const WRITTEN = new Set(['text', 'reason', 'note', 'name', 'owner', 'value', 'finding']);

/**
 * Reads an attempt of any version, as far as its fields have known names. Nothing is validated or replayed, so that a
 * damaged log, or one with unknown acts, is still shown completely. Pure.
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
