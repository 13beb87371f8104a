/** A named set of ads of one market. */
export interface Selection {
  readonly id: string;
  readonly name: string;
  /** Ids of ads, in the order in which they were put in. */
  readonly ads: readonly string[];
}

/** What somebody wrote beside an ad. */
export interface AdNote {
  readonly ad: string;
  readonly text: string;
}

/** What a reader keeps of one market. */
export interface KeptOfMarket {
  readonly selections: readonly Selection[];
  readonly notes: readonly AdNote[];
}

/** Keeps selections and notes, apart for each market. */
export interface MarketNotebook {
  /** False where the browser refuses storage: then everything is forgotten with the page. */
  readonly lasting: boolean;
  read(market: string): Promise<KeptOfMarket>;
  /** Puts a selection in, in place of the one with its id. */
  putSelection(market: string, selection: Selection): Promise<void>;
  deleteSelection(market: string, id: string): Promise<void>;
  /** An empty text takes the note away. */
  putNote(market: string, note: AdNote): Promise<void>;
}
