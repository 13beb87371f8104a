import type { Rating } from '#case/scoring/model/schemas.ts';
import type { Citation } from '#kernel/model/citation.ts';

/** One thing that a reviewer agrees with or disputes. */
export interface ReviewStatement {
  /** Its name in the form, such as `d01.a`: state and option. */
  readonly id: string;
  /**
   * `principle` and `option` of a decision; `order` of acts; `answer` to a question of a lesson; `citation`, what a
   * text says with a source; `work`, an answer of the authors in the work of a lesson; `text`, all that the page says
   * besides; `kind`, what a kind of exercise adds; `wordings` of a sign at one place of the ads; `doubt`, a question of
   * the authors about wordings. Where a text has several lines, a line that begins with "– " is an entry of a list.
   */
  readonly kind:
    | 'principle'
    | 'option'
    | 'order'
    | 'answer'
    | 'citation'
    | 'work'
    | 'text'
    | 'kind'
    | 'wordings'
    | 'doubt';
  /** Its topic, if what it is about has a name of its own; its words in the form are under `topic.<topic>`. */
  readonly topic?: string;
  /** Title of the scene or the question that it belongs to. */
  readonly about: string;
  readonly text: string;
  /**
   * How a decision of the key is rated, an answer to a question, an answer in a matrix or draft, a measure of a plan;
   * undefined if it is not rated.
   */
  readonly rating?:
    | Rating
    | 'right'
    | 'wrong'
    | 'holds'
    | 'arguable'
    | 'fails'
    | 'needed'
    | 'possible'
    | 'needless'
    | 'harmful';
  /** The answer of the key if it is no rating; its words in the form are under `answer.<id>`, with parameters. */
  readonly answer?: { readonly id: string; readonly params?: Readonly<Record<string, string | number>> };
  readonly reason?: string;
  readonly sources: readonly Citation[];
}

/** A text that can be reviewed: all its statements, bound to the text by its hash. */
export interface ReviewSubject {
  readonly schema: 'review-subject/1';
  readonly of: 'case' | 'lesson' | 'wordings';
  readonly id: string;
  readonly title: string;
  /** SHA-256 of the whole text that a review is of. */
  readonly textHash: string;
  readonly statements: readonly ReviewStatement[];
  /** What is not among the statements: titles of exercises, with their material and answers; of wordings, what they are. */
  readonly leftOut: readonly string[];
}
