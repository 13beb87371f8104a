import { DATA_CATEGORIES, type DataCategory, LETTER_KINDS, type Letter, OFFICES } from './letter.ts';

/** What a letter in a locker says of its signature and of the data that it asks for. */
export type SignedLetter = Pick<Letter, 'kind' | 'issuer' | 'authority' | 'legalBasis' | 'data' | 'urgency'>;

/**
 * Reads the file of a letter as the locker holds it. Undefined if it is no letter. A field that is missing or has
 * another type counts as left out, and an unknown kind of data makes the letter unreadable.
 */
export function readSignedLetter(text: string): SignedLetter | undefined {
  const said = readObject(text);
  const kind = LETTER_KINDS.find((one) => one === said?.['kind']);
  const data = said?.['data'];
  if (!said || !kind || !Array.isArray(data) || !data.every(isCategory)) return undefined;
  const issuer = OFFICES.find((office) => office === said['issuer']);
  const written = (name: string) => (typeof said[name] === 'string' ? said[name] : '');
  return {
    kind,
    ...(issuer && { issuer }),
    authority: written('authority'),
    legalBasis: written('legalBasis'),
    data,
    urgency: written('urgency'),
  };
}

const isCategory = (value: unknown): value is DataCategory => (DATA_CATEGORIES as readonly unknown[]).includes(value);

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
