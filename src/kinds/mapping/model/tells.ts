import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import type { MappingKind } from './kind.ts';

/** Registered sites, coded ads of the sample where one was drawn, and ranked sites. */
export const MAPPING_TELLS: KindTells<MappingKind> = {
  tell: ({ register, sample, codes, ranking }) => ({
    handled(_, { sites }) {
      const coded = sample.filter((ad) => Object.hasOwn(codes, ad)).length;
      return [
        { id: 'mapping.sites', n: register.length, of: sites.length },
        { id: 'mapping.codes', n: coded, ...(sample.length > 0 && { of: sample.length }) },
        { id: 'mapping.ranking', n: ranking.length },
      ];
    },
  }),
};
