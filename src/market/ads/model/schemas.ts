import { z } from 'zod';
import { MarketProfileIdSchema } from '#market/signs/model/schemas.ts';
import { ACTOR_TYPES } from './actor-types.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** In per cent. Above 50 there would be no room for the other actors. */
const share = z.number().min(0).max(50);

const percent = z.number().min(0).max(100);

/** A probability: 0 never, 1 always. */
const chance = z.number().min(0).max(1);

const sumsTo = (total: number, values: readonly number[]) =>
  Math.abs(values.reduce((sum, value) => sum + value, 0) - total) < 1e-9;

/** One invented site: its appearance and its owner. How it moderates ads stands in `content/platforms/`. */
const SiteSchema = z.strictObject({
  id,
  name: text,
  host: z.string().regex(/^[a-z0-9-]+\.example$/),
  section: text,
  face: z.enum(['classifieds', 'directory', 'board']),
  type: z.enum(['classifieds', 'services', 'massage', 'aggregator', 'buyer-board', 'job-board', 'social']),
  owner: text,
  /** Share of the market's ads on this site, in per cent; a mirror holds copies and has no share of its own. */
  share: percent,
  /** Id of the site whose ads this site copies. */
  mirrorOf: id.optional(),
});

/** A market profile: the invented place whose law, prices and habits decide what a sign is worth there. */
export const MarketProfileSchema = z.strictObject({
  id: MarketProfileIdSchema,
  /** What is advertised: services, jobs, or posts of a social network. */
  family: z.enum(['services', 'jobs', 'social']),
  name: text,
  state: text,
  summary: text,
  /** The local law in two lines, as shown on the trainee's market card. */
  law: z.array(text).length(2),
  /** Who arranges work for others, and what the law says about it. */
  agencies: text,
  agenciesLawful: z.boolean(),
  symbols: text,
  touring: text,
  reportTo: text,
  languages: z.array(text).min(3),
  currency: z.literal('SIM'),
  /** Median price in SIM, per town: per hour for services, per month for jobs and social posts. */
  towns: z
    .array(z.strictObject({ name: text, median: z.number().int().positive() }))
    .min(4)
    .refine((towns) => new Set(towns.map(({ name }) => name)).size === towns.length, {
      message: 'each town stands once',
    }),
  /** One of the six weeks, in which more people travel, most of them by their own choice. */
  event: z.strictObject({ name: text, town: text, week: z.number().int().min(1).max(6) }),
  sites: z
    .array(SiteSchema)
    .min(8)
    .refine(
      (sites) =>
        sumsTo(
          100,
          sites.map(({ share: own }) => own),
        ),
      { message: 'shares of sites sum to 100' },
    )
    .refine((sites) => new Set(sites.map((site) => site.host)).size === sites.length, {
      message: 'each host stands once',
    })
    .refine(
      (sites) => sites.every(({ mirrorOf }) => mirrorOf === undefined || sites.some((site) => site.id === mirrorOf)),
      { message: 'a mirror copies a site of this list' },
    ),
  /** Who posts the ads that are not controlled, in per cent of those ads. */
  mix: z
    .partialRecord(z.enum(ACTOR_TYPES), percent)
    .refine((mix) => sumsTo(100, Object.values(mix)), { message: 'the shares of the mix sum to 100' }),
  /** Share of ads in which an optional field is empty, in per cent. */
  emptyFields: percent,
  /**
   * Share of controlled ads (deceptive offers on a job board), in per cent, by prevalence name; at FIELD each seed has a
   * share of its own between two.
   */
  prevalence: z.strictObject({ CALIBRATION: share, NEEDLE: share, FIELD: z.tuple([share, share]), PRACTICE: share }),
});

/** The closed vocabulary of a language: the generator cannot produce any other word (rule C02). */
export const LexiconSchema = z.strictObject({
  locale: text,
  names: z
    .array(text)
    .min(60)
    .refine((names) => new Set(names).size === names.length, { message: 'each name stands once' }),
  /** Labels of the origin that a person states; invented, drawn independently of everything else. */
  origins: z.array(text).min(3),
  genders: z.array(text).min(2),
  houses: z.array(text).min(12),
  employers: z.array(text).min(12),
  sectors: z.array(text).min(4),
  rooms: z.array(text).min(12),
  /** The neutral facts on the card in place of an ad that may show a minor, by the id of the sign. */
  withheld: z.record(id, z.array(text).min(2)),
  /** Who is behind an ad, by actor type; of a withheld card only that it is closed. */
  why: z.record(z.enum([...ACTOR_TYPES, 'withheld']), text),
  /** Words of fields that mean something else beside an offer of work. */
  offers: z.strictObject({ payment: text }),
  /** Words of the invented sites around their ads. */
  site: z.strictObject({
    posted: text,
    edited: text,
    renewed: text,
    times: text,
    gone: text,
    notDialable: text,
    /** Shown in place of a number that is not legible on the page. */
    hiddenNumber: text.startsWith('▒'),
    perHour: text,
    perMonth: text,
    mark: text,
    /** Heading over lines of the ad that no longer stand; and what the site says before and after the minutes of each. */
    earlier: text,
    removed: text,
    afterPosting: text,
    /** Heading over the comments. */
    comments: text,
    /** Shown in place of the employer where an offer of work names none. */
    notStated: text,
    fields: z.strictObject({
      town: text,
      price: text,
      pay: text,
      hours: text,
      phone: text,
      room: text,
      picture: text,
      payment: text,
      account: text,
      languages: text,
      origin: text,
      gender: text,
      employer: text,
      sector: text,
      section: text,
      headline: text,
      budget: text,
      register: text,
      written: text,
      from: text,
      stay: text,
      hosts: text,
      visits: text,
      wishes: text,
      prices: text,
      deposit: text,
      booking: text,
      guests: text,
      contact: text,
      face: text,
      tattoo: text,
      checked: text,
      start: text,
      offered: text,
      wanted: text,
    }),
  }),
});

/**
 * How signs are planted: rates that the catalogue does not give, thresholds, noise. Training values, invented for this
 * kit and not taken from any tool; neither rendered nor indexed (rule C17).
 */
export const PlantingSchema = z.strictObject({
  note: text,
  /** Relative jitter of the thresholds, drawn anew for each market (0.1 is a tenth up or down). */
  jitter: chance,
  intensities: z
    .array(
      z.strictObject({ tone: z.enum(['overt', 'average', 'quiet']), share: chance, factor: z.number().positive() }),
    )
    .length(3)
    .refine(
      (rows) =>
        sumsTo(
          1,
          rows.map((row) => row.share),
        ),
      { message: 'the shares of the tones sum to 1' },
    ),
  /** Maximum low price, as a share of the town's median. */
  lowPrice: chance,
  /** Rates of signs and cues for actor types without a column in the catalogue. */
  rates: z.partialRecord(z.enum(ACTOR_TYPES), z.record(id, chance)),
  /** Rate of each trap per ad, whatever the actor. */
  traps: z.record(id, chance),
  /** Probability of a bridge between a network and others, per network and kind of link. */
  falseBridge: chance,
  mirrored: chance,
  deleted: chance,
  reposted: chance,
  stale: chance,
  phoneFormat: chance,
  possibleMinor: chance,
  /** Weight of each kind of link in the graph of the truth (0 to 1). */
  links: z.record(id, chance),
});

/** The weights of the ideal observer: likelihood ratios measured on the generator, per market profile. */
export const WeightsSchema = z.strictObject({
  generatorVersion: z.number().int().positive(),
  seeds: z.number().int().positive(),
  weights: z.partialRecord(MarketProfileIdSchema, z.record(id, z.number().positive())),
});

export type Site = z.output<typeof SiteSchema>;
export type MarketProfile = z.output<typeof MarketProfileSchema>;
export type Lexicon = z.output<typeof LexiconSchema>;
export type Planting = z.output<typeof PlantingSchema>;

/** How explicit the ads of a network are: most signs in sentences, some, or hardly any. */
export type IntensityTone = Planting['intensities'][number]['tone'];
export type Weights = z.output<typeof WeightsSchema>;
export type PrevalenceName = keyof MarketProfile['prevalence'];
