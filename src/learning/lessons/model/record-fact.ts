import { DAY, toEpoch } from '#kernel/model/instant.ts';
import type { AdRecords } from '#market/ads/model/ad-records.ts';
import type { AdAround, RecordFact } from './shown.ts';

/** A log of renewals is an example where a reader can see the pattern: enough entries, over enough days. */
const RENEWALS = { least: 7, most: 12, days: 10 };

/** Until this hour it is night. */
const MORNING = '06';

/** What the records of an ad show of an indicator; undefined where they are no clear example. */
export function recordFact(indicator: string, { ad: { records }, notes }: AdAround): RecordFact | undefined {
  if (!records) return undefined;
  switch (indicator) {
    case 'phone-churn':
      return { what: 'numbers', numbers: records.phones };
    case 'round-clock-posting':
      return records.renewals.at.some((at) => at.slice(11, 13) < MORNING) ? renewals(records) : undefined;
    case 'rest-gaps':
      return renewals(records);
    case 'continuity-of-identity':
      return { what: 'opened', day: records.account.createdAt };
    case 'consent-record-fresh':
      return records.consent && { what: 'consent', day: records.consent.dated };
    case 'earnings-swept':
      return { what: 'passed', ...flow(records) };
    case 'own-payout':
      return { what: 'payout', ...flow(records), name: records.payoutName };
    default:
      return note(notes.get(indicator) ?? [], records);
  }
}

function renewals({ renewals: { at } }: AdRecords): RecordFact | undefined {
  const [first, last] = [at[0], at.at(-1)];
  if (first === undefined || last === undefined || at.length < RENEWALS.least || at.length > RENEWALS.most)
    return undefined;
  return toEpoch(last) - toEpoch(first) < RENEWALS.days * DAY ? undefined : { what: 'renewals', times: at };
}

/** The note or the chat among these; an ad can have notes on several things. */
function note(showing: readonly string[], { notes, contacts = [] }: AdRecords): RecordFact | undefined {
  const inNotes = notes.find((text) => showing.includes(text));
  if (inNotes !== undefined) return { what: 'note', text: inNotes };
  const inChats = contacts.find((text) => showing.includes(text));
  return inChats === undefined ? undefined : { what: 'chat', text: inChats };
}

function flow({ ledger, wallet }: AdRecords): { received: number; passed: number } {
  const sum = (side: 'from' | 'to') =>
    ledger.reduce((total, entry) => total + (entry[side] === wallet ? entry.sim : 0), 0);
  return { received: sum('to'), passed: sum('from') };
}
