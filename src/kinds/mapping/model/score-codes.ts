import type { Figure, Finding } from '#case/exercise/model/exercise-kind.ts';
import { type Criterion, scale } from '#kernel/model/criterion.ts';
import { codeAgreement, codeDifferences, GOOD_KAPPA } from './code-agreement.ts';
import type { MapKey } from './derive-map.ts';
import { finalCodes, type MappingResponse } from './play.ts';

/**
 * Scores the coding of a sample: whether two independent coders agree (reliability), and whether the final codes match
 * the pages (validity). They differ: two coders who agree can both be wrong. A sample that is too small counts in
 * proportion, and codes that were not compared have no agreement.
 */
export function codeCriteria(response: MappingResponse, { coding }: MapKey, evidence: readonly number[]): Criterion[] {
  if (!coding) return [];
  const { signs, planted, second, reference } = coding;
  const { sample, codes, compared } = response;
  const coded = sample.filter((ad) => codes[ad] && planted[ad]);
  const share = Math.min(1, coded.length / coding.sample);
  const agreed = compared ? codeAgreement(codes, second, coded, signs).kappa : 0;
  const right = codeAgreement(finalCodes(response), planted, coded, signs).kappa;
  // The invented colleague errs too: the ceiling is the agreement of a coder without errors.
  const reachable = Math.max(0, Math.min(GOOD_KAPPA, codeAgreement(planted, second, reference, signs).kappa));
  return [
    scale('mapping.agreement', share * agreed, 0, reachable, evidence),
    scale('mapping.codes', share * right, 0, 1, evidence),
  ];
}

/** Figures without points: how many ads were coded, how many codes agreed, and how many differences were settled. */
export function codeFigures(response: MappingResponse, { coding }: MapKey): Figure[] {
  if (!coding) return [];
  const { sample, codes, compared, settled } = response;
  const coded = sample.filter((ad) => codes[ad]).length;
  const figures: Figure[] = [{ id: 'coded', value: coded, count: [coded, Math.max(coding.sample, sample.length)] }];
  if (!compared) return figures;
  const { both, neither, onlyFirst, onlySecond } = codeAgreement(codes, coding.second, sample, coding.signs);
  const differing = codeDifferences(codes, coding.second, sample, coding.signs);
  const decided = differing.filter(({ ad, sign }) => settled.some((one) => one.ad === ad && one.sign === sign)).length;
  const alike = both + neither;
  const answers = alike + onlyFirst + onlySecond;
  return [
    ...figures,
    ...(answers > 0 ? [{ id: 'codes-alike', value: alike / answers, count: [alike, answers] as const }] : []),
    ...(differing.length > 0
      ? [{ id: 'codes-settled', value: decided / differing.length, count: [decided, differing.length] as const }]
      : []),
  ];
}

/** Each sign that was missed on an ad of the sample, and each that was coded where there is none. */
export function explainCodes(response: MappingResponse, { coding }: MapKey): Finding[] {
  if (!coding) return [];
  const final = finalCodes(response);
  return response.sample.flatMap((ad) => {
    const [own, shown] = [final[ad], coding.planted[ad]];
    if (!own || !shown) return [];
    return coding.signs.flatMap((sign): Finding[] => {
      if (own.includes(sign) === shown.includes(sign)) return [];
      const at = { ad, locator: `code:${sign}` };
      return shown.includes(sign)
        ? [{ kind: 'miss', at, indicator: sign, reason: 'map.code.missed', sources: [] }]
        : [{ kind: 'falseFlag', at, indicator: sign, reason: 'map.code.wrong', sources: [] }];
    });
  });
}
