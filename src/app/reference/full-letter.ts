import { type DataCategory, emptyLetter, type Letter, type LetterKind } from '#core/evidence/letters/letter.ts';
import type { LetterSubject } from '#core/evidence/letters/letter-parts.ts';
import type { Instant } from '#core/kernel/instant.ts';

/** What a full letter is about: who has the data, which of them, and for which span. */
interface Wanted {
  readonly subject: LetterSubject;
  readonly data: readonly DataCategory[];
  readonly to: string;
  readonly days: number;
  readonly from: Instant;
  readonly until: Instant;
}

/** A letter of the reference player that says everything its kind has to say. */
export function fullLetter(kind: LetterKind, { subject, data, to, days, from, until }: Wanted): Letter {
  return {
    ...emptyLetter(kind),
    to,
    authority: 'Specialised Unit, reference player',
    contact: 'duty desk, checked by call back',
    offence: subject.offences?.[0] ?? 'offence of the file',
    facts: 'Ads of one account, kept on file.',
    accounts: subject.accounts,
    ads: subject.ads,
    urls: subject.urls,
    from,
    until,
    data,
    custodian: 'The company that runs the site.',
    urgency: 'Pages of this kind change within hours.',
    intent: 'assistance',
    days,
    confidentiality: 'The account holder is not told, on the basis of the order.',
    keepsOnline: true,
    acknowledgement: true,
    reasons: 'The ads are listed with what in them breaks the rules of the site.',
    goodFaith: true,
    legalBasis: 'The order of the duty prosecutor.',
    necessity: 'No milder way leads to these data.',
    link: 'The account posted the ads that the file is about.',
    formalities: 'With a statement of who took the data out, and when.',
    language: subject.language ?? '',
    speciality: 'For this file and no other.',
    redress: 'To the court named in the order.',
  };
}
