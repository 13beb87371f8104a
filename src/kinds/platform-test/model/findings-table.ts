import type { FindingRow } from '#market/platforms/model/parse-findings.ts';
import { TEST_CARD_IDS } from '#market/platforms/model/test-cards.ts';
import { countClaim, itemsFor } from './counts.ts';
import { eventsOf, faultsOf } from './export-log.ts';
import type { OpenBrief } from './open-brief.ts';
import type { PlatformTestState } from './state.ts';
import { trialsIn } from './trials.ts';
import { seenSoFar } from './visible.ts';

const COLUMNS = ['testCard', 'site', 'finding', 'hours', 'evidence'] as const;

/**
 * The findings that accuse, and the cards without a fault, as rows of the table that `score-predictions` reads: header
 * first. Evidence are ids of events of the exported log.
 */
export function findingsTable(brief: OpenBrief, state: PlatformTestState): readonly (readonly string[])[] {
  const rows = findingRows(brief, state).map(({ testCard, site, finding, hours, evidence }) => [
    testCard,
    site,
    finding,
    hours === undefined ? '' : String(hours),
    evidence.join(';'),
  ]);
  return [COLUMNS, ...rows];
}

/** The same rows as data: one for each card and fault, with the longest hours, and `none` for a card without any. */
export function findingRows(brief: OpenBrief, state: PlatformTestState): FindingRow[] {
  const view = seenSoFar(state);
  const trials = trialsIn(view);
  const accused = state.findings
    .filter(({ word }) => word === 'pattern' || word === 'once')
    .flatMap(({ site, claim, items }) =>
      countClaim(trials, site, claim)
        .trials.filter(({ failed }) => failed)
        .filter((trial) => itemsFor(trial, state.items).some(({ id }) => items.includes(id)))
        .flatMap((trial) => faultsOf(trial, view.events).map((finding) => ({ trial, finding }))),
    );
  const nameOf = ({ trial, finding }: (typeof accused)[number]) => `${trial.site} ${trial.card} ${finding}`;
  const merged = [...new Set(accused.map(nameOf))].flatMap((name): FindingRow[] => {
    const some = accused.filter((one) => nameOf(one) === name);
    const [first] = some;
    if (!first) return [];
    const hours = some.flatMap(({ trial }) => trial.hours ?? []);
    return [
      {
        testCard: first.trial.card,
        site: first.trial.site,
        finding: first.finding,
        ...(hours.length > 0 ? { hours: Math.round(Math.max(...hours) * 10) / 10 } : {}),
        evidence: [...new Set(some.flatMap(({ trial }) => eventsOf(trial.copy, view.events)))],
      },
    ];
  });
  const clean = brief.platforms.flatMap(({ id: site }) =>
    TEST_CARD_IDS.filter((card) => trials.some((trial) => trial.site === site && trial.card === card))
      .filter((card) => !trials.some((trial) => trial.site === site && trial.card === card && trial.failed))
      .filter((card) => !merged.some((row) => row.site === site && row.testCard === card))
      .map((testCard): FindingRow => ({ testCard, site, finding: 'none', evidence: [] })),
  );
  return [...merged, ...clean];
}
