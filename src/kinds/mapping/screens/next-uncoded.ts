import type { MappingResponse } from '#kinds/mapping/model/play.ts';

/** The first ad of the sample that is not coded yet, looked for behind `after` and then from the start. */
export function nextUncoded({ sample, codes }: Pick<MappingResponse, 'sample' | 'codes'>, after?: string) {
  const start = after === undefined ? 0 : sample.indexOf(after) + 1;
  return [...sample.slice(start), ...sample.slice(0, start)].find((ad) => !codes[ad]);
}
