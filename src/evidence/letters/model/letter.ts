import type { Instant } from '#kernel/model/instant.ts';

/**
 * The four kinds of letter: a request to preserve data; a notice of content; an order to produce data; a request for
 * legal assistance, which asks another State for such an order.
 */
export const LETTER_KINDS = ['preservation', 'notice', 'order', 'assistance'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Kinds of data that a platform may hold about an ad. */
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

/** Offices that can sign a letter in the invented States. The trainee drafts letters for one of them. */
export const OFFICES = ['analyst', 'unit-head', 'investigator', 'prosecutor', 'judge'] as const;
export type Office = (typeof OFFICES)[number];

/**
 * The ways on which a letter can go, for a desk that offers a choice. `home`: to a company at home, under the law of
 * this State. `states`: from State to State, to have data kept. `point`: to the point of contact of the other State,
 * which can be reached day and night. `served`: as an order of this State to a company abroad that offers its service
 * here. `direct`: straight to a company abroad, under a treaty. `central`: mutual assistance, through the central
 * authorities.
 */
export const CHANNELS = ['home', 'states', 'point', 'served', 'direct', 'central'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The request for the data themselves that a preservation request announces. */
export const INTENTS = ['', 'order', 'assistance'] as const;

/** The longest period that a letter can name. */
export const MAX_DAYS = 3650;

/** The values of a letter's form, plain JSON. Empty text, an empty list and zero mean left out. */
export type Letter = {
  readonly kind: LetterKind;
  /** Id of the receiving platform; for assistance, of the platform whose State receives the letter. */
  readonly to: string;
  /** The way on which it goes. Left out of a notice, at a desk without a choice, and if none was chosen. */
  readonly channel?: Channel;
  readonly authority: string;
  readonly contact: string;
  /** Signing office. Left out of a notice, of a letter of the workbench, and if none was chosen. */
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
  /** Where the data are, or who holds them. */
  readonly custodian: string;
  readonly urgency: string;
  readonly intent: (typeof INTENTS)[number];
  /** Preservation period in days. */
  readonly days: number;
  /** Request that the account holder is not informed, with its basis. */
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
  /** The only purpose for which the data may be used. */
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

/** An empty form of a kind of letter. */
export function emptyLetter(kind: LetterKind): Letter {
  return { kind, ...NOTHING };
}
