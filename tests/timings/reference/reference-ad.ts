/** The record that every reference generator makes of an ad. */
export interface ReferenceAd {
  readonly id: string | number;
  readonly title: string;
  readonly text: string;
  readonly handle: string;
  readonly phone: string;
  readonly town: string;
  readonly prices: readonly { readonly unit: string; readonly amount: number }[];
  /** Both in milliseconds since 1970. */
  readonly postedAt: number;
  readonly editedAt: number;
}

/** Reads every text of an ad, because an engine concatenates strings lazily on the first read. */
export function readReferenceAd({ title, text, handle, phone, town, postedAt }: ReferenceAd): number {
  return readText(title) + readText(text) + readText(handle) + readText(phone) + readText(town) + (postedAt % 7);
}

/** The character in the middle of a text. */
export function readText(text: string): number {
  return text.length === 0 ? 0 : text.charCodeAt(text.length >> 1);
}
