import { storageName } from '#kernel/browser/packed-page.ts';
import { presentDraft, type ReviewDraft } from '#library/review/model/review-draft.ts';

const PLACE = 'checkathon-review-';
const placeOf = (textHash: string) => storageName(`${PLACE}${textHash}`);

/** The answers kept for a text; none where the browser refuses storage or another program wrote there. */
export function readReviewDraft(textHash: string): ReviewDraft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(textHash)) ?? 'null');
    return presentDraft(kept);
  } catch {
    // Refused by the browser's settings, or not written by us.
    return undefined;
  }
}

/** Keeps the answers; false where the browser refuses it. */
export function keepReviewDraft(textHash: string, draft: ReviewDraft): boolean {
  try {
    localStorage.setItem(placeOf(textHash), JSON.stringify(draft));
    return true;
  } catch {
    // Refused by the browser's settings: the form can still be saved as a file.
    return false;
  }
}

export function deleteReviewDraft(textHash: string): void {
  try {
    localStorage.removeItem(placeOf(textHash));
  } catch {
    // Refused by the browser's settings: nothing is kept.
  }
}

/** Deletes the answers of every review that this browser holds. */
export function deleteAllReviewDrafts(storage: () => Storage = () => localStorage): void {
  try {
    const held = storage();
    const places = Array.from({ length: held.length }, (_, n) => held.key(n) ?? '');
    for (const place of places) if (place.startsWith(storageName(PLACE))) held.removeItem(place);
  } catch {
    // Refused by the browser's settings: nothing is kept.
  }
}
