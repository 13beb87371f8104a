import { stream } from '#kernel/model/rng.ts';
import { factNames } from '#market/text/model/facts.ts';
import type { FactLists } from '#market/text/model/language-schemas.ts';
import { CONTRACTIONS, type TemplatePiece } from '#market/text/model/parse-template.ts';
import { PERSONS, type Person } from '#market/text/model/persons.ts';

/** A template with more readings than this is sampled. */
const MAX_READINGS = 2000;

/** Who writes, and how. */
export interface Manner {
  readonly person: Person;
  /** 0 whole forms, 1 with apostrophe, 2 without. */
  readonly contraction?: 0 | 1 | 2;
  /** True for somebody who leaves out all articles. */
  readonly dropsArticles?: boolean;
}

/** Number of ways in which the alternatives of a template can be chosen. */
export function waysOf(pieces: readonly TemplatePiece[]): number {
  return pieces.reduce(
    (ways, piece) => ways * (piece.kind === 'choice' ? piece.options.reduce((sum, one) => sum + waysOf(one), 0) : 1),
    1,
  );
}

/** What a template can be read as: all of it, or a sample where there is too much. Facts stand as `{name}`. */
export function readingsOf(pieces: readonly TemplatePiece[], facts: FactLists, manner: Manner): string[] {
  const names = factNames(facts);
  const person = PERSONS.indexOf(manner.person);
  if (waysOf(pieces) <= MAX_READINGS) return all(pieces);
  const rng = stream('readings', JSON.stringify(pieces));
  return Array.from({ length: MAX_READINGS }, () => one(pieces, (bound) => rng.int(bound)));

  function all(list: readonly TemplatePiece[]): string[] {
    let found = [''];
    for (const piece of list) {
      const ends = piece.kind === 'choice' ? piece.options.flatMap(all) : [plain(piece)];
      found = found.flatMap((text) => ends.map((end) => text + end));
    }
    return found;
  }

  function one(list: readonly TemplatePiece[], below: (bound: number) => number): string {
    return list
      .map((piece) =>
        piece.kind === 'choice'
          ? one(piece.options[below(piece.options.length)] as readonly TemplatePiece[], below)
          : plain(piece),
      )
      .join('');
  }

  function plain(piece: Exclude<TemplatePiece, { kind: 'choice' }>): string {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'fact':
        return `{${names[piece.fact]}}`;
      case 'forms':
        return piece.forms[person * CONTRACTIONS + (manner.contraction ?? 0)] as string;
      case 'word':
        return piece.word.plain;
      case 'article':
        return manner.dropsArticles ? '' : piece.text;
    }
  }
}
