import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type { Scenes } from '#core/scenario/scenes.ts';
import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import acts from '#words/acts.json' with { type: 'json' };
import messages from '#words/debrief.json' with { type: 'json' };

const t = translator(messages);
const say = translator(acts);

/** One entry of the attempt log in words, or several that say the same of one moment, as while a letter is written. */
export interface LogRow {
  readonly seq: number;
  /** The last of several entries. */
  readonly to?: number;
  readonly at: string;
  /** The title of the scene in which it was done. */
  readonly title: string;
  readonly words: string;
}

/** What of an act says which thing it was about. */
const TOLD = ['ad', 'item', 'of', 'shortcut', 'indicator', 'band'] as const;

/** Every entry of the attempt log, numbered as the sentences of the debrief number them. `names` has those of the signs, by their ids. */
export function logRows(
  { events }: Pick<AttemptLog, 'events'>,
  scenes: Scenes,
  names: Readonly<Record<string, string>> = {},
): LogRow[] {
  const rows: LogRow[] = [];
  for (const event of events) {
    const { seq, at } = event;
    const scene = scenes[event.state];
    const row = { seq, at, title: scene?.title ?? event.state, words: wordsOf(event, scene, names) };
    const before = rows.at(-1);
    if (before && isSameEntry(before, row)) rows[rows.length - 1] = { ...before, to: seq };
    else rows.push(row);
  }
  return rows;
}

const isSameEntry = (a: LogRow, b: LogRow) => a.at === b.at && a.title === b.title && a.words === b.words;

function wordsOf(
  event: AttemptLog['events'][number],
  scene: Scenes[string] | undefined,
  names: Readonly<Record<string, string>>,
): string {
  if (event.type === 'exercise.acted') return actWords(event.action, names);
  if (event.type !== 'decision.made') return t(`log.${event.type}`);
  const option = scene?.options.find(({ id }) => id === event.option)?.text ?? event.option;
  return t('log.decision.made', { option });
}

/** An act at a desk by its own name, and what it is about: `page captured, ad 0301`. */
function actWords(action: Readonly<Record<string, unknown>>, names: Readonly<Record<string, string>>): string {
  const type = String(action['type']);
  // An act of a kind without words of its own here is shown by its type.
  const name = type in acts ? say(type as keyof typeof acts) : type.replace(/[.-]/g, ' ');
  const letter = action['letter'] as { readonly kind?: string; readonly to?: string } | undefined;
  const about = TOLD.flatMap((field) => {
    const value = action[field];
    if (typeof value !== 'string') return [];
    if (field === 'ad') return say('about.ad', { ad: value });
    return names[value] === undefined ? value : `“${names[value]}”`;
  });
  const sent = [letter?.kind, letter?.to].filter((word): word is string => typeof word === 'string' && word !== '');
  return t('log.exercise.acted', { act: sayList([name, ...about, ...sent]) });
}
