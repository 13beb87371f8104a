import { describe, expect, it } from 'vitest';
import { deleteAllReviewDrafts } from '#library/review/browser/review-draft.ts';

/** A storage as a browser has it, over a map. */
function storageWith(...names: readonly string[]): Storage {
  const held = new Map(names.map((name) => [name, '{}']));
  return {
    get length() {
      return held.size;
    },
    key: (n: number) => [...held.keys()][n] ?? null,
    removeItem: (name: string) => void held.delete(name),
  } as Storage;
}

describe('everything deleted from the device', () => {
  it('takes the answers of every review with it, and nothing of others', () => {
    const storage = storageWith('checkathon-review-a', 'theme', 'checkathon-review-b', 'checkathon-review-c');
    deleteAllReviewDrafts(() => storage);

    expect(Array.from({ length: storage.length }, (_, n) => storage.key(n))).toEqual(['theme']);
  });
});
