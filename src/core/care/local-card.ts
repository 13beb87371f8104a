/** One contact of the local card, as the facilitator has written it. */
export interface LocalContact {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly hours: string;
  readonly note: string;
  /** The day on which somebody tried it, as YYYY-MM-DD; empty where nobody has. */
  readonly checkedOn: string;
}

/** Help at the place of a training: kept on one device, because a number that is shipped goes out of date (rule C25). */
export interface LocalCard {
  readonly schema: 'local-card/1';
  readonly contacts: readonly LocalContact[];
}

export const EMPTY_CARD: LocalCard = { schema: 'local-card/1', contacts: [] };

/** More would not fit on one printed page. */
export const MAX_CONTACTS = 8;

/** The longest text of each field, in characters. */
export const LONGEST = { name: 80, number: 60, hours: 80, note: 160 } as const;

/** After so many days a number should be tried again. */
export const DAYS_OF_CHECK = 90;

export type ContactFault = 'name-missing' | 'way-missing' | 'date-unknown' | 'date-ahead';

type Draft = Omit<LocalContact, 'id'>;

/** The contact with its blanks put right. */
export const tidyContact = (draft: Draft): Draft => ({
  name: oneLine(draft.name, LONGEST.name),
  number: oneLine(draft.number, LONGEST.number),
  hours: oneLine(draft.hours, LONGEST.hours),
  note: oneLine(draft.note, LONGEST.note),
  checkedOn: draft.checkedOn.trim(),
});

const oneLine = (text: string, longest: number) => text.replaceAll(/\s+/g, ' ').trim().slice(0, longest);

/** What keeps a contact from being of use, by its field. `today` is YYYY-MM-DD. */
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

/** Whether somebody has tried a contact, and not too long ago. */
export function standingOfCheck({ checkedOn }: LocalContact, today: string): CheckStanding {
  if (checkedOn === '') return 'never';
  const days = (Date.parse(today) - Date.parse(checkedOn)) / 86_400_000;
  return days <= DAYS_OF_CHECK ? 'fresh' : 'old';
}

/** The card with a contact put in the place of the one with its id, or at its end. A full card stays as it is. */
export function putContact(card: LocalCard, contact: LocalContact): LocalCard {
  const tidy = { id: contact.id, ...tidyContact(contact) };
  if (card.contacts.some(({ id }) => id === contact.id))
    return { ...card, contacts: card.contacts.map((one) => (one.id === contact.id ? tidy : one)) };
  return card.contacts.length < MAX_CONTACTS ? { ...card, contacts: [...card.contacts, tidy] } : card;
}

/** An id that no contact of the card has. */
export function freeId({ contacts }: LocalCard): string {
  const taken = new Set(contacts.map(({ id }) => id));
  for (let n = 1; ; n++) if (!taken.has(`contact-${n}`)) return `contact-${n}`;
}

export const withoutContact = (card: LocalCard, id: string): LocalCard => ({
  ...card,
  contacts: card.contacts.filter((contact) => contact.id !== id),
});

/** A card as it was stored; anything that is none counts as an empty one. */
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
