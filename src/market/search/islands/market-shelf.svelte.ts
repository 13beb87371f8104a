import { downloadText } from '#kernel/browser/download.ts';
import { openMarketNotebook } from '#market/search/browser/market-notebook.ts';
import type { AdSelection, KeptOfMarket, MarketNotebook } from '#market/search/use-cases/notebook-port.ts';

const NOTHING: KeptOfMarket = { selections: [], notes: [] };

/** What a reader keeps of the market that is open. */
export class MarketShelf {
  kept = $state.raw<KeptOfMarket>(NOTHING);
  lasting = $state(true);
  /** The selection that was deleted last, until something else happens to the shelf. */
  deleted = $state.raw<AdSelection>();
  #notebook: Promise<MarketNotebook> | undefined;
  #market = '';

  async open(market: string): Promise<void> {
    this.#market = market;
    this.kept = NOTHING;
    this.deleted = undefined;
    this.#notebook ??= openMarketNotebook();
    const notebook = await this.#notebook;
    this.lasting = notebook.lasting;
    await this.#read();
  }

  async put(selection: AdSelection): Promise<void> {
    this.deleted = undefined;
    await (await this.#notebook)?.putSelection(this.#market, selection);
    await this.#read();
  }

  create(name: string, ads: readonly string[]): Promise<void> {
    const id = [...crypto.getRandomValues(new Uint8Array(8))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    return this.put({ id, name, ads });
  }

  async delete(selection: AdSelection): Promise<void> {
    await (await this.#notebook)?.deleteSelection(this.#market, selection.id);
    await this.#read();
    this.deleted = selection;
  }

  async undo(): Promise<void> {
    if (this.deleted) await this.put(this.deleted);
  }

  async note(ad: string, text: string): Promise<void> {
    await (await this.#notebook)?.putNote(this.#market, { ad, text });
    await this.#read();
  }

  /** Saves everything kept of this market as a file; `address` leads back to the market. */
  download(address: string, notice: string): void {
    const { selections, notes } = this.kept;
    const file = {
      schema: 'market-notebook/1',
      synthetic: true,
      notice,
      marketId: this.#market,
      address,
      selections,
      notes,
    };
    downloadText('checkathon-market-notebook.json', `${JSON.stringify(file, null, 2)}\n`);
  }

  async #read(): Promise<void> {
    const market = this.#market;
    const kept = await (await this.#notebook)?.read(market);
    if (kept && market === this.#market) this.kept = kept;
  }
}
