import {
  type DataCategory,
  emptyLetter,
  type Letter,
  type LetterKind,
  type Office,
} from '#evidence/letters/model/letter.ts';
import type { LetterSubject } from '#evidence/letters/model/letter-subject.ts';
import type { Instant } from '#kernel/model/instant.ts';

/** The content of a full letter: who holds the data, which data, and for which period. */
interface Wanted {
  readonly subject: LetterSubject;
  readonly data: readonly DataCategory[];
  readonly to: string;
  /** The signing office; left out in a letter without one. */
  readonly issuer?: Office;
  readonly days: number;
  readonly from: Instant;
  readonly until: Instant;
}

/** A letter of the reference player with everything that its kind requires. */
export function fullLetter(kind: LetterKind, { subject, data, to, issuer, days, from, until }: Wanted): Letter {
  const word = (point: string, usual: string) => subject.words?.[point]?.[0] ?? usual;
  const subjects = `ads ${subject.ads.join(', ')}, accounts ${subject.accounts.join(', ')}`;
  const fact = word('offence.fact', 'number');
  return {
    ...emptyLetter(kind),
    to,
    authority: word('authority.unit', 'Specialised unit'),
    contact: `${word('authority.back', 'duty desk')}, checked by call back`,
    ...(issuer && kind !== 'notice' && { issuer }),
    offence: subject.offences?.[0] ?? 'offence of the file',
    facts: `On file: ${subjects}. What joins them: ${fact}.`,
    accounts: subject.accounts,
    ads: subject.ads,
    urls: subject.urls,
    from,
    until,
    data,
    custodian: word('custodian.holder', 'The company that runs the site.'),
    urgency: 'Pages of this kind are changed or deleted within hours.',
    intent: subject.intent ?? 'order',
    days,
    confidentiality: 'The account holder is not told, on the basis of the order.',
    keepsOnline: true,
    acknowledgement: true,
    reasons: `Against the rules of the site. What joins the ads: ${word('reasons.fact', fact)}.`,
    goodFaith: true,
    legalBasis: `Order on file, ${word('legal-basis.basis', 'law of the State')}.`,
    necessity: 'No milder way leads to these data. Only the accounts and days named here are asked for.',
    link: `These posted what the file is about, ${subjects}: ${word('link.offence', 'offence')}.`,
    formalities: 'With a signed statement of who took the data out, and when.',
    language: subject.language ?? '',
    speciality: `Only for ${word('speciality.file', 'this file')}, and for no other.`,
    redress: 'To the court named in the order.',
  };
}
