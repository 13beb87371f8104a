/** A ruling or another text that a trainee has signed in an exercise. */
export interface KeptText {
  readonly title: string;
  /** Set if it is the reasons of a judgment; `title` is then that of its file. */
  readonly of?: 'judgment';
  /** What was decided, in a few words; left out of a text that decides nothing. */
  readonly outcome?: string;
  readonly paragraphs: readonly string[];
}

/** A matrix that a trainee has filled in. Each row has as many cells as there are columns. */
export interface KeptMatrix {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** How probable a trainee took a statement to be, from 0 to 100, at first and at last. */
export interface KeptView {
  readonly about: string;
  readonly first: number;
  readonly last: number;
}

/** The portfolio entry of one exercise of an attempt: the trainee's own work, never an answer of the key. */
export interface PortfolioPart {
  readonly texts?: readonly KeptText[];
  readonly matrices?: readonly KeptMatrix[];
  readonly views?: readonly KeptView[];
  /** Set if the exercise is one of two forms for before and after a training; `pair` is the name that both share. */
  readonly form?: { readonly pair: string; readonly place: 'before' | 'after' };
}
