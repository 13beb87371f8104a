/** A run of words that stayed, went or came. */
export interface Change {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Words with the blanks behind them, so that the parts of a text joined are the text. */
const wordsIn = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];

/**
 * What changed from one text to another, word by word: the longest run of words that both have in common stays. What is
 * same or gone joined is the text before, what is same or new the text after.
 */
export function diffWords(before: string, after: string): Change[] {
  const old = wordsIn(before);
  const now = wordsIn(after);
  const longest = commonLengths(old, now);
  const changes: { kind: Change['kind']; text: string }[] = [];
  const add = (kind: Change['kind'], text: string) => {
    const last = changes.at(-1);
    if (last?.kind === kind) last.text += text;
    else changes.push({ kind, text });
  };
  let a = 0;
  let b = 0;
  while (a < old.length || b < now.length) {
    if (a < old.length && old[a] === now[b]) {
      add('same', old[a] as string);
      a += 1;
      b += 1;
    } else if (a < old.length && (b >= now.length || lengthAt(longest, a + 1, b) >= lengthAt(longest, a, b + 1))) {
      add('gone', old[a] as string);
      a += 1;
    } else {
      add('new', now[b] as string);
      b += 1;
    }
  }
  return changes;
}

/** By place in both texts how many words they have in common from there on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = now.length - 1; b >= 0; b--)
      (lengths[a] as number[])[b] =
        old[a] === now[b]
          ? lengthAt(lengths, a + 1, b + 1) + 1
          : Math.max(lengthAt(lengths, a + 1, b), lengthAt(lengths, a, b + 1));
  return lengths;
}

const lengthAt = (lengths: readonly (readonly number[])[], a: number, b: number) => lengths[a]?.[b] ?? 0;
