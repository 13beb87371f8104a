import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { DividedView } from '#kinds/policy/model/divided-views.ts';
import { changesOf } from '#kinds/policy/model/divided-views.ts';
import {
  INDICATORS,
  type IndicatorRange,
  type MeasureId,
  type Round,
  rangeOf,
  type TableIndicator,
} from '#kinds/policy/model/measures.ts';
import type { PolicyBrief } from '#kinds/policy/model/schemas.ts';
import type { Seat } from '#kinds/policy/model/seats.ts';
import type { FindingCode, TableFinding, TableReport } from '#kinds/policy/model/table-report.ts';
import claims from '#words/evidence/claims.json' with { type: 'json' };
import messages from '#words/kinds/policy.json' with { type: 'json' };

const t = translator(messages);
const claimWords = translator(claims);
type Key = keyof typeof messages;

export const seatWords = (seat: Seat): string => t(`seat.${seat}`);
export const roundWords = (round: Round): string => t(`round.${round}`);
export const viewWords = (view: DividedView): string => t(`view.${view}`);
export const indicatorWords = (indicator: TableIndicator): string => t(`indicator.${indicator}`);

/** A measure as "B5 Tell and keep, 90 days". */
export const measureWords = (measure: MeasureId): string =>
  t('measure.named', { id: measure, name: t(`measure.${measure}`) });
export const measureNames = (measures: readonly MeasureId[]): string => sayList(measures.map(measureWords));

/** What a seat says against a measure. */
export const objectionWords = (seat: Seat, measure: MeasureId): string => t(`objection.${seat}.${measure}` as Key);

/** Points with their sign; a minus that is as wide as the plus. */
const signed = (points: number): string => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');

/** An assumed change as "+3 to +8". */
export const changeWords = ([low, high]: IndicatorRange): string =>
  low === 0 && high === 0 ? t('range.none') : t('range', { low: signed(low), high: signed(high) });

/** A standing as "50 to 81", or as one number where its ends are the same and it is no outcome of a plan. */
export const standingWords = ([low, high]: IndicatorRange): string => t('range', { low, high });
export const startWords = ([low, high]: IndicatorRange): string =>
  low === high ? String(low) : standingWords([low, high]);

/** The indicators that a measure moves, with their ranges. */
export const effectsWords = (measure: MeasureId): string =>
  sayList(
    INDICATORS.flatMap((indicator) => {
      const range = rangeOf(measure, indicator);
      return range.some((end) => end !== 0)
        ? [t('effect', { indicator: indicatorWords(indicator), range: changeWords(range) })]
        : [];
    }),
  );

/** What a view assumes of a measure instead of the model, in words; empty where it assumes the same. */
export const viewChangesWords = (view: DividedView, measure: MeasureId): string[] =>
  INDICATORS.flatMap((indicator) => {
    const range = changesOf(view, measure)[indicator];
    return range
      ? [t('model.view.of', { measure, indicator: indicatorWords(indicator), range: changeWords(range) })]
      : [];
  });

/** What a finding says: the words of its author, or those that its code stands for. */
export const findingWords = ({ says, code, id }: TableFinding): string => says ?? (code ? codeWords(code) : id);

function codeWords(code: FindingCode): string {
  if ('owner' in code) return t('own.owner', { owner: code.owner, sites: sayList(code.sites) });
  const claim = claimWords(code.claim);
  if ('unseen' in code) return t('own.unseen', { claim, sites: sayList(code.unseen) });
  return 'site' in code
    ? t('own.line', { site: code.site, claim })
    : t(`own.open.${code.why}`, { claim, sites: sayList(code.open) });
}

/** The title of the report on the table, and what it is about. */
export function reportWords({ taken }: TableReport, { report }: Pick<PolicyBrief, 'report'>) {
  if (!taken) return { title: report.title, about: report.about };
  const { copies, from, until, sites, sealed, lines } = taken;
  const about = t('own.about', {
    copies: t.count('own.copies', copies),
    sites: t.count('own.sites', sites.length),
    from: from.slice(0, 10),
    until: until.slice(0, 10),
    lines: lines.length,
  });
  return { title: t('own.title'), about: `${about} ${t(sealed ? 'own.sealed' : 'own.unsealed')} ${t('own.limits')}` };
}

/** The text of a finding or a card, by its id. */
export function groundWords({ findings }: TableReport, { cards }: Pick<PolicyBrief, 'cards'>, id: string): string {
  const finding = findings.find((one) => one.id === id);
  return finding ? findingWords(finding) : (cards.find((one) => one.id === id)?.says ?? id);
}
