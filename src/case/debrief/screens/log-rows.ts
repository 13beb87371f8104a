import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { KindWords } from '#case/exercise/model/kind-words.ts';
import type { Scenes } from '#case/language/model/scenes.ts';
import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import acts from '#words/case/acts.json' with { type: 'json' };
import messages from '#words/case/debrief.json' with { type: 'json' };
import type { KindInLog, LogOfState } from './kind-in-log.ts';

const t = translator(messages);
const say = translator(acts);

/**
 * One entry of the attempt log in words, or several of one thing: the same words at one moment, or a text as it grows.
 */
export interface LogRow {
  readonly seq: number;
  /** The last of several entries. */
  readonly to?: number;
  readonly at: string;
  /** The title of the scene in which it was done. */
  readonly title: string;
  readonly words: string;
}

/** Fields that kinds share: they say which thing an act was about, and then what was said of it. */
const TOLD = [
  'ad',
  'no',
  'account',
  'item',
  'of',
  'site',
  'group',
  'owner',
  'indicator',
  'sign',
  'shortcut',
  'extent',
  'band',
  'certainty',
  'next',
  'outcome',
  'letter',
  'role',
  'as',
  'reading',
  'weight',
  'element',
  'exhibit',
  'bearing',
  'motion',
  'question',
  'sum',
  'path',
] as const;

/**
 * Every entry of the attempt log, numbered as the sentences of the debrief number them. `names` has those of the signs, by
 * their ids; `ofState` has what a kind says of its own acts.
 */
export function logRows(
  { events }: Pick<AttemptLog, 'events'>,
  scenes: Scenes,
  names: Readonly<Record<string, string>> = {},
  ofState: LogOfState = () => undefined,
): LogRow[] {
  const rows: LogRow[] = [];
  let written: string | undefined;
  for (const event of events) {
    const { seq, at } = event;
    const scene = scenes[event.state];
    const row = { seq, at, title: scene?.title ?? event.state, words: wordsOf(event, scene, names, ofState) };
    const before = rows.at(-1);
    const writes = writtenIn(event, ofState);
    if (before && writes !== undefined && writes === written)
      rows[rows.length - 1] = { ...row, seq: before.seq, to: seq };
    else if (before && isSameEntry(before, row)) rows[rows.length - 1] = { ...before, to: seq };
    else rows.push(row);
    written = writes;
  }
  return rows;
}

/** Which thing an event writes, for an act that is told once however often it is done in a row. */
function writtenIn(event: AttemptLog['events'][number], ofState: LogOfState): string | undefined {
  if (event.type !== 'exercise.acted') return undefined;
  const action: Readonly<Record<string, unknown>> = event.action;
  const fields = ofState(event.state)?.kind.writes?.[String(action['type'])];
  return fields && [event.state, action['type'], ...fields.map((field) => action[field])].join(' ');
}

const isSameEntry = (a: LogRow, b: LogRow) => a.at === b.at && a.title === b.title && a.words === b.words;

function wordsOf(
  event: AttemptLog['events'][number],
  scene: Scenes[string] | undefined,
  names: Readonly<Record<string, string>>,
  ofState: LogOfState,
): string {
  if (event.type === 'exercise.acted') return actWords(event.action, names, ofState(event.state));
  if (event.type !== 'decision.made') return t(`log.${event.type}`);
  const option = scene?.options.find(({ id }) => id === event.option)?.text ?? event.option;
  return t('log.decision.made', { option });
}

/** An act in an exercise, what it is about, and what was said of it: `judged an ad, ad 0301, “urgent”, sure`. */
function actWords(
  action: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
  played: ReturnType<LogOfState>,
): string {
  const { kind = {}, brief = {}, words = {} } = played ?? {};
  const type = typeOf(action, kind);
  const ofKind = (field: string) => kind.nameInLog?.(brief, action, field);
  const told = [
    ...TOLD.flatMap((field) => ofKind(field) ?? valueWords(field, action[field], names, words)),
    ...(kind.fields ?? []).flatMap((field) => ofKind(field) ?? []),
  ];
  // A kind without words of its own is told by the name of the act.
  return sayList([wordOf(`act.${type}`, words) ?? type.replace(/[.-]/g, ' '), ...told]);
}

/** The type of an act, or the key of other words where it takes back what was said before. */
function typeOf(action: Readonly<Record<string, unknown>>, { takenBack }: KindInLog): string {
  const type = String(action['type']);
  const field = takenBack?.[type];
  return field !== undefined && action[field] === undefined ? `${type}.back` : type;
}

function valueWords(
  field: string,
  value: unknown,
  names: Readonly<Record<string, string>>,
  words: KindWords,
): string[] {
  if (field === 'letter') {
    const { kind, to } = (value ?? {}) as { readonly kind?: unknown; readonly to?: unknown };
    return [...valueWords('kind', kind, names, words), ...(typeof to === 'string' && to !== '' ? [to] : [])];
  }
  if (field === 'path') {
    const { hops, sim } = (value ?? {}) as { readonly hops?: readonly string[]; readonly sim?: number };
    return hops ? [hops.join(' › '), `SIM ${sim ?? 0}`] : [];
  }
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  if (field === 'ad') return [say('about.ad', { ad: value })];
  if (field === 'no') return [say('about.payment', { no: value })];
  const name = names[value];
  return [wordOf(`value.${field}.${value}`, words) ?? (name === undefined ? String(value) : `“${name}”`)];
}

/** The words of an act or of a value in it: those of its kind, or of acts that several kinds have. */
const wordOf = (key: string, words: KindWords): string | undefined => words[key] ?? (acts as KindWords)[key];
