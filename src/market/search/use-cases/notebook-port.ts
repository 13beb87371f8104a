/** A named set of ads of one market. */
export interface AdSelection {
  readonly id: string;
  readonly name: string;
  /** Ids of ads, in the order of adding. */
  readonly ads: readonly string[];
}

/** A reader's note on an ad. */
export interface AdNote {
  readonly ad: string;
  readonly text: string;
}

/** A reader's selections and notes in one market. */
export interface KeptOfMarket {
  readonly selections: readonly AdSelection[];
  readonly notes: readonly AdNote[];
}

/** Port for storing selections and notes, separately for each market. */
export interface MarketNotebook {
  /** False where the browser refuses storage: everything is lost with the page. */
  readonly lasting: boolean;
  read(market: string): Promise<KeptOfMarket>;
  /** Adds a selection, or replaces the one with its id. */
  putSelection(market: string, selection: AdSelection): Promise<void>;
  deleteSelection(market: string, id: string): Promise<void>;
  /** Writes a note; an empty text deletes it. */
  putNote(market: string, note: AdNote): Promise<void>;
}
