import type { Instant } from '#core/kernel/instant.ts';

/** The four letters of the desk: keep what you hold; look at this; hand over; and the same by way of another State. */
export const LETTER_KINDS = ['preservation', 'notice', 'order', 'assistance'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** What a platform may hold behind an ad. */
export const DATA_CATEGORIES = [
  'versions',
  'subscriber',
  'logins',
  'device',
  'payment',
  'verification',
  'messages',
  'moderation',
] as const;
export type DataCategory = (typeof DATA_CATEGORIES)[number];

/** Who can sign a letter in the invented States. The trainee drafts a letter for one of them. */
export const OFFICES = ['analyst', 'unit-head', 'investigator', 'prosecutor', 'judge'] as const;
export type Office = (typeof OFFICES)[number];

/** What kind of request for the data themselves the writer says will follow. */
export const INTENTS = ['', 'order', 'assistance'] as const;

/** The longest period that a letter can name. */
export const MAX_DAYS = 3650;

/** A letter as its form holds it, plain JSON. Empty text, an empty list and zero stand for what was left out. */
export type Letter = {
  readonly kind: LetterKind;
  /** Id of the platform that is asked; for assistance, of the platform whose State is asked. */
  readonly to: string;
  readonly authority: string;
  readonly contact: string;
  /** Who signs it. Left out of a notice, of a letter of the bench, and where nobody was chosen. */
  readonly issuer?: Office;
  /** Id of an offence of the desk. */
  readonly offence: string;
  readonly facts: string;
  readonly accounts: readonly string[];
  readonly ads: readonly string[];
  readonly urls: readonly string[];
  readonly from: Instant | '';
  readonly until: Instant | '';
  readonly data: readonly DataCategory[];
  /** Where the data lie, or who holds them. */
  readonly custodian: string;
  readonly urgency: string;
  readonly intent: (typeof INTENTS)[number];
  /** For how many days data are to be kept. */
  readonly days: number;
  /** Asks that the account holder is not told, and on what basis. */
  readonly confidentiality: string;
  /** Asks that no ad is taken down before a day for it is agreed. */
  readonly keepsOnline: boolean;
  readonly acknowledgement: boolean;
  /** SHA-256 of what is attached. */
  readonly attachments: readonly string[];
  readonly reasons: string;
  readonly goodFaith: boolean;
  readonly legalBasis: string;
  readonly necessity: string;
  readonly link: string;
  readonly formalities: string;
  readonly language: string;
  /** What the data may be used for, and for nothing else. */
  readonly speciality: string;
  readonly redress: string;
};

const NOTHING = {
  to: '',
  authority: '',
  contact: '',
  offence: '',
  facts: '',
  accounts: [],
  ads: [],
  urls: [],
  from: '',
  until: '',
  data: [],
  custodian: '',
  urgency: '',
  intent: '',
  days: 0,
  confidentiality: '',
  keepsOnline: false,
  acknowledgement: false,
  attachments: [],
  reasons: '',
  goodFaith: false,
  legalBasis: '',
  necessity: '',
  link: '',
  formalities: '',
  language: '',
  speciality: '',
  redress: '',
} as const;

/** A form of that kind with nothing filled in. */
export function emptyLetter(kind: LetterKind): Letter {
  return { kind, ...NOTHING };
}
