import type { CaptureRecipe, RecipePlace } from '#evidence/locker/model/capture-recipe.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import type { LockerReport } from '#evidence/locker/use-cases/locker-report.ts';
import type { Words } from '#evidence/locker/use-cases/say-from.ts';
import type { VerifyStage } from '#evidence/locker/use-cases/verify-locker.ts';
import type { ChosenFile } from '#kernel/browser/dropped-files.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { Market } from '#market/ads/model/market.ts';

/**
 * A locker to verify: a zip or the files of a folder, and optionally the answer of a time-stamp authority. With the words
 * of the case report the report is made again and compared.
 */
export interface ChosenLocker {
  readonly words?: Words;
  readonly lang?: string;
  readonly name: string;
  readonly zip?: Blob;
  readonly files?: readonly ChosenFile[];
  readonly answer?: Blob;
}

/** A locker to pack that is there already, or that comes about by a recipe in a market. */
export type LockerToPack =
  | { readonly type: 'pack'; readonly locker: Locker }
  | {
      readonly type: 'play';
      readonly recipe: CaptureRecipe;
      readonly market: Market;
      readonly place: RecipePlace;
    };

/**
 * What to pack: such a locker, or the one that is made of some material, such as what was captured in an exercise.
 * `words` are those of the case report.
 */
export type PackOrder<Material> = { readonly words: Words; readonly lang: string } & (
  | LockerToPack
  | { readonly type: 'export'; readonly material: Material }
);

/** Makes the lockers of orders. */
export interface LockerMaker<Material> {
  ofMaterial(material: Material): Locker;
  ofRecipe(recipe: CaptureRecipe, market: Market, place: RecipePlace): Locker;
}

/** Progress callback: files done, total files, and the current stage. */
export type LockerProgress = (done: number, of: number, stage?: VerifyStage) => void;

/** A packed locker; its bytes are held by the browser, not in the memory of the page. */
export interface PackedLocker {
  readonly name: string;
  readonly zip: Blob;
  readonly sha256: string;
  readonly items: number;
}

/** The result of verifying a locker, or the reason why it was not opened. */
export type LockerVerification = {
  readonly name: string;
  readonly bytes: number;
  /** Digest of the zip; a folder has none. */
  readonly sha256?: string;
} & ({ readonly ok: true; readonly report: LockerReport } | { readonly ok: false; readonly issues: readonly Issue[] });

/** The functions of a worker for lockers that a page can call. */
export interface LockerWork<Material> {
  pack(order: PackOrder<Material>, progress: LockerProgress): Promise<PackedLocker>;
  verify(chosen: ChosenLocker, progress: LockerProgress): Promise<LockerVerification>;
}
