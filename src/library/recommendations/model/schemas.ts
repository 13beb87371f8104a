import { z } from 'zod';

const text = z.string().min(1);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** How many recommendations we count in the report, which does not number them itself. */
export const RECOMMENDATIONS = 82;

/** A part of the report, under the heading that it has there. */
const SectionSchema = z.strictObject({
  id: name,
  title: text,
  /** The heading of the chapter around it. */
  under: text.optional(),
  /** Page on which it begins, by the contents of the report. */
  page: z.int().positive(),
});

/** A question on which the report says that views differ, with the views in the order of the report. */
const DivisionSchema = z.strictObject({
  id: name,
  asks: text,
  views: z.array(z.strictObject({ id: name, who: text, says: text })).min(2),
});

/** `trained` asks the reader for work; `debated` tells or argues. */
const asSchema = z.enum(['trained', 'debated']).default('trained');
const how = text;

/** A place of the kit, and what a reader does about the recommendation there. */
const PlaceSchema = z.union([
  z.strictObject({ lesson: name, as: asSchema, how }),
  /** `scene` is a state of the case: it is checked, and never named on a page. */
  z.strictObject({ case: name, scene: name.optional(), as: asSchema, how }),
  z.strictObject({ sign: name, as: asSchema, how }),
  /** `page` is the address from the root of the site. */
  z.strictObject({ page: z.string().regex(/^(?:[a-z0-9-]+\/)+$/), title: text, as: asSchema, how }),
  /** A command of package.json, for people who build tools. */
  z.strictObject({ command: name, as: asSchema, how }),
]);

const RecommendationSchema = z.strictObject({
  id: z.string().regex(/^S[1-9]\d?$/),
  name: text,
  /** In our own words. */
  says: text,
  /** Id of its section. */
  section: name,
  /** `asked`: the report asks for it. `drawn`: the report tells of it, and we word it as a recommendation. */
  basis: z.enum(['asked', 'drawn']),
  /** How to find it in its section. */
  where: text,
  /** The view that it is, where the report says that views differ. */
  view: z.strictObject({ division: name, view: name }).optional(),
  /** Which part of it is trained nowhere. */
  lacks: text.optional(),
  trainedIn: z.array(PlaceSchema),
});

/** The file `content/recommendations.yaml`. */
export const RecommendationsSchema = z.strictObject({
  schema: z.literal('recommendations/1'),
  sections: z.array(SectionSchema).min(1),
  divisions: z.array(DivisionSchema),
  recommendations: z.array(RecommendationSchema).length(RECOMMENDATIONS),
});

export type Recommendations = z.output<typeof RecommendationsSchema>;
export type Recommendation = Recommendations['recommendations'][number];
export type TrainingPlace = Recommendation['trainedIn'][number];
