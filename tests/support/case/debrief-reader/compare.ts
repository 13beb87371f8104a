import type { Sentence } from '#kernel/model/sentence.ts';
import { truthsIn } from '../../kinds/kind-reader.ts';
import { READERS_OF_KINDS } from '../../kinds/readers-of-kinds.ts';
import { type Played, ReadAttempt, type Sharpness, type Truth } from './attempt.ts';
import { workbenchOf } from './bench.ts';
import { CASE_READERS } from './case.ts';
import { CRITERION_READERS, type Points } from './criteria.ts';
import { FIGURE_READERS, sharpnessIn } from './figures.ts';
import { findsOf } from './finds.ts';
import { FIRST_PAGE_READERS, namesTheGravest } from './first-page.ts';
import { itemsIn, LOCKER_READERS } from './locker.ts';
import { SIGN_READERS } from './signs.ts';

/** Sentences about one thing: the case, an exercise or a locker; `of` names it. */
export interface Said {
  readonly of: string;
  readonly sentences: readonly Sentence[];
}

/** Every sentence that is true of one subject, by id. */
interface Read {
  readonly of: string;
  readonly truths: ReadonlyMap<string, readonly Truth[]>;
}

/** The ids of all sentences that the readers know. */
export const READ_IDS: readonly string[] = [
  ...Object.keys(CASE_READERS),
  ...Object.keys(FIRST_PAGE_READERS),
  ...Object.keys(CRITERION_READERS),
  ...Object.keys(FIGURE_READERS),
  ...Object.keys(SIGN_READERS),
  ...[...READERS_OF_KINDS.values()].flatMap(({ exercise }) => exercise.ids),
  ...Object.keys(LOCKER_READERS),
];

const opened = new WeakMap<Played, ReadAttempt>();

function open(played: Played): ReadAttempt {
  const attempt = opened.get(played) ?? new ReadAttempt(played);
  opened.set(played, attempt);
  return attempt;
}

/** d' and c of an attempt; undefined if they cannot be measured. */
export function measuredIn(played: Played): Sharpness | undefined {
  const attempt = open(played);
  const [measured] = attempt.exercises('detection').flatMap((id) => sharpnessIn(findsOf(attempt, id)) ?? []);
  return measured;
}

/** Reads a whole attempt: the true sentences about the case, each exercise, each locker and each criterion. */
export function readAttempt(played: Played, points: readonly Points[]): Read[] {
  const attempt = open(played);
  const exercises = Object.entries(attempt.scenario.states).flatMap(([id, state]) => {
    const reader = state.type === 'exercise' ? READERS_OF_KINDS.get(state.kind)?.exercise : undefined;
    return reader ? [{ of: id, truths: reader.truths(attempt, id) }] : [];
  });
  const signs = attempt.exercises('detection').map((id) => ({
    of: 'signs',
    truths: truthsIn(SIGN_READERS, findsOf(attempt, id)),
  }));
  const lockers = attempt
    .exercises('preservation')
    .map((id) => ({ id, workbench: workbenchOf(attempt, id) }))
    .filter(({ workbench }) => itemsIn(workbench).length > 0)
    .map(({ id, workbench }) => ({ of: `locker of ${id}`, truths: truthsIn(LOCKER_READERS, workbench) }));
  return [
    { of: 'case', truths: truthsIn(CASE_READERS, attempt) },
    { of: 'first page', truths: namesTheGravest(truthsIn(FIRST_PAGE_READERS, attempt)) },
    { of: 'figures', truths: truthsIn(FIGURE_READERS, attempt) },
    ...points.map((criterion) => ({
      of: `criterion ${criterion.id}`,
      truths: truthsIn(CRITERION_READERS, { ...criterion, attempt }),
    })),
    ...exercises,
    ...signs,
    ...lockers,
  ];
}

const LISTS = ['ads', 'seats', 'items', 'names', 'letters', 'data', 'offices', 'words', 'nevers', 'signs'];

const NOTHING: NonNullable<Truth['params']> = {};
const inWriting = new WeakMap<object, string>();

/** A list in a sentence may come in any order. */
function written(params: Truth['params'] = NOTHING): string {
  const known = inWriting.get(params);
  if (known !== undefined) return known;
  const text = writeDown(params);
  inWriting.set(params, text);
  return text;
}

function writeDown(params: NonNullable<Truth['params']>): string {
  const entries = Object.entries(params).map(([name, value]) => {
    const between = LISTS.includes(name) ? ', ' : name === 'who' ? '; ' : undefined;
    return [name, between === undefined ? value : String(value).split(between).sort().join(between)] as const;
  });
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const writtenEvents = (events: readonly number[]) => [...events].sort((a, b) => a - b).join(' ');

function isThe({ params, events }: Truth, sentence: Pick<Sentence, 'params' | 'events'>): boolean {
  return (
    written(params) === written(sentence.params) &&
    (events === undefined || writtenEvents(events) === writtenEvents(sentence.events))
  );
}

/** Differences between the debrief and the readers: false sentences, and true ones that are missing. */
export function differences(read: readonly Read[], said: readonly Said[]): string[] {
  const unknown = said.filter(({ of, sentences }) => sentences.length > 0 && !read.some((one) => one.of === of));
  return [
    ...unknown.map(({ of }) => `${of}: there is nothing of which anything could be said`),
    ...read.flatMap(({ of, truths }) => {
      const sentences = said.find((one) => one.of === of)?.sentences ?? [];
      return [...falseOnes(of, sentences, truths), ...missingOnes(of, sentences, truths)];
    }),
  ];
}

const falseOnes = (of: string, sentences: readonly Sentence[], truths: Read['truths']) => {
  const all = sentences.map((one) => JSON.stringify(one));
  return sentences
    .filter((sentence, n) => {
      const isTwice = all.indexOf(all[n] ?? '') !== n;
      return isTwice || !truths.get(sentence.id)?.some((one) => isThe(one, sentence));
    })
    .map(({ id, params, events }) => `${of}: false: ${id} ${written(params)} [${events.join(' ')}]`);
};

const missingOnes = (of: string, sentences: readonly Sentence[], truths: Read['truths']) =>
  [...truths].flatMap(([id, own]) =>
    own
      .filter((one) => !one.optional && !sentences.some((sentence) => sentence.id === id && isThe(one, sentence)))
      .map(({ params, events }) => `${of}: missing: ${id} ${written(params)} [${events?.join(' ') ?? 'any'}]`),
  );
