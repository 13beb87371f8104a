import { describe, expect, it } from 'vitest';
import { openUnsentStore } from '#case/attempt/browser/unsent-store.ts';

/** A browser storage with a limit of characters. */
function aStorage(most = Number.POSITIVE_INFINITY): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (at) => [...held.keys()][at] ?? null,
    clear: () => held.clear(),
    getItem: (name) => held.get(name) ?? null,
    removeItem: (name) => void held.delete(name),
    setItem(name, value) {
      if (value.length > most) throw new DOMException('The quota is full.', 'QuotaExceededError');
      held.set(name, value);
    },
  };
}

describe('what is not sent, in the storage of a browser', () => {
  it('are read only by the attempt that stored them', () => {
    const storage = aStorage();
    openUnsentStore(() => storage).keep('case find', 'one', { band: 'check' });
    const later = openUnsentStore(() => storage);
    expect(later.read('case find', 'one')).toEqual({ band: 'check' });
    expect(later.read('case find', 'other')).toBeUndefined();
    expect(later.read('case other', 'one')).toBeUndefined();
  });

  it('use one entry per place for any number of attempts, and none once dropped', () => {
    const storage = aStorage();
    const unsent = openUnsentStore(() => storage);
    for (const attempt of ['one', 'two', 'three']) unsent.keep('case find', attempt, {});
    expect(storage.length).toBe(1);
    unsent.drop('case find');
    expect(storage.length).toBe(0);
  });

  it('are undefined where storage is refused or full, or holds something else', () => {
    const refused = openUnsentStore(() => {
      throw new DOMException('Storage is refused.', 'SecurityError');
    });
    refused.keep('case find', 'one', {});
    expect(refused.read('case find', 'one')).toBeUndefined();
    refused.drop('case find');

    const full = openUnsentStore(() => aStorage(4));
    full.keep('case find', 'one', {});
    expect(full.read('case find', 'one')).toBeUndefined();

    for (const text of ['{', 'null', '3', '[]']) {
      const storage = aStorage();
      storage.setItem('checkathon draft case find', text);
      expect(openUnsentStore(() => storage).read('case find', 'one')).toBeUndefined();
    }
  });
});
