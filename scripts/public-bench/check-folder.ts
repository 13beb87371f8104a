import { type Dirent, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { readJson } from '#kernel/formats/json/read-json.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { parseShape } from '#kernel/model/parse-shape.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fileIssue } from '#kernel/node/file-issue.ts';
import { kindOf, readBytes } from '#kernel/node/read-file.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import { PUBLIC, SECRET } from '#market/documents/use-cases/market-files.ts';
import { type AboutFolder, BENCH_JSON, RESULT_SCHEMA } from './bench-folder.ts';

/** What a check of a folder has found. */
export interface FolderCheck {
  /** Files that have the digests of all lists that name them. */
  readonly right: number;
  /** True where the folder has a secret half, and it was checked too. */
  readonly withSecret: boolean;
  /** Each file that is missing or was changed. */
  readonly faults: readonly Issue[];
  /** Paths of files that no list names, from the folder. */
  readonly unlisted: readonly string[];
}

/** Maximum size of a file of a market of the bench; the largest has a few megabytes. */
const MAX_BYTES = 400_000_000;

/** A header that lists the files of its half, as far as the check reads it. */
const HeaderSchema = z.object({
  marketId: z.string(),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});

/** The headers that list files of their half. */
const HEADERS = { [PUBLIC]: 'market.json', [SECRET]: 'ground-truth.json' } as const;

/**
 * Holds each file of a folder that bench-markets wrote against bench.json, and against the header of its half, which lists
 * it too. A folder without any secret half is the one of a team, and only its public halves are checked.
 */
export function checkFolder({ about, places }: AboutFolder, folder: string, from: string): FolderCheck {
  const withSecret = about.markets.some(
    ({ market }) => kindOf(places.pathOf(market, `${SECRET}/${HEADERS[SECRET]}`), from).ok,
  );
  const halves = withSecret ? ([PUBLIC, SECRET] as const) : ([PUBLIC] as const);
  const faults: Issue[] = [];
  const listed = new Set([BENCH_JSON, RESULT_SCHEMA].map((name) => join(places.open, name)));
  let right = 0;
  for (const { market, sha256 } of about.markets) {
    const own = { market, pathOf: (file: string) => places.pathOf(market, file), from };
    for (const file of Object.keys(sha256)) listed.add(own.pathOf(file));
    for (const half of halves) {
      const checked = checkHalf(own, half, sha256);
      faults.push(...checked.faults);
      right += checked.right;
    }
  }
  const roots = places.apart ? [places.open, join(folder, SECRET)] : [folder];
  const unlisted = roots.flatMap((root) => filesBelow(root, from)).filter((path) => !listed.has(path));
  return { right, withSecret, faults, unlisted: unlisted.map((path) => relative(folder, path).replaceAll(sep, '/')) };
}

interface OwnFiles {
  readonly market: string;
  readonly pathOf: (file: string) => string;
  readonly from: string;
}

function checkHalf(
  { market, pathOf, from }: OwnFiles,
  half: keyof typeof HEADERS,
  sha256: Readonly<Record<string, string>>,
): { readonly right: number; readonly faults: readonly Issue[] } {
  const faults: Issue[] = [];
  const found = new Map<string, string>();
  const header = `${half}/${HEADERS[half]}`;
  const listed = Object.entries(sha256).filter(([file]) => file.startsWith(`${half}/`));
  let text = '';
  for (const [file, digest] of listed) {
    const path = pathOf(file);
    const read = readBytes(path, MAX_BYTES, from);
    if (!read.ok) {
      const isMissing = read.issues.some(({ code }) => code === 'file.missing');
      faults.push(...(isMissing ? [fileIssue(path, 'bench.missing-file')] : read.issues));
      continue;
    }
    const now = sha256Hex(read.value);
    if (now !== digest) faults.push(fileIssue(path, 'bench.changed-file', short(now, digest)));
    else found.set(file, now);
    if (file === header && now === digest) text = read.value.toString('utf8');
  }
  // A header that was changed is named above; only an unchanged one is a second witness about the files of its half.
  if (text !== '' || !listed.some(([file]) => file === header))
    for (const fault of headerFaults(text, { market, half, path: pathOf(header), found })) {
      faults.push(fault.issue);
      found.delete(fault.file);
    }
  return { right: found.size, faults };
}

interface HeaderTask {
  readonly market: string;
  readonly half: keyof typeof HEADERS;
  readonly path: string;
  /** Digests of the files that bench.json describes rightly. */
  readonly found: ReadonlyMap<string, string>;
}

/** Where the header of a half says something else of its files than bench.json does. */
function headerFaults(text: string, { market, half, path, found }: HeaderTask) {
  const header = `${half}/${HEADERS[half]}`;
  const json = readJson(text, path);
  const parsed = parseShape(HeaderSchema, json.ok ? json.value : undefined);
  if (!parsed.success || parsed.data.marketId !== market)
    return [{ file: header, issue: fileIssue(path, 'bench.other-header', { market }) }];
  return parsed.data.files.flatMap((entry) => {
    const file = `${half}/${entry.path}`;
    const now = found.get(file);
    return now === undefined || now === entry.sha256
      ? []
      : [
          {
            file,
            issue: fileIssue(path, 'bench.changed-list', { file: entry.path, ...short(now, entry.sha256) }),
          },
        ];
  });
}

/** Digits of a digest that a message shows. */
const SHOWN = 12;

const short = (found: string, asked: string) => ({ found: found.slice(0, SHOWN), asked: asked.slice(0, SHOWN) });

/** Paths of all files below a folder; none where it cannot be read. */
function filesBelow(folder: string, from: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(resolvePath(folder, from), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .sort((a, b) => compareCodes(a.name, b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path, from) : [path];
    });
}
