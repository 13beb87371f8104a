import type { ExerciseHandled } from '#case/exercise/model/handled.ts';
import type { MappingResponse } from './play.ts';

/** Registered sites, coded ads of the sample where one was drawn, and ranked sites. */
export const MAPPING_HANDLED: ExerciseHandled = {
  handledIn(response, _brief, { sites }) {
    const { register, sample, codes, ranking } = response as MappingResponse;
    const coded = sample.filter((ad) => Object.hasOwn(codes, ad)).length;
    return [
      { id: 'mapping.sites', n: register.length, of: sites.length },
      { id: 'mapping.codes', n: coded, ...(sample.length > 0 && { of: sample.length }) },
      { id: 'mapping.ranking', n: ranking.length },
    ];
  },
};
