/** Thrown if a part is sealed in the page and the passphrase of its release has not been given yet. */
export class PartSealedError extends Error {
  override name = 'PartSealedError';
  /** Id and title of the release that opens the part. */
  readonly release: { readonly id: string; readonly title: string };
  constructor(part: string, { id, title }: { readonly id: string; readonly title: string }) {
    super(`The part ${part} is sealed until the release of ${id}.`);
    this.release = { id, title };
  }
}
