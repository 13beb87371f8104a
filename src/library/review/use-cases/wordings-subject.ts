import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { isWordingSet, type WordingPlace, wordingPlaces } from '#library/content/model/wording-places.ts';
import { LEXICON } from '#library/content/use-cases/load-library.ts';
import { textHashOfWordings } from '#library/content/use-cases/wording-reviews.ts';
import { type SayWords, wordingStatements } from '#library/review/model/wording-statements.ts';
import { LexiconSchema } from '#market/ads/model/schemas.ts';
import type { Half } from '#market/posts/model/genre-schemas.ts';
import { loadGenres } from '#market/posts/use-cases/load-genres.ts';
import { type Indicator, IndicatorSchema } from '#market/signs/model/schemas.ts';

/**
 * The wordings of signs of one family for their reviewers; undefined if there is no such family, or where genres or
 * lexicon cannot be read. Both halves have the same hash, which is of both. The site shows the practice half alone: the
 * other one is for paper.
 */
export function wordingsSubject(
  files: ProjectFiles,
  id: string,
  say: SayWords,
  half: Half = 'practice',
): ReviewSubject | undefined {
  if (!isWordingSet(id)) return undefined;
  const genres = loadGenres(files);
  const lexicon = parseWith(LexiconSchema, files.read(LEXICON) ?? '', LEXICON);
  if (!genres.ok || !lexicon.ok) return undefined;
  const places = wordingPlaces(genres.value, id, half);
  const title = say(`title.${id}`);
  const about = { indicators: indicatorsOf(files, places), fields: lexicon.value.value.site.fields, say };
  return {
    schema: 'review-subject/1',
    of: 'wordings',
    id,
    title,
    textHash: textHashOfWordings(genres.value, id),
    statements: [
      {
        id: 'text',
        kind: 'text',
        topic: 'wordings',
        about: title,
        text: say('whole', { ads: say(`ads.${id}`) }),
        sources: [],
      },
      ...wordingStatements(places, about),
    ],
    leftOut: [say('leftOut.ads'), say('leftOut.plain'), say(`leftOut.half.${half}`)],
  };
}

/** The signs, cues and traps that the wordings show; one that cannot be read is left out, and reported elsewhere. */
function indicatorsOf(files: ProjectFiles, places: readonly WordingPlace[]): ReadonlyMap<string, Indicator> {
  const ids = [...new Set(places.map(({ indicator }) => indicator))];
  return new Map(
    ids.flatMap((id) => {
      const path = `content/indicators/${id}.yaml`;
      const read = parseWith(IndicatorSchema, files.read(path) ?? '', path);
      return read.ok ? [[id, read.value.value] as const] : [];
    }),
  );
}
