import type { EvidenceRecord } from '#evidence/locker/model/evidence-item.ts';
import type { LoggedFact, UnloggedFact } from '#evidence/locker/model/log-coverage.ts';
import { plansTool, type SaidOfItem, type Statement } from '#evidence/locker/model/said-by-log.ts';
import type { ShownFacts } from '#evidence/locker/model/shown-facts.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { faultAt } from './fault-at.ts';

/** Result of comparing a record with the log and with its page. */
export interface ComparedRecord {
  readonly issues: readonly Issue[];
  readonly compared: readonly LoggedFact[];
  /** Facts that neither the log nor the page gives. */
  readonly unlogged: readonly UnloggedFact[];
}

interface Comparison {
  readonly record: EvidenceRecord;
  readonly said: SaidOfItem;
  /** Undefined if the page is missing or no text. */
  readonly page: ShownFacts | undefined;
  readonly fault: (code: string, params: Issue['params'], severity?: Issue['severity']) => void;
  readonly same: (fact: LoggedFact) => void;
  readonly open: (fact: UnloggedFact) => void;
}

/**
 * Compares a record, fact by fact, with what the log says of its item and with what its page shows. An empty fact is a
 * gap of the record (`recordGaps`) and no contradiction. `page` must be the page that the log names by its hash.
 */
export function compareRecord(
  path: string,
  record: EvidenceRecord,
  said: SaidOfItem,
  page: ShownFacts | undefined,
): ComparedRecord {
  const issues: Issue[] = [];
  const compared: LoggedFact[] = [];
  const unlogged: UnloggedFact[] = [];
  const comparison: Comparison = {
    record,
    said,
    page,
    fault: (code, params, severity) => issues.push(faultAt(path, code, params, severity)),
    same: (fact) => compared.push(fact),
    open: (fact) => unlogged.push(fact),
  };
  compareOperator(comparison);
  compareAd(comparison);
  compareStatements(comparison);
  compareChildCheck(comparison);
  compareTool(comparison);
  compareNotes(comparison);
  comparePage(comparison);
  for (const fact of unloggedIn(record)) unlogged.push(fact);
  return { issues, compared, unlogged };
}

function compareOperator({ record: { operator }, said, page, fault, same }: Comparison): void {
  const { actor, role, seq } = said.capture;
  const params = { written: operator, said: actor, entry: seq };
  if (operator === '') return;
  // The log of a test of platforms names the team as the actor, and the person as the role.
  if (operator === actor || (page?.isTested && operator === role)) same('operator');
  else if (operator.toLowerCase() === actor.toLowerCase()) fault('locker.log-capitals', params, 'warning');
  else fault('locker.log-operator', params);
}

function compareAd({ record: { adId, finalUrl }, said: { ad, capture }, fault, same, open }: Comparison): void {
  if (ad === undefined) {
    open('ad');
    return;
  }
  const params = { written: adId, said: ad, entry: capture.seq };
  const [, asked = ad] = /[?&]id=([^&#]*)/.exec(finalUrl) ?? [];
  if (adId !== ad) fault('locker.log-ad', params);
  else if (asked !== ad) fault('locker.log-address', { ...params, written: finalUrl });
  else same('ad');
}

/** The offset of a clock is kept in milliseconds and said in seconds. */
const MS_PER_SECOND = 1000;

/** Legal basis, clock and sign-in: the last statement before the capture counts. */
function compareStatements(comparison: Comparison): void {
  const { record, said } = comparison;
  const { clockCheck, legalBasis, loginState } = record;
  compareStatement(comparison, 'basis', legalBasis || undefined, said.basis);
  compareStatement(comparison, 'login', loginState || undefined, said.login);
  const clock = said.clock;
  if (clock && clock.value === undefined) {
    if (clockCheck) comparison.open('clock');
  } else compareStatement(comparison, 'clock', clockCheck?.offsetMs, clock as Statement<number> | undefined);
}

function compareStatement<Value extends string | number>(
  { page, fault, same, open }: Comparison,
  fact: 'basis' | 'clock' | 'login',
  written: Value | undefined,
  said: Statement<Value> | undefined,
): void {
  if (written === undefined) return;
  const shown = (value: string | number) => (typeof value === 'number' ? value / MS_PER_SECOND : value);
  // The log of a test of platforms says nothing of these; its records do.
  if (!said && page?.isTested) open(fact);
  else if (!said) fault(`locker.log-no-${fact}`, { written: shown(written) });
  else if (said.value === written) same(fact);
  else fault(`locker.log-${fact}`, { written: shown(written), said: shown(said.value), entry: said.seq });
}

function compareChildCheck({ record, said, page, fault, same, open }: Comparison): void {
  const checks = said.checks.filter(({ seq }) => seq < said.capture.seq);
  const { checked, by } = record.childMaterialCheck;
  if (!checked && by === '') return;
  if (page?.isTested && checks.length === 0) open('child-check');
  else if (!checked || checks.length === 0) fault('locker.log-no-child-check', { written: by || '-' });
  else if (checks.some(({ value }) => value === by)) same('child-check');
  else {
    const [first] = checks;
    fault('locker.log-child-check', { written: by || '-', said: first?.value ?? '', entry: first?.seq ?? 0 });
  }
}

function compareTool({ record: { tool }, said: { plan }, page, fault, same, open }: Comparison): void {
  if (tool.name === '') return;
  const planned = page?.isTested ? `${tool.name} ${tool.version}` : tool.name;
  if (!plan) open('tool');
  else if (plansTool(plan.value, planned)) same('tool');
  else fault('locker.log-tool', { written: tool.name, said: plan.value, entry: plan.seq });
}

function compareNotes({ record: { notes }, said, page, fault, same, open }: Comparison): void {
  const logged = said.notes.map(({ value }) => value).join('\n');
  if (page?.isTested) {
    if (notes !== '') open('notes');
    return;
  }
  const known = new Set(logged.split('\n'));
  const others = notes.split('\n').filter((line) => notes !== '' && !known.has(line));
  if (notes === logged) same('notes');
  else if (others.length === 0)
    fault('locker.log-notes-left-out', { entry: said.notes.map(({ seq }) => seq).join(', ') }, 'warning');
  else fault('locker.log-notes', { written: others.join(' / ') });
}

/** Compares what the page shows. Its bytes are those that the log names, so that it speaks for the log. */
function comparePage({ record, page, fault, same, open }: Comparison): void {
  if (!page) {
    for (const fact of ['title', 'language', 'market', 'status', 'account'] as const) open(fact);
    return;
  }
  const shown = [
    ['title', record.title, page.title],
    ['language', record.language, page.language],
    ['market', record.marketId, page.marketId],
    ['status', record.httpStatus, page.status],
    ['account', record.accountId, page.isTested ? undefined : page.account],
  ] as const;
  for (const [fact, written, said] of shown)
    if (said === undefined) open(fact);
    else if (written === said) same(fact);
    else fault(`locker.page-${fact}`, { written: written || '-', said: said || '-' });
}

/** Facts that nothing but the record itself gives. */
function unloggedIn(record: EvidenceRecord): UnloggedFact[] {
  return [
    'written-address',
    'written-time',
    'request',
    ...(record.redirects.length > 0 ? (['redirects'] as const) : []),
    'headers',
    'ip',
    ...(record.clockCheck ? (['clock-source'] as const) : []),
    'tool-version',
    'method',
    'identifiers',
    ...(record.standing ? (['standing'] as const) : []),
    ...(record.view ? (['view'] as const) : []),
  ];
}
