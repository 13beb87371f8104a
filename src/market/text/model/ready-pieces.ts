import type { HabitWord, TemplatePiece } from './parse-template.ts';

/** What a ready piece is. Numbers, and one shape for all: this is the innermost loop of writing. */
export const READY = { text: 0, texts: 1, word: 2, article: 3, fact: 4, choice: 5, forms: 6 } as const;

/** A piece as it is written: neighbouring texts are one, and a choice between texts needs no further call. */
export interface ReadyPiece {
  readonly code: (typeof READY)[keyof typeof READY];
  /** Of a text or an article. */
  readonly text: string;
  /** Of a choice between texts, and of forms by person and contraction. */
  readonly texts: readonly string[];
  readonly options: readonly (readonly ReadyPiece[])[];
  readonly fact: number;
  readonly word: HabitWord | undefined;
}

const ready = (code: ReadyPiece['code'], parts: Partial<ReadyPiece>): ReadyPiece => {
  const { text = '', texts = [], options = [], fact = -1, word } = parts;
  return { code, text, texts, options, fact, word };
};

/** Prepares pieces for writing; without `habits` every word and article stands as it is. */
export function readyPieces(pieces: readonly TemplatePiece[], habits: boolean): ReadyPiece[] {
  const found: ReadyPiece[] = [];
  for (const piece of pieces) {
    const text = plainText(piece, habits);
    const last = found.at(-1);
    if (text !== undefined) {
      if (last?.code === READY.text) found[found.length - 1] = ready(READY.text, { text: last.text + text });
      else found.push(ready(READY.text, { text }));
    } else found.push(readyOf(piece, habits));
  }
  return found;
}

function readyOf(piece: TemplatePiece, habits: boolean): ReadyPiece {
  switch (piece.kind) {
    case 'choice':
      return choiceOf(piece.options.map((option) => readyPieces(option, habits)));
    case 'fact':
      return ready(READY.fact, { fact: piece.fact });
    case 'forms':
      return ready(READY.forms, { texts: piece.forms });
    case 'word':
      return ready(READY.word, { word: piece.word });
    default:
      return ready(READY.article, { text: piece.text });
  }
}

/** The text of a piece that no voice changes. */
function plainText(piece: TemplatePiece, habits: boolean): string | undefined {
  if (piece.kind === 'text') return piece.text;
  if (habits) return undefined;
  if (piece.kind === 'article') return piece.text;
  return piece.kind === 'word' ? piece.word.plain : undefined;
}

function choiceOf(options: readonly (readonly ReadyPiece[])[]): ReadyPiece {
  const texts = options.flatMap((option) => {
    const [first, second] = option;
    if (first === undefined) return [''];
    return second === undefined && first.code === READY.text ? [first.text] : [];
  });
  return texts.length === options.length ? ready(READY.texts, { texts }) : ready(READY.choice, { options });
}
