/** One contact of the local card, as written by the facilitator. */
export interface LocalContact {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly hours: string;
  readonly note: string;
  /** The day on which the number was last tried, as YYYY-MM-DD; empty if never. */
  readonly checkedOn: string;
}

/**
 * Local help at the place of a training: stored on one device only, because a number shipped with the kit goes out of
 * date (rule C25).
 */
export interface LocalCard {
  readonly schema: 'local-card/1';
  readonly contacts: readonly LocalContact[];
}

export const EMPTY_CARD: LocalCard = { schema: 'local-card/1', contacts: [] };

/** Maximum contacts: what fits on one printed page. */
export const MAX_CONTACTS = 8;

/** Maximum length of each field, in characters. */
export const MAX_FIELD_LENGTH = { name: 80, number: 60, hours: 80, note: 160 } as const;

/** Days after which a number should be checked again. */
export const CHECK_VALID_DAYS = 90;

export type ContactFault = 'name-missing' | 'way-missing' | 'date-unknown' | 'date-ahead';

type Draft = Omit<LocalContact, 'id'>;

/** The contact with white space normalised. */
export const tidyContact = (draft: Draft): Draft => ({
  name: oneLine(draft.name, MAX_FIELD_LENGTH.name),
  number: oneLine(draft.number, MAX_FIELD_LENGTH.number),
  hours: oneLine(draft.hours, MAX_FIELD_LENGTH.hours),
  note: oneLine(draft.note, MAX_FIELD_LENGTH.note),
  checkedOn: draft.checkedOn.trim(),
});

const oneLine = (text: string, longest: number) => text.replaceAll(/\s+/g, ' ').trim().slice(0, longest);

/** Why a contact is not usable, by field. `today` is YYYY-MM-DD. */
export function faultsOfContact(draft: Draft, today: string): Partial<Record<keyof Draft, ContactFault>> {
  const { name, number, note, checkedOn } = tidyContact(draft);
  const isDay = checkedOn === '' || (/^\d{4}-\d{2}-\d{2}$/.test(checkedOn) && !Number.isNaN(Date.parse(checkedOn)));
  return {
    ...(name === '' && { name: 'name-missing' as const }),
    ...(number === '' && note === '' && { number: 'way-missing' as const }),
    ...(!isDay && { checkedOn: 'date-unknown' as const }),
    ...(isDay && checkedOn > today && { checkedOn: 'date-ahead' as const }),
  };
}

export type CheckStanding = 'never' | 'old' | 'fresh';

/** Whether a contact was checked, and recently enough. */
export function standingOfCheck({ checkedOn }: LocalContact, today: string): CheckStanding {
  if (checkedOn === '') return 'never';
  const days = (Date.parse(today) - Date.parse(checkedOn)) / 86_400_000;
  return days <= CHECK_VALID_DAYS ? 'fresh' : 'old';
}

/** The card with a contact replaced (same id) or appended. A full card is returned unchanged. */
export function putContact(card: LocalCard, contact: LocalContact): LocalCard {
  const tidy = { id: contact.id, ...tidyContact(contact) };
  if (card.contacts.some(({ id }) => id === contact.id))
    return { ...card, contacts: card.contacts.map((one) => (one.id === contact.id ? tidy : one)) };
  return card.contacts.length < MAX_CONTACTS ? { ...card, contacts: [...card.contacts, tidy] } : card;
}

/** An id that is not used on the card. */
export function freeId({ contacts }: LocalCard): string {
  const taken = new Set(contacts.map(({ id }) => id));
  for (let n = 1; ; n++) if (!taken.has(`contact-${n}`)) return `contact-${n}`;
}

export const withoutContact = (card: LocalCard, id: string): LocalCard => ({
  ...card,
  contacts: card.contacts.filter((contact) => contact.id !== id),
});

/** Reads a stored card; anything else counts as an empty card. */
export function readCard(stored: unknown): LocalCard {
  const { schema, contacts } = (stored ?? {}) as { schema?: unknown; contacts?: unknown };
  if (schema !== EMPTY_CARD.schema || !Array.isArray(contacts)) return EMPTY_CARD;
  return { ...EMPTY_CARD, contacts: contacts.filter(isContact).slice(0, MAX_CONTACTS) };
}

const FIELDS = ['id', 'name', 'number', 'hours', 'note', 'checkedOn'] as const;

const isContact = (value: unknown): value is LocalContact =>
  typeof value === 'object' &&
  value !== null &&
  FIELDS.every((field) => typeof (value as Record<string, unknown>)[field] === 'string');
