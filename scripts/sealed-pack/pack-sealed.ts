import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AnswersOpen } from '#case/language/model/parts-of-case.ts';
import { keyVersionOf } from '#case/parts/use-cases/case-parts.ts';
import { MAX_RELEASES } from '#case/sealed/model/sealed-releases.ts';
import { PACKED_PROGRAM } from '#design/screens/links/packed-place.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { KIND_ABOUT_WORDS } from '#kinds/shipped/screens/about-registry.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { drawWords } from '#room/packed/model/release-words.ts';
import { pageOfCase } from '#room/packed/screens/page-of-case.ts';
import { releaseSheet } from '#room/packed/screens/release-sheet.ts';
import { packCase } from '#room/packed/use-cases/pack-case.ts';
import { isGuessable, MIN_SEED_LENGTH, publicAlready } from '#room/packed/use-cases/what-sealing-hides.ts';
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
  const page = pageOfCase(readFileSync(program, 'utf8'), {
    loaded,
    blocks,
    isSealed: true,
    kinds: { aboutWords: KIND_ABOUT_WORDS },
  });
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
