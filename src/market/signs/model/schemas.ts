import { z } from 'zod';
import type { Citation, Verification } from '#kernel/model/citation.ts';
import { SIGN_GROUPS } from './sign-groups.ts';

/** See `Verification`. */
export const VerificationSchema = z.enum(['V', 'H', 'A', 'U']) satisfies z.ZodType<Verification>;

/** See `Citation`. */
export const CitationSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9]*$/),
  mark: VerificationSchema,
  says: z.string().min(1),
}) satisfies z.ZodType<Citation>;

/**
 * A source that anything in the kit may cite by its code; `content/sources.yaml` holds them all. Each has an address,
 * or says why it has none. The front page of a site is not the address of a text, so such an entry says why there is no
 * better one.
 */
export const SourceSchema = z
  .strictObject({
    code: z.string().regex(/^[A-Z][A-Z0-9]*$/),
    title: z.string().min(1),
    publisher: z.string().min(1),
    year: z.number().int().optional(),
    /** Set for a text of law, which the library lists. */
    law: z.enum(['judgment', 'instrument']).optional(),
    address: z
      .string()
      .regex(/^https:\/\/\S+$/)
      .optional(),
    addressNote: z.string().min(1).optional(),
    read: z.string().min(1),
    mark: VerificationSchema,
  })
  .refine(leadsToText, {
    path: ['addressNote'],
    message: 'a source has the address of its text, or a note that says why there is none',
  });

export const MarketProfileIdSchema = z.enum(['REG', 'BUY', 'PRO', 'TPC', 'JOB', 'SOC']);

/** Never 0 and never 1: nothing that an ad shows rules out every other explanation. */
const chance = z.number().gt(0).lt(1);

/** Whether a sign counts for more or for less than usual in a market of that profile. */
const ContextWeightSchema = z.enum(['more', 'less', 'none']);

/**
 * An entry of the indicator catalogue: a sign, a trap (a fact wrongly read as a sign) or a protective cue.
 * Probabilities are training values, never epidemiology: the chance that an ad of that kind of actor shows the sign.
 */
export const IndicatorSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    kind: z.enum(['sign', 'trap', 'cue']),
    name: z.string().min(1),
    group: z.enum([...SIGN_GROUPS, 'possible-minor', 'trap', 'cue']),
    /** The group of signs in which a picker lists a trap or a cue: a heading of its own would give the answer away. */
    among: z.enum(SIGN_GROUPS).optional(),
    /** True if one ad alone can show it; false if several ads or other records must be compared. */
    singleAd: z.boolean(),
    shows: z.string().min(1),
    /** What on a page counts, in one line; the same voice for a sign, a trap and a cue. */
    counts: z.string().min(1).max(140).optional(),
    /** A sentence or field that shows it, in words that do not occur in any generated ad. */
    example: z.string().min(1).max(120).optional(),
    /** Other words by which a reader may search for it. */
    synonyms: z.array(z.string().min(2)).default([]),
    means: z.string().min(1),
    innocent: z.array(z.string().min(1)).min(1),
    notWhere: z.string().min(1),
    strength: z.enum(['weak', 'moderate', 'strong', 'safeguard', 'none']),
    strengthNote: z.string().min(1),
    /** Job offers and recruitment posts use `deceptive` and `lawful` instead of the three kinds of advertisers. */
    likelihood: z
      .union([
        z.strictObject({ controlled: chance, independent: chance, agency: chance }),
        z.strictObject({ deceptive: chance, lawful: chance }),
      ])
      .optional(),
    contexts: z.partialRecord(MarketProfileIdSchema, ContextWeightSchema).default({}),
    evidence: z.enum(['supported', 'mixed', 'contradicted', 'untested']),
    evidenceNote: z.string().min(1),
    contested: z.boolean().default(false),
    sources: z.array(CitationSchema).min(1),
  })
  .refine(hasLikelihood, { path: ['likelihood'], message: 'a sign or a cue tells how often it is shown' })
  .refine(({ kind, among }) => (kind === 'sign') === (among === undefined), {
    path: ['among'],
    message: 'a trap or a cue names the group of signs in which a picker lists it; a sign has its own',
  });

function leadsToText({
  address,
  addressNote,
}: {
  address?: string | undefined;
  addressNote?: string | undefined;
}): boolean {
  const isFrontPage = address !== undefined && /^https:\/\/[^/]+\/?$/.test(address);
  return addressNote !== undefined || (address !== undefined && !isFrontPage);
}

/** A trap carries no evidence, and signs of a possible minor are never weighed. */
function hasLikelihood({ kind, group, likelihood }: { kind: string; group: string; likelihood?: unknown }): boolean {
  return kind === 'trap' || group === 'possible-minor' || likelihood !== undefined;
}

export type Source = z.output<typeof SourceSchema>;
export type MarketProfileId = z.output<typeof MarketProfileIdSchema>;
export type Indicator = z.output<typeof IndicatorSchema>;
