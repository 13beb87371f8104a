import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptResult } from '#case/debrief/model/kept-result.ts';
import { storageName } from '#kernel/browser/packed-page.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { type AnswerBefore, presentAnswer } from '#learning/track/model/answer-format.ts';
import type { KeptAnswer, PageMark } from '#learning/track/model/kept-answer.ts';
import type { StudyStore } from '#learning/track/use-cases/study-store.ts';

interface Study extends DBSchema {
  answers: { key: string; value: KeptAnswer | AnswerBefore };
  marks: { key: string; value: PageMark };
  results: { key: string; value: KeptResult };
  opened: { key: string; value: { readonly attempt: string } };
}

const DATABASE = 'checkathon-study';
const VERSION = 2;

/**
 * Opens the answers in this browser's IndexedDB; falls back to memory, which does not persist, if the browser refuses
 * it.
 */
export async function openStudyStore(): Promise<StudyStore> {
  try {
    const database = await openDB<Study>(storageName(DATABASE), VERSION, {
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore('answers', { keyPath: 'id' });
          db.createObjectStore('marks', { keyPath: 'path' });
          db.createObjectStore('results', { keyPath: 'attempt' });
        }
        db.createObjectStore('opened', { keyPath: 'attempt' });
      },
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return storeIn(database);
  } catch {
    // Private windows and locked-down machines refuse storage. Lessons can still be read.
    return createMemoryStudy();
  }
}

function storeIn(database: IDBPDatabase<Study>): StudyStore {
  return {
    lasting: true,
    answers: async () => inOrder(await database.getAll('answers')),
    async keepAnswer(answer) {
      const transaction = database.transaction('answers', 'readwrite', { durability: 'strict' });
      // One request and no wait: a reader may leave the page with the next click.
      const known = transaction.store.add(answer).then(
        () => false,
        (error: unknown) => error instanceof DOMException && error.name === 'ConstraintError',
      );
      transaction.commit();
      await transaction.done.catch(async (error: unknown) => {
        if (!(await known)) throw error;
      });
    },
    marks: async () => (await database.getAll('marks')).filter(({ schema }) => schema === 'page-mark/1'),
    async keepMark(mark) {
      const transaction = database.transaction('marks', 'readwrite');
      if ((await transaction.store.get(mark.path)) === undefined) await transaction.store.add(mark);
      await transaction.done;
    },
    removeMark: (path) => database.delete('marks', path),
    results: async () => (await database.getAll('results')).filter(({ schema }) => schema === 'result/1'),
    keepResult: async (result) => void (await database.put('results', result)),
    opened: async () => new Set(await database.getAllKeys('opened')),
    keepOpened: async (attempt) => void (await database.put('opened', { attempt })),
    async clear() {
      const names = ['answers', 'marks', 'results', 'opened'] as const;
      const transaction = database.transaction(names, 'readwrite');
      await Promise.all(names.map((name) => transaction.objectStore(name).clear()));
      await transaction.done;
    },
  };
}

function createMemoryStudy(): StudyStore {
  const answers = new Map<string, KeptAnswer>();
  const marks = new Map<string, PageMark>();
  const results = new Map<string, KeptResult>();
  const opened = new Set<string>();
  return {
    lasting: false,
    answers: async () => inOrder([...answers.values()]),
    keepAnswer: async (answer) => void (answers.has(answer.id) || answers.set(answer.id, answer)),
    marks: async () => [...marks.values()],
    keepMark: async (mark) => void (marks.has(mark.path) || marks.set(mark.path, mark)),
    removeMark: async (path) => void marks.delete(path),
    results: async () => [...results.values()],
    keepResult: async (result) => void results.set(result.attempt, result),
    opened: async () => new Set(opened),
    keepOpened: async (attempt) => void opened.add(attempt),
    clear: async () => {
      opened.clear();
      answers.clear();
      marks.clear();
      results.clear();
    },
  };
}

const inOrder = (answers: readonly (KeptAnswer | AnswerBefore)[]): KeptAnswer[] =>
  answers
    .filter(({ schema }) => schema === 'answer/1' || schema === 'answer/2')
    .map(presentAnswer)
    .sort((a, b) => compareCodes(a.wall, b.wall));
