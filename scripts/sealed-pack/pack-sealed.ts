import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { keyVersionOf } from '#app/case/case-parts.ts';
import { loadCase } from '#app/library/load-case.ts';
import { packCase } from '#app/packing/pack-case.ts';
import { isGuessable, MIN_SEED_LENGTH, publicAlready } from '#app/packing/what-sealing-hides.ts';
import type { AnswersOpen } from '#core/room/parts-of-case.ts';
import { drawWords } from '#core/room/release-words.ts';
import { MAX_RELEASES } from '#core/room/sealed-releases.ts';
import { pageOfCase } from '#ui/packed/page-of-case.ts';
import { releaseSheet } from '#ui/packed/release-sheet.ts';
import { PACKED_PROGRAM } from '#ui/site/packed-place.ts';
import { shippedCases } from '../attempts/load-shipped-case.ts';
import { fail, orFail } from '../command/command-line.ts';
import { shippedLibrary } from '../command/shipped-library.ts';
import { caseOfSite } from '../room/case-of-room.ts';

interface SealOrder {
  /** Folder of the author's case. */
  readonly folder: string;
  /** The folder from which the path is meant. */
  readonly from: string;
  /** Folder of the built site, whose packed pages give the program. */
  readonly site: string;
  /** Name of the file to be written. */
  readonly file: string;
  readonly answers: AnswersOpen;
}

interface SealedPack {
  readonly id: string;
  readonly page: string;
  /** The words that open the releases, for the facilitator. */
  readonly sheet: string;
  readonly releases: number;
  /** What the author should know; undefined where there is nothing. */
  readonly warning?: string;
}

/** An author's case as a page with its answers sealed. Ends the command where the case has faults or no secret. */
export async function packSealed({ folder, from, site, file, answers }: SealOrder): Promise<SealedPack> {
  const library = shippedLibrary();
  const loaded = orFail(loadCase(createProjectFiles(from), folder, library));
  if (!loaded.answers) fail(`${folder} has no key.yaml, so there is nothing to seal.`);
  const { id, title, market } = loaded.source;
  const shipped = shippedCases().flatMap((name) => {
    const part = caseOfSite(site, name);
    return part ? [{ name, ...keyVersionOf(part) }] : [];
  });
  const already = publicAlready(keyVersionOf(loaded), shipped);
  if (already)
    fail(
      `${folder} has the text or the market of the shipped case ${already.name}, whose answers are public in the source. Sealing it would hide nothing. Give market.seed another value.`,
    );
  const program = join(site, PACKED_PROGRAM);
  if (!existsSync(program)) fail('There is no packed case in dist/. Run: npm run build');

  const words = Array.from({ length: MAX_RELEASES }, () => drawWords((below) => randomInt(below)));
  const { blocks, releases } = await packCase(loaded, loaded.answers, library.catalogue, { answers, words });
  const page = pageOfCase(readFileSync(program, 'utf8'), { loaded, blocks, isSealed: true });
  return {
    id,
    page,
    sheet: releaseSheet({ title, file: basename(file), releases }),
    releases: releases.length,
    ...(isGuessable(market.seed, id) && {
      warning: `The seed "${market.seed}" is short, or is the id of the case: a person who guesses it can make the answers again. Give market.seed at least ${MIN_SEED_LENGTH} signs that nobody guesses.`,
    }),
  };
}
