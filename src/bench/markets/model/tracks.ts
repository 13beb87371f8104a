import type { FigureName } from '#bench/predictions/model/schemas.ts';
import type { Reach } from '#market/generator/model/ideal-reader.ts';

/** Tracks of the public bench. Each has its own files and its own table, and there is no total over them. */
export const TRACKS = ['page', 'records', 'linking', 'authorship', 'templates', 'fairness'] as const;
export type TrackName = (typeof TRACKS)[number];

/** What ads of one cluster have in common: who is behind them, who typed them, or whose text they repeat. */
export type ClusterUnit = 'actor' | 'author' | 'master';

export interface BenchTrack {
  /** What a tool gets: the pages of all ads, or also what lawful requests bring. */
  readonly reach: Reach;
  /** The figures of its table, in this order; those of `fairness` are gaps between groups. */
  readonly figures: readonly FigureName[];
  /** Present where a tool is asked for clusters alone. */
  readonly clusters?: ClusterUnit;
}

const RANKING = [
  'auc',
  'average-precision',
  'brier-skill',
  'likelihood-rank',
  'sensitivity',
  'specificity',
  'ppv-2',
  'ppv-6',
  'ppv-20',
  'sign-precision',
  'sign-recall',
  'sign-f05',
] as const;

const GROUPING = [
  'link-precision',
  'link-recall',
  'link-f1',
  'cluster-b-cubed-precision',
  'cluster-b-cubed-recall',
  'cluster-b-cubed-f1',
  'cluster-ari',
] as const;

export const TRACK: Readonly<Record<TrackName, BenchTrack>> = {
  page: { reach: 'pages', figures: RANKING },
  records: { reach: 'records', figures: RANKING },
  linking: { reach: 'records', figures: GROUPING, clusters: 'actor' },
  authorship: { reach: 'pages', figures: GROUPING, clusters: 'author' },
  templates: { reach: 'pages', figures: GROUPING, clusters: 'master' },
  fairness: { reach: 'pages', figures: [] },
};

/** The readers that a tool is shown beside. No reader of all chances groups ads, so that tracks of clusters have no ceiling. */
export const BESIDE: Readonly<Record<TrackName, readonly ShownBeside[]>> = {
  page: ['signs', 'weights', 'n-grams', 'links', 'ceiling'],
  records: ['signs', 'weights', 'n-grams', 'links', 'ceiling'],
  linking: ['links', 'texts'],
  authorship: ['links', 'texts'],
  templates: ['texts'],
  fairness: ['signs', 'weights', 'n-grams', 'links', 'ceiling'],
};

/** Readers of a bench: the tool, what it is measured beside, and the best that the files of the track allow. */
export const READERS = ['tool', 'signs', 'weights', 'n-grams', 'links', 'texts', 'ceiling'] as const;
export type ReaderName = (typeof READERS)[number];
/** Those that are computed. */
export type ShownBeside = Exclude<ReaderName, 'tool'>;
