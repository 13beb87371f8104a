import { emptyLetter, type Letter, type LetterKind } from '#evidence/letters/model/letter.ts';
import type { RequestDesk } from './desk.ts';

const ROUTINE = 'as usual';

/**
 * A letter that is filled in by routine without reading the case: it names no ad, no account and no time span, and the
 * recipient and the offence only if there is no choice. It is worth nothing, because it does not refer to the case.
 */
export function formLetter(kind: LetterKind, { platforms, offences }: RequestDesk): Letter {
  const onlyOne = (entries: readonly { readonly id: string }[]) => (entries.length === 1 ? (entries[0]?.id ?? '') : '');
  return {
    ...emptyLetter(kind),
    to: onlyOne(platforms),
    authority: ROUTINE,
    contact: ROUTINE,
    offence: onlyOne(offences),
    facts: ROUTINE,
    custodian: ROUTINE,
    urgency: ROUTINE,
    intent: 'assistance',
    days: 90,
    confidentiality: ROUTINE,
    keepsOnline: true,
    acknowledgement: true,
    reasons: ROUTINE,
    goodFaith: true,
    legalBasis: ROUTINE,
    necessity: ROUTINE,
    link: ROUTINE,
    formalities: ROUTINE,
    language: ROUTINE,
    speciality: ROUTINE,
    redress: ROUTINE,
  };
}
