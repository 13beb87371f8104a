import { z } from 'zod';
import { FIGURES } from '#bench/predictions/model/schemas.ts';
import { isPathBelow } from '#kernel/model/path-names.ts';
import { MarketProfileIdSchema } from '#market/signs/model/schemas.ts';
import { RULES } from './rules.ts';
import { READERS, TRACKS } from './tracks.ts';

const text = z.string().min(1);
const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const version = z.number().int().positive();
const marketId = z.string().regex(/^[0-9a-f]{16}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const prevalence = z.enum(['NEEDLE', 'FIELD', 'PRACTICE']);

/** Open markets to learn from, open markets to try a tool on, and markets whose seeds only an organiser holds. */
export const SPLITS = ['train', 'dev', 'test'] as const;

/** Which bench a file belongs to. Results of different benches are never compared. */
const BenchNameSchema = z.strictObject({ name: text, version, generatorVersion: version });

const seeds = z.array(text).min(2);

/** Characters of the name of a team, and of what it says of its tool. */
export const MAX_NAME = 80;
export const MAX_NOTE = 600;

/** `content/bench/v2.yaml`: the frozen lists of one version of the bench. */
export const BenchSchema = z.strictObject({
  schema: z.literal('bench/1'),
  ...BenchNameSchema.shape,
  size: z.enum(['practice', 'field', 'capstone']),
  prevalence,
  until: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
  /** Markets of each profile that the test split has, unless an organiser asks for another number. */
  testMarkets: z.number().int().positive(),
  /** Earlier versions of the bench whose hidden markets are withdrawn, with the reason. */
  withdrawn: z.array(z.strictObject({ version: z.number().int().positive(), why: text })),
  profiles: z.partialRecord(MarketProfileIdSchema, z.strictObject({ train: seeds, dev: seeds })),
});

/** `bench.json` beside the markets of a split. It names no seed: that of a market stands in its secret half. */
export const BenchMarketsSchema = z.strictObject({
  schema: z.literal('bench-markets/1'),
  synthetic: z.literal(true),
  notice: text,
  bench: BenchNameSchema,
  split: z.enum(SPLITS),
  size: BenchSchema.shape.size,
  prevalence,
  markets: z
    .array(
      z.strictObject({
        market: marketId,
        profile: MarketProfileIdSchema,
        /** SHA-256 of each file of both halves, by path from the folder of the market. */
        sha256: z.record(z.string().refine(isPathBelow), digest),
      }),
    )
    .min(1)
    .max(10_000),
});

/** A figure with its 95 % interval, which respects actors and markets; it is the mean over so many markets. */
const MeanSchema = z.strictObject({ value: z.number(), low: z.number(), high: z.number(), markets: count });

/** How unequally false flags fall on the groups of one attribute. */
const GapSchema = z.strictObject({
  attribute: text,
  /** Mean over markets of the largest difference between the rate of a group and that of all. */
  gap: MeanSchema,
  /** The same mean if labels were dealt out by chance: in half of the deals at most `median`, in 95 of 100 `high`. */
  byChance: z.strictObject({ median: share, high: share }),
  /** Rate of false flags by group; a reader of several profiles together has no groups in common. */
  groups: z.array(z.strictObject({ name: text, falseFlags: MeanSchema })).optional(),
});

/** Ads flagged in all markets of a table, and how many of these are not sought; possible minors are not counted. */
const FlagsSchema = z.strictObject({ all: count, false: count });

const TableSchema = z.strictObject({
  profile: z.union([MarketProfileIdSchema, z.literal('all')]),
  markets: count,
  /** Missing in tracks of clusters, and in results of a kit that did not count flags. */
  flags: FlagsSchema.optional(),
  figures: z.partialRecord(z.enum(FIGURES), MeanSchema),
  gaps: z.array(GapSchema).optional(),
});

const RowSchema = z.strictObject({
  reader: z.enum(READERS),
  tables: z.array(TableSchema),
  /** The figures of each market, by which another result is compared: no intervals, in the order of the runs. */
  byMarket: z.array(z.strictObject({ market: marketId, figures: z.record(z.string(), z.number()) })),
});

/** What became of the tool in one market. */
const RunSchema = z.strictObject({
  market: marketId,
  profile: MarketProfileIdSchema,
  /** Code of the issue for which there is no score. */
  failed: z.string().optional(),
  /** Null where the tool ran on another machine and its tables were handed in. */
  seconds: z.number().min(0).nullable(),
  /** Peak memory of the tool and its child processes, as sampled; null where it is not measured. */
  peakBytes: count.nullable(),
});

const TrackResultSchema = z.strictObject({ track: z.enum(TRACKS), runs: z.array(RunSchema), rows: z.array(RowSchema) });

/** `bench-result/2`: what one tool reached. Tracks stand side by side, and nothing is added to a total. */
export const BenchResultSchema = z.strictObject({
  schema: z.literal('bench-result/2'),
  synthetic: z.literal(true),
  notice: text,
  bench: BenchNameSchema,
  split: z.enum(SPLITS),
  /** What the tool may have learned from, in the word of whoever made the result. */
  rules: z.enum(RULES),
  /** SHA-256 of the bench.json of the folder of markets; an open split has none. */
  benchJson: digest.optional(),
  /** The command line that was run, without folders of the machine; or that tables were handed in. */
  tool: z.string(),
  /** Name of the tool or its team, and what they say of it in their own words; neither is checked. */
  name: z.string().min(1).max(MAX_NAME).optional(),
  note: z.string().min(1).max(MAX_NOTE).optional(),
  threshold: share,
  tracks: z.array(TrackResultSchema).min(1).max(TRACKS.length),
});

export type Bench = z.output<typeof BenchSchema>;
export type BenchName = z.output<typeof BenchNameSchema>;
export type SplitName = (typeof SPLITS)[number];
export type BenchMarkets = z.output<typeof BenchMarketsSchema>;
export type BenchMean = z.output<typeof MeanSchema>;
export type BenchGap = z.output<typeof GapSchema>;
export type BenchFlags = z.output<typeof FlagsSchema>;
export type BenchTable = z.output<typeof TableSchema>;
export type ReaderRow = z.output<typeof RowSchema>;
export type BenchRun = z.output<typeof RunSchema>;
export type TrackResult = z.output<typeof TrackResultSchema>;
export type BenchResult = z.output<typeof BenchResultSchema>;
