import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { FalseFlag } from '#bench/predictions/model/false-flags.ts';
import { readJson } from '#kernel/formats/json/read-json.ts';
import type { Parsed } from '#kernel/model/issue.ts';
import { parseShape } from '#kernel/model/parse-shape.ts';
import { fileIssue } from '#kernel/node/file-issue.ts';
import { kindOf, readText } from '#kernel/node/read-file.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import { PUBLIC } from '#market/documents/use-cases/market-files.ts';
import { HAND_OUT } from '../public-bench/bench-folder.ts';
import { linesOf } from './lines-of.ts';

/** What a visitor sees of an ad, as far as a false flag shows it. */
const AdSchema = z.object({
  id: z.string(),
  site: z.string(),
  title: z.string(),
  text: z.string(),
  sentenceEnds: z.array(z.number()),
  fields: z.record(z.string(), z.string()).optional(),
  withheld: z.unknown().optional(),
});

const LabelSchema = z.object({
  indicator: z.string(),
  kind: z.enum(['sign', 'trap', 'cue']),
  at: z.string(),
  why: z.string(),
});
const TruthSchema = z.object({ ad: z.string(), labels: z.array(LabelSchema), possibleMinor: z.boolean() });

const FilesSchema = z.array(z.object({ path: z.string(), kind: z.string() }));
const PublicHeadSchema = z.object({
  marketId: z.string(),
  sites: z.array(z.object({ id: z.string(), name: z.string() })),
  words: z.object({ fields: z.record(z.string(), z.string()) }),
  files: FilesSchema,
});
const TruthHeadSchema = z.object({ files: FilesSchema });

/** A label of the truth, with the words of the ad to which it belongs, where these are on the page. */
export interface LabelInWords extends Omit<z.output<typeof LabelSchema>, 'at'> {
  readonly at: string;
  readonly words?: string;
}

/** A false flag with the ad as a visitor sees it, and with what the truth says of it. */
export interface FalseFlagInWords extends FalseFlag {
  readonly site: string;
  readonly title: string;
  readonly text: string;
  /** Name and value of each field, as the page writes them. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly labels: readonly LabelInWords[];
}

/** Where both halves of a market are. */
export interface MarketHalves {
  readonly marketId: string;
  /** Path of ground-truth.json. */
  readonly truth: string;
  /** Folder of the public half, where an argument names it. */
  readonly open?: string | undefined;
  readonly from: string;
}

/** Maximum size of a header. */
const MAX_BYTES = 50_000_000;

/** Names of files with lines; a header cannot lead out of its folder. */
const LINES = /^(?:ads|ground-truth)-\d{3,}\.ndjson$/;

/** Reads the public text of some ads, and what the truth says of each. A withheld ad is left out. */
export async function readFalseFlags(
  flags: readonly FalseFlag[],
  { marketId, truth, open, from }: MarketHalves,
): Promise<Parsed<readonly FalseFlagInWords[]>> {
  const folder = open ?? publicHalfOf(truth, from);
  const file = join(folder ?? dirname(truth), 'market.json');
  const head = folder === undefined ? undefined : readHead(file, PublicHeadSchema, from);
  const headOfTruth = readHead(truth, TruthHeadSchema, from);
  if (head === undefined || headOfTruth === undefined)
    return { ok: false, issues: [fileIssue(file, 'truth.no-public-half')] };
  if (head.marketId !== marketId)
    return {
      ok: false,
      issues: [fileIssue(file, 'truth.other-public-half', { found: head.marketId, asked: marketId })],
    };
  const ids = new Set(flags.map(({ ad }) => ad));
  const ads = await linesAbout(dirname(file), head.files, 'ads', { schema: AdSchema, idOf: ({ id }) => id, ids, from });
  const truths = await linesAbout(dirname(truth), headOfTruth.files, 'ground-truth', {
    schema: TruthSchema,
    idOf: ({ ad }) => ad,
    ids,
    from,
  });
  const site = (id: string) => head.sites.find((one) => one.id === id)?.name ?? id;
  const value = flags.flatMap((flag): FalseFlagInWords[] => {
    const [ad, about] = [ads.get(flag.ad), truths.get(flag.ad)];
    if (!ad || !about || ad.withheld !== undefined || about.possibleMinor) return [];
    const fields = Object.entries(ad.fields ?? {}).map(([name, value]) => [head.words.fields[name] ?? name, value]);
    return [
      {
        ...flag,
        site: site(ad.site),
        title: ad.title,
        text: ad.text,
        fields: fields as [string, string][],
        labels: about.labels.map((label) => ({ ...label, ...wordsAt(ad, label.at) })),
      },
    ];
  });
  return { ok: true, value };
}

/** The public half of a market: beside its truth, or in the hand-out of a bench. */
function publicHalfOf(truth: string, from: string): string | undefined {
  const own = dirname(truth);
  const market = basename(dirname(resolvePath(truth, from)));
  return [join(own, '..', PUBLIC), join(own, '..', '..', HAND_OUT, market, PUBLIC), own].find(
    (folder) => kindOf(join(folder, 'market.json'), from).ok,
  );
}

function readHead<Head>(file: string, schema: z.ZodType<Head>, from: string): Head | undefined {
  const read = readText(file, MAX_BYTES, from);
  const json = read.ok ? readJson(read.value, file) : read;
  const parsed = json.ok ? parseShape(schema, json.value) : undefined;
  return parsed?.success ? parsed.data : undefined;
}

interface Wanted<Line> {
  readonly schema: z.ZodType<Line>;
  readonly idOf: (line: Line) => string;
  readonly ids: ReadonlySet<string>;
  readonly from: string;
}

/** The lines about some ads, from the files of one kind that a header lists. */
async function linesAbout<Line>(
  folder: string,
  files: z.output<typeof FilesSchema>,
  kind: string,
  { schema, idOf, ids, from }: Wanted<Line>,
): Promise<ReadonlyMap<string, Line>> {
  const found = new Map<string, Line>();
  for (const { path } of files.filter((file) => file.kind === kind && LINES.test(file.path))) {
    const file = join(folder, path);
    if (!kindOf(file, from).ok) continue;
    for await (const text of linesOf(resolvePath(file, from))) {
      if (found.size === ids.size) return found;
      const json = readJson(text?.trim() || 'null', file);
      const line = json.ok ? parseShape(schema, json.value) : undefined;
      if (line?.success && ids.has(idOf(line.data))) found.set(idOf(line.data), line.data);
    }
  }
  return found;
}

/** The sentence or the field at a place of the page; a record has no words there. */
function wordsAt(ad: z.output<typeof AdSchema>, at: string): { readonly words?: string } {
  const [, letter, place = ''] = /^(s|f:)(.+)$/.exec(at) ?? [];
  if (letter === 's') {
    const end = ad.sentenceEnds[Number(place) - 1];
    const start = ad.sentenceEnds[Number(place) - 2] ?? 0;
    return end === undefined ? {} : { words: ad.text.slice(start, end).trim() };
  }
  const words = letter === undefined ? undefined : ad.fields?.[place];
  return words === undefined ? {} : { words };
}
