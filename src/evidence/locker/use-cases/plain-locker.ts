import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { fromUtf8, utf8 } from '#kernel/model/utf8.ts';

/** A locker as JSON: the bodies of its items are text. */
export interface PlainLocker extends Omit<Locker, 'items'> {
  readonly items: readonly (Omit<EvidenceItem, 'body'> & { readonly html: string })[];
}

/** Converts a locker to plain data, for a file of the site. */
export function toPlainLocker(locker: Locker): PlainLocker {
  return { ...locker, items: locker.items.map(({ body, ...item }) => ({ ...item, html: fromUtf8(body) })) };
}

/** Converts plain data back to a locker. */
export function fromPlainLocker(plain: PlainLocker): Locker {
  return { ...plain, items: plain.items.map(({ html, ...item }) => ({ ...item, body: utf8(html) })) };
}
