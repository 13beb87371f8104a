import { FIELD_NAMES, STORY_FIELD_NAMES } from '#market/ads/model/market.ts';
import { type AdLine, FIELD_MEANINGS, STORY_FIELD_MEANINGS } from './ad-schemas.ts';
import { column, listColumn, type TableColumn } from './table-column.ts';
import type { recordsLine, truthLine } from './to-lines.ts';

type RecordsLine = ReturnType<typeof recordsLine>;
type TruthLine = ReturnType<typeof truthLine>;

/** Fields that have a column; the account of an ad has one of its own. */
const SHOWN = FIELD_NAMES.filter((name) => name !== 'account');

const ADS: readonly TableColumn<AdLine>[] = [
  column('id', 'text', 'Id of the ad', ({ id }) => id),
  column('site', 'text', 'Id of the site of the ad', ({ site }) => site),
  column('title', 'text', 'Title of the ad; empty for a withheld card', ({ title }) => title),
  column('text', 'text', 'The sentences of the ad, one blank between them', ({ text }) => text),
  listColumn('sentence_ends', 'integer', 'Where each sentence ends, in characters', (line) => line.sentenceEnds),
  column('account', 'text', 'Account that posted the ad', ({ account }) => account),
  column('posted_at', 'instant', 'When the ad was posted', ({ postedAt }) => postedAt),
  column('renewals', 'integer', 'How often the ad was renewed', ({ renewals }) => renewals),
  ...SHOWN.map((name) => column<AdLine>(name, 'text', FIELD_MEANINGS[name], ({ fields }) => fields?.[name])),
  ...STORY_FIELD_NAMES.map((name) =>
    column<AdLine>(name, 'text', STORY_FIELD_MEANINGS[name], ({ fields }) => fields?.[name]),
  ),
  column('earlier_until', 'instant', 'When the ad was edited', ({ earlier }) => earlier?.until),
  column(
    'earlier_sentence',
    'text',
    'Last sentence before the edit, which was taken out',
    (line) => line.earlier?.sentence,
  ),
  listColumn('comments_at', 'instant', 'When each comment was written', ({ comments = [] }) =>
    comments.map(({ at }) => at),
  ),
  listColumn('comments_by', 'text', 'Who wrote each comment', ({ comments = [] }) => comments.map(({ by }) => by)),
  listColumn('comments', 'text', 'Comments below the ad', ({ comments = [] }) => comments.map(({ text }) => text)),
  column('removed_at', 'instant', 'From when on the site no longer shows the ad', ({ removedAt }) => removedAt),
  column('copied', 'boolean', 'True where a mirror copied the ad from another site', ({ copied }) => copied === true),
  column(
    'withheld',
    'boolean',
    'True for a closed card: the ad may concern a minor',
    (line) => line.withheld !== undefined,
  ),
  listColumn('withheld_facts', 'text', 'Neutral facts on a closed card', ({ withheld }) => withheld?.facts ?? []),
];

const RECORDS: readonly TableColumn<RecordsLine>[] = [
  column('id', 'text', 'Id of the ad', ({ id }) => id),
  column('account_created_at', 'instant', 'When the account was created', ({ records }) => records.account.createdAt),
  column('device', 'text', 'Tag of the device that uses the account', ({ records }) => records.account.device),
  column('address', 'text', 'Network address of the account', ({ records }) => records.account.address),
  listColumn('phones', 'text', 'Phone numbers of thirty days, the present one last', ({ records }) => records.phones),
  column('payer', 'text', 'Who paid for the ad', ({ records }) => records.payer),
  column('fees', 'text', 'Account that pays the fees of ads, rooms or journeys', ({ records }) => records.fees),
  listColumn('renewals_at', 'instant', 'When the ad was renewed', ({ records }) => records.renewals.at),
  column('renewals_by_tool', 'boolean', 'True where a program renewed it', ({ records }) => records.renewals.byTool),
  listColumn('route_towns', 'text', 'Towns of the account', ({ records }) => records.route.map(({ town }) => town)),
  listColumn('route_from', 'instant', 'From when on, for each town', ({ records }) =>
    records.route.map(({ from }) => from),
  ),
  listColumn('notes', 'text', 'Notes of calls and replies', ({ records }) => records.notes),
  column('wallet', 'text', 'Wallet of the person advertised', ({ records }) => records.wallet),
  column('payout_name', 'text', 'Name on the account that is paid out', ({ records }) => records.payoutName),
  listColumn('ledger_at', 'instant', 'When each payment was made', ({ records }) => records.ledger.map(({ at }) => at)),
  listColumn('ledger_from', 'text', 'Who pays, for each payment', ({ records }) =>
    records.ledger.map((one) => one.from),
  ),
  listColumn('ledger_to', 'text', 'Who is paid, for each payment', ({ records }) => records.ledger.map(({ to }) => to)),
  listColumn('ledger_sim', 'number', 'Amount of each payment in SIM', ({ records }) =>
    records.ledger.map(({ sim }) => sim),
  ),
  column('consent_dated', 'instant', 'Date on the record of a consent', ({ records }) => records.consent?.dated),
  column(
    'consent_in_person',
    'boolean',
    'True where it was given in person',
    ({ records }) => records.consent?.inPerson,
  ),
  listColumn('contacts', 'text', 'Notes of how persons were contacted', ({ records }) => records.contacts ?? []),
  listColumn('moderation_at', 'instant', 'When the site did something', ({ records }) =>
    records.moderation.map(({ at }) => at),
  ),
  listColumn('moderation_actions', 'text', 'What the site did', ({ records }) =>
    records.moderation.map(({ action }) => action),
  ),
];

const TRUTH: readonly TableColumn<TruthLine>[] = [
  column('ad', 'text', 'Id of the ad', ({ ad }) => ad),
  column('actor', 'text', 'Who is behind the ad', ({ actor }) => actor),
  column('control', 'text', 'Who controls the ad', ({ control }) => control),
  listColumn('label_indicators', 'text', 'Indicator of each label', ({ labels }) =>
    labels.map(({ indicator }) => indicator),
  ),
  listColumn('label_kinds', 'text', 'Kind of each label', ({ labels }) => labels.map(({ kind }) => kind)),
  listColumn('label_places', 'text', 'Place of each label', ({ labels }) => labels.map(({ at }) => at)),
  listColumn('label_peers', 'text', 'Ads to be compared for each label, a blank between them', ({ labels }) =>
    labels.map(({ peers }) => peers.join(' ')),
  ),
  listColumn('look_alike_indicators', 'text', 'Indicators whose words stand there without them', (line) =>
    (line.lookAlikes ?? []).map(({ indicator }) => indicator),
  ),
  listColumn('look_alike_places', 'text', 'Place of each of these', (line) =>
    (line.lookAlikes ?? []).map(({ at }) => at),
  ),
  column('possible_minor', 'boolean', 'True for a withheld card', ({ possibleMinor }) => possibleMinor),
  column('language', 'text', 'Label of the person: language', ({ groups }) => groups.language),
  column('origin', 'text', 'Label of the person: origin', ({ groups }) => groups.origin),
  column('gender', 'text', 'Label of the person: gender', ({ groups }) => groups.gender),
  column('ledger', 'text', 'What happens to the money', ({ ledger }) => ledger),
  column('ratio', 'number', 'Likelihood ratio of an ideal reader of pages and records', ({ ratio }) => ratio),
  column('page_ratio', 'number', 'Likelihood ratio of an ideal reader of pages', ({ pageRatio }) => pageRatio),
  column('band', 'text', 'Level that the ideal reader of all gives', ({ band }) => band),
  listColumn('next', 'text', 'Steps that follow from the level', ({ next }) => next),
  column('copied', 'boolean', 'True where a mirror copied the ad', ({ copied }) => copied === true),
];

/**
 * Columns of the flat table of each kind: the same rows as the lines, without the explanations of labels. A nested list
 * becomes one list for each of its fields, in the same order.
 */
export const TABLES = { ads: ADS, records: RECORDS, 'ground-truth': TRUTH } as const;
export type TableKind = keyof typeof TABLES;

/** The line of each kind. */
export interface TableLines {
  readonly ads: AdLine;
  readonly records: RecordsLine;
  readonly 'ground-truth': TruthLine;
}
