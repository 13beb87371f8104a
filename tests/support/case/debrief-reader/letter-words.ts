/**
 * Default words for each part and point of a letter; a case can give its own. The point is made if one of them is in
 * `field`, the field of the letter. Without words the field must name an ad or an account of the case.
 */
export const WORDS_OF: Readonly<Record<string, { readonly field: string; readonly words: string }>> = {
  'authority.unit': {
    field: 'authority',
    words: 'unit, police, prosecutor, office, authority, agency, analyst, investigator, officer, desk, service',
  },
  'authority.back': { field: 'contact', words: 'desk, phone, telephone, call, line, mail, @, +999' },
  'offence.subject': { field: 'facts', words: '' },
  'offence.fact': {
    field: 'facts',
    words: 'number, phone, telephone, account, picture, room, text, voice, payer, payment',
  },
  'custodian.holder': {
    field: 'custodian',
    words: 'company, site, platform, provider, host, firm, desk, operator, board',
  },
  'urgency.loss': {
    field: 'urgency',
    words:
      'delete, deleting, deletion, remove, removing, removal, edit, change, changing, lose, lost, take down, taken down, gone, disappear, vanish, expire, overwritten, hide, hidden, ends, end of, ending, run out, runs out, kept for, kept only, kept until, only until, no longer',
  },
  'urgency.soon': {
    field: 'urgency',
    words: 'minute, hour, day, night, evening, today, tonight, tomorrow, week, any time, moment, soon',
  },
  'confidentiality.untold': {
    field: 'confidentiality',
    words:
      'not told, not tell, not be told, not inform, not be informed, not notify, not be notified, tell nobody, tell no one, nobody is told, not warn, not know, not learn, secret, confidential, without telling',
  },
  'confidentiality.basis': {
    field: 'confidentiality',
    words: 'order, law, article, section, file, warrant, act on, code of, agreement, treaty, part of, clause',
  },
  'reasons.rule': {
    field: 'reasons',
    words: 'rule, law, illegal, unlawful, offence, forbid, forbidden, not allowed, terms',
  },
  'reasons.fact': {
    field: 'reasons',
    words: 'number, phone, telephone, account, picture, room, text, voice, payer, payment',
  },
  'legal-basis.basis': {
    field: 'legalBasis',
    words: 'order, law, article, section, file, warrant, act on, code of, agreement, treaty, part of, clause',
  },
  'necessity.milder': {
    field: 'necessity',
    words: 'milder, less, other way, only way, public, without, not enough, cannot be had',
  },
  'necessity.limit': {
    field: 'necessity',
    words: 'only, no more, not more, no other, nothing else, nobody else, limited, proportion, leave out, left out',
  },
  'link.subject': { field: 'link', words: '' },
  'link.offence': { field: 'link', words: 'offence, earn, gain, profit, exploit, control' },
  'formalities.form': {
    field: 'formalities',
    words: 'who, signed, signature, statement, record, hash, sha-256, certified, utc, log of',
  },
  'speciality.file': { field: 'speciality', words: 'file, case, inquiry, investigation, proceeding, trial' },
  'speciality.limit': {
    field: 'speciality',
    words: 'only, no more, not more, no other, nothing else, nobody else, limited, proportion, leave out, left out',
  },
  'redress.court': {
    field: 'redress',
    words: 'court, judge, appeal, complain, complaint, challenge, review, objection',
  },
};
