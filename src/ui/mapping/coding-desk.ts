import type { MappingResponse } from '#core/mapping/play.ts';

/** The first ad of the sample that is not coded yet, looked for behind `after` and then from the start. */
export function nextUncoded({ sample, codes }: Pick<MappingResponse, 'sample' | 'codes'>, after?: string) {
  const start = after === undefined ? 0 : sample.indexOf(after) + 1;
  return [...sample.slice(start), ...sample.slice(0, start)].find((ad) => !codes[ad]);
}

/** From which number on agreement has a name; a training scale, after Landis and Koch (1977). */
const NAMES = [
  [0.8, 'strong'],
  [0.6, 'good'],
  [0.4, 'middling'],
  [0.2, 'weak'],
] as const;

/** Agreement beyond chance in a word. */
export const agreementWord = (kappa: number) => NAMES.find(([from]) => kappa >= from)?.[1] ?? 'none';

/** Kappa as it is read: two decimals, and a real minus. */
export const kappaWord = (kappa: number) => kappa.toFixed(2).replace('-', '−');
