import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import type { EvidenceItem, NamedIdentifiers } from './evidence-item.ts';
import { identifiersOn } from './identifiers.ts';

export type IdentifierKind = keyof NamedIdentifiers;

/** The kind under which a record lists a field of a page. */
const KINDS: Readonly<Record<string, IdentifierKind>> = {
  phone: 'phones',
  account: 'handles',
  payment: 'payment',
  picture: 'imageIds',
  room: 'rooms',
  ad: 'ads',
};

/** Groups identifiers, each as `field:value`, by the kinds of a record. */
export function byKind(identifiers: readonly string[]): Required<NamedIdentifiers> {
  const named: Record<IdentifierKind, string[]> = {
    phones: [],
    handles: [],
    payment: [],
    imageIds: [],
    rooms: [],
    ads: [],
  };
  for (const identifier of identifiers) {
    const [, name = '', value = ''] = /^(\w+):(.*)$/s.exec(identifier) ?? [];
    const kind = KINDS[name];
    if (kind) named[kind].push(value);
  }
  return named;
}

type Captured = Pick<EvidenceItem, 'facts' | 'body'>;

/** The ad that a captured page shows, read from its bytes. */
const seenOn = ({ facts, body }: Captured) =>
  readServedAd({ url: facts.finalUrl, status: facts.httpStatus as 200, headers: facts.headers, body });

/** The identifiers that a captured page shows, each as `field:value`. */
export const shownIdentifiers = (item: Captured): string[] => identifiersOn(item.facts.adId, seenOn(item));

/** True if the page of an ad was captured; false for an answer without a page. */
export const showsAd = (item: Captured): boolean => seenOn(item).kind === 'ad';

/**
 * Kinds with an identifier on the page that the record does not name; the ad's id is one of them. Older records without
 * `ads` are not checked for it; older records without `rooms` list rooms among the pictures.
 */
export function unnamedKinds(named: NamedIdentifiers, shown: readonly string[]): IdentifierKind[] {
  const onPage = byKind(shown);
  const kinds = Object.keys(onPage) as IdentifierKind[];
  return kinds.filter((kind) => {
    const written = kind === 'rooms' ? (named.rooms ?? named.imageIds) : named[kind];
    return written && onPage[kind].some((value) => !written.includes(value));
  });
}

/**
 * True if a record names an identifier that is not on its page. Older records without `rooms` list them as pictures.
 */
export function namesOthers(named: NamedIdentifiers, shown: readonly string[]): boolean {
  const onPage = byKind(shown);
  const { rooms, ads = [], ...others } = named;
  const pictures = rooms ? onPage.imageIds : [...onPage.imageIds, ...onPage.rooms];
  const written = { ...others, ads, rooms: rooms ?? [] };
  return (Object.keys(onPage) as IdentifierKind[]).some((kind) => {
    const shownValues = kind === 'imageIds' ? pictures : onPage[kind];
    return written[kind].some((value) => !shownValues.includes(value));
  });
}
