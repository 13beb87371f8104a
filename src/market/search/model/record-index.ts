import type { AdRecords } from '#market/ads/model/ad-records.ts';

/** Traces that the records of different ads can share. */
export const RECORD_TRACES = ['phone', 'device', 'payer', 'fees', 'balance'] as const;
export type RecordTrace = (typeof RECORD_TRACES)[number];

/** One value in the records of an ad, and all ads whose records have it, including that ad. */
export interface SharedRecord {
  readonly trace: RecordTrace;
  readonly value: string;
  readonly ads: readonly string[];
}

/** The values of an ad's records that other records may share, without duplicates, in the order of the traces. */
export function recordTraces({ phones, account, payer, fees, wallet, ledger }: AdRecords) {
  const balances = ledger.filter(({ from }) => from === wallet).map(({ to }) => to);
  const values: Readonly<Record<RecordTrace, readonly string[]>> = {
    phone: phones.map((phone) => phone.replaceAll('-', ' ')),
    device: [account.device],
    payer: [payer],
    fees: [fees],
    balance: balances,
  };
  return RECORD_TRACES.flatMap((trace) => [...new Set(values[trace])].map((value) => ({ trace, value })));
}

/** Ads by each value of their records, in the given order. */
export type RecordIndex = ReadonlyMap<string, readonly string[]>;

export function buildRecordIndex(ads: Iterable<readonly [id: string, records: AdRecords]>): RecordIndex {
  const index = new Map<string, string[]>();
  for (const [id, records] of ads)
    for (const { trace, value } of recordTraces(records)) {
      const key = keyOf(trace, value);
      const known = index.get(key);
      if (known) known.push(id);
      else index.set(key, [id]);
    }
  return index;
}

/** The values of these records, each with the ads that share it. */
export const sharedRecords = (index: RecordIndex, records: AdRecords): SharedRecord[] =>
  recordTraces(records).map(({ trace, value }) => ({ trace, value, ads: index.get(keyOf(trace, value)) ?? [] }));

const keyOf = (trace: RecordTrace, value: string) => `${trace} ${value}`;
