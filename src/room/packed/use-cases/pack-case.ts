import type { AnswersOpen } from '#case/language/model/parts-of-case.ts';
import type { CaseAnswers, LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { CHECK_PART, PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { sealedReleases } from '#case/sealed/model/sealed-releases.ts';
import { sealCase } from '#case/sealed/use-cases/sealed-case.ts';
import { dataBlocks } from '#kernel/formats/packed/data-block.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import { partsOfRoom } from '#room/use-cases/parts-of-room.ts';

/** How the answers of a case are sealed. */
export interface Seal {
  readonly answers: AnswersOpen;
  /** Words for each release, in their order; as many as a pack can have (`MAX_RELEASES`). */
  readonly words: readonly string[];
}

/** What a packed page holds of its case. */
export interface PackedCase {
  /** Its files as blocks of data, for the page. */
  readonly blocks: string;
  /** What the words open; empty where nothing is sealed. */
  readonly releases: readonly { readonly title: string; readonly words: string }[];
}

/** Packs an author's case for the page that plays it. With `seal`, every part of its key lies in a release. */
export async function packCase(
  loaded: Omit<LoadedCase, 'minutes'>,
  answers: CaseAnswers,
  catalogue: Catalogue,
  seal?: Seal,
): Promise<PackedCase> {
  const files = new Map(
    [...caseFiles(loaded, answers, catalogue)]
      .filter(([name]) => name !== CHECK_PART)
      .map(([name, content]) => [name, JSON.stringify(content)]),
  );
  if (!seal) return { blocks: await dataBlocks(files), releases: [] };
  const part = JSON.parse(files.get(PUBLIC_PART) ?? '') as PublicPart;
  const releases = sealedReleases(partsOfRoom(part, seal.answers, loaded.kinds));
  const sealed = await sealCase(files, releases, seal.words);
  return {
    blocks: await dataBlocks(sealed),
    releases: releases.map(({ title }, n) => ({ title, words: seal.words[n] ?? '' })),
  };
}
