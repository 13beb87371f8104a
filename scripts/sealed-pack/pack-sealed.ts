import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UNSEAL_WORKER } from '#adapters/browser/unseal.ts';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import type { PublicPart } from '#app/case/case-parts.ts';
import { CHECK_PART, PUBLIC_PART } from '#app/case/case-parts.ts';
import { sealCase } from '#app/case/sealed-case.ts';
import { caseFiles } from '#app/library/case-files.ts';
import { loadCase } from '#app/library/load-case.ts';
import { PACKED_PROGRAM } from '#components/packed-place.ts';
import type { AnswersOpen } from '#core/room/parts-of-case.ts';
import { sealedReleases } from '#core/room/sealed-releases.ts';
import { shippedCases } from '../attempts/load-shipped-case.ts';
import { fail, orFail } from '../command/command-line.ts';
import { shippedLibrary } from '../command/shipped-library.ts';
import { caseOfSite, partsOfRoom } from '../room/case-of-room.ts';
import { bundleUnsealer } from './bundle-unsealer.ts';
import { pageOfCase } from './page-of-case.ts';
import { drawWords, releaseSheet } from './release-words.ts';

/** A seed with fewer signs can be found by trying, and whoever has the seed can make the answers again. */
const SHORTEST_SEED = 16;

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
  for (const shipped of shippedCases()) {
    const part = caseOfSite(site, shipped);
    if (part?.scenario.hash === loaded.scenario.hash || part?.market.marketId === loaded.market.marketId)
      fail(
        `${folder} has the text or the market of the shipped case ${shipped}, whose answers are public in the source. Sealing it would hide nothing. Give market.seed another value.`,
      );
  }
  const template = join(site, PACKED_PROGRAM);
  if (!existsSync(template)) fail('There is no packed case in dist/. Run: npm run build');

  const files = new Map(
    [...caseFiles(loaded, loaded.answers, library.catalogue)]
      .filter(([name]) => name !== CHECK_PART)
      .map(([name, content]) => [name, JSON.stringify(content)]),
  );
  const part = JSON.parse(files.get(PUBLIC_PART) ?? '') as PublicPart;
  const releases = sealedReleases(partsOfRoom(part, answers));
  const words = releases.map(() => drawWords((below) => randomInt(below)));
  const sealed = await sealCase(files, releases, words);
  const { script, licences } = await bundleUnsealer();
  const page = pageOfCase(readFileSync(template, 'utf8'), {
    loaded,
    files: new Map([...sealed, [UNSEAL_WORKER, script]]),
    licences,
  });
  const isShort = market.seed.length < SHORTEST_SEED;
  return {
    id,
    page,
    sheet: releaseSheet({ title, file: basename(file), releases, words }),
    releases: releases.length,
    ...(isShort && {
      warning: `The seed "${market.seed}" is short: whoever guesses it can make the answers again. Give market.seed at least ${SHORTEST_SEED} signs that nobody guesses.`,
    }),
  };
}
