import { readServedAd } from '#core/market/read-served-ad.ts';
import type { EvidenceItem, NamedIdentifiers } from './evidence-item.ts';
import { identifiersOn } from './identifiers.ts';

export type IdentifierKind = keyof NamedIdentifiers;

/** Under which kind a record names a field of a page. */
const KINDS: Readonly<Record<string, IdentifierKind>> = {
  phone: 'phones',
  account: 'handles',
  payment: 'payment',
  picture: 'imageIds',
  room: 'rooms',
  ad: 'ads',
};

/** What was ticked or is shown, as `field:value`, by the kinds of a record. */
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

/** True where the page of an ad was captured, and no answer without one. */
export const showsAd = (item: Captured): boolean => seenOn(item).kind === 'ad';

/**
 * Kinds of which a page shows an identifier that its record does not name, the number of the ad among them. A record from before
 * ads were written down is not asked for it; one from before rooms had a list of their own has them among the pictures.
 */
export function unnamedKinds(named: NamedIdentifiers, shown: readonly string[]): IdentifierKind[] {
  const onPage = byKind(shown);
  const kinds = Object.keys(onPage) as IdentifierKind[];
  return kinds.filter((kind) => {
    const written = kind === 'rooms' ? (named.rooms ?? named.imageIds) : named[kind];
    return written && onPage[kind].some((value) => !written.includes(value));
  });
}

/** True where a record names an identifier that is not on its page. One from before rooms had a list of their own has them among the pictures. */
export function namesOthers(named: NamedIdentifiers, shown: readonly string[]): boolean {
  const onPage = byKind(shown);
  const { rooms, ads = [], ...others } = named;
  const pictures = rooms ? onPage.imageIds : [...onPage.imageIds, ...onPage.rooms];
  const written = { ...others, ads, rooms: rooms ?? [] };
  return (Object.keys(onPage) as IdentifierKind[]).some((kind) => {
    const there = kind === 'imageIds' ? pictures : onPage[kind];
    return written[kind].some((value) => !there.includes(value));
  });
}
