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

/** The identifiers that a captured page shows, each as `field:value`. */
export function shownIdentifiers({ facts, body }: Pick<EvidenceItem, 'facts' | 'body'>): string[] {
  const served = { url: facts.finalUrl, status: facts.httpStatus as 200, headers: facts.headers, body };
  return identifiersOn(facts.adId, readServedAd(served));
}

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
