import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { UNSEAL_WORKER } from '#case/sealed/model/sealed-releases.ts';
import { PACKED_PROGRAM, packedPlace } from '#design/screens/links/packed-place.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { ROOT } from '../../command/root.ts';
import { ASSETS, casesToPack, TO_PACK } from '../../site/built-folders.ts';
import { LICENCES_FILE } from '../third-party-licences.mjs';
import { bundleIslands, bundleWorker } from './bundle-script.ts';
import { bundleUnsealer } from './bundle-unsealer.ts';
import { islandsIn, packPage, sheetsIn } from './pack-page.ts';
import { dataAddress, lettersOf, styleWithFonts } from './style-with-fonts.ts';

/** The page that a case is packed from, in its folder below `TO_PACK`. */
const PAGE = '.page';

/** The worker that a case can start, and its name in a packed page. */
const WORKER = /^locker\.worker[-.][\w-]+\.js$/;
const WORKER_NAME = 'locker.worker.js';

/** All kinds of exercise, by which their built files are named. */
const ALL_KINDS = KIND_PLAYS.kinds();

/** Parts that only the site shows: the checker's report. */
const ONLY_ON_THE_SITE = ['key/check.json', 'key/review.json'];

/** What a packed page holds beside what its islands need. */
interface Inside {
  readonly files: ReadonlyMap<string, string>;
  /** The kinds of exercise whose scripts it needs. */
  readonly own: readonly string[];
  /** Texts whose letters the page has to show beside those of its files. */
  readonly letters?: Iterable<string>;
  /** Further licences. */
  readonly more?: string;
}

/** Makes one HTML file of each case of a built site, from the pages that the build has put aside. */
export interface CasePacker {
  /** Packs a case, once however often it is asked for; undefined where there is nothing to pack it from. */
  pack(id: string): Promise<{ readonly bytes: number } | undefined>;
  /** Packs the program for the cases of authors. It is part of what a site keeps for work without a network. */
  packProgram(): Promise<void>;
  /** Packs all cases that are left, one after the other, and returns the size of the largest. */
  packAll(): Promise<{ readonly count: number; readonly mostBytes: number }>;
}

/** Puts the built pages of cases aside, so that they are no pages of the site; `pages` is their folder in it. */
export function putPagesAside(site: string, pages: string): void {
  for (const id of readdirSync(join(site, pages))) {
    mkdirSync(join(site, TO_PACK, id), { recursive: true });
    renameSync(join(site, pages, id, 'index.html'), pageToPack(site, id));
  }
  rmSync(join(site, pages), { recursive: true });
}

/** The packer of a built site. */
export function createCasePacker(site: string): CasePacker {
  const packing = new Map<string, Promise<{ readonly bytes: number } | undefined>>();
  /** Cases with the same kinds of exercise have the same scripts. */
  const scripts = new Map<string, Promise<string>>();
  let shared: Promise<Shared> | undefined;

  const packedWith = async (id: string, html: string, { files, own, letters = [], more }: Inside): Promise<string> => {
    shared ??= sharedParts(site);
    const { licences, workerScript } = await shared;
    const folder = join(site, TO_PACK, id);
    const islands = islandsIn(html).map(({ component, renderer }) => ({
      component: join(TO_PACK, id, component),
      renderer: join(TO_PACK, id, renderer),
    }));
    const key = JSON.stringify([own, islands]);
    const script = scripts.get(key) ?? bundleIslands(site, islands, { all: ALL_KINDS, own });
    scripts.set(key, script);
    const shown = lettersOf([html, ...files.values(), ...letters]);
    const style = sheetsIn(html).map((sheet) => styleWithFonts(join(folder, sheet), shown));
    return packPage(html, {
      script: await script,
      style: style.join('\n'),
      icon: dataAddress(join(site, 'favicon.svg')),
      licences: [...licences, ...(more === undefined ? [] : [more])].join(`\n\n${'-'.repeat(78)}\n\n`),
      files: new Map([...files, [WORKER_NAME, workerScript]]),
    });
  };

  const packNow = async (id: string) => {
    const page = pageToPack(site, id);
    if (!existsSync(page)) return undefined;
    const html = readFileSync(page, 'utf8');
    const files = partsOf(join(site, 'cases', id));
    const own = kindsIn(JSON.parse(files.get(PUBLIC_PART) ?? ''));
    const packed = await packedWith(id, html, { files, own });
    writeWhole(join(site, packedPlace(id)), packed);
    rmSync(dirname(page), { recursive: true, force: true });
    if (casesToPack(site).length === 0) rmSync(join(site, TO_PACK), { recursive: true, force: true });
    return { bytes: Buffer.byteLength(packed) };
  };

  const pack: CasePacker['pack'] = (id) => {
    const done = packing.get(id) ?? packNow(id).finally(() => packing.delete(id));
    packing.set(id, done);
    return done;
  };

  return {
    pack,
    async packProgram() {
      const [first] = casesToPack(site);
      if (first === undefined) return;
      const unsealer = await bundleUnsealer();
      const html = readFileSync(pageToPack(site, first), 'utf8');
      // No case is in it: a changed answer must not change what the site keeps for work without a network.
      const program = await packedWith(first, html, {
        files: new Map([[UNSEAL_WORKER, unsealer.script]]),
        own: ALL_KINDS,
        letters: partsOf(join(site, 'cases', first)).values(),
        more: unsealer.licences,
      });
      writeWhole(join(site, PACKED_PROGRAM), program);
    },
    async packAll() {
      const sizes: number[] = [];
      for (const id of casesToPack(site)) sizes.push((await pack(id))?.bytes ?? 0);
      return { count: sizes.length, mostBytes: Math.max(0, ...sizes) };
    },
  };
}

const pageToPack = (site: string, id: string) => join(site, TO_PACK, id, PAGE);

/** What is the same in every packed case. */
interface Shared {
  readonly licences: readonly string[];
  readonly workerScript: string;
}

async function sharedParts(site: string): Promise<Shared> {
  const worker = readdirSync(join(site, ASSETS)).find((file) => WORKER.test(file));
  if (!worker) throw new Error(`The built site has no worker like ${WORKER.source}.`);
  const texts = [join(ROOT, 'LICENSE'), join(ROOT, 'content', 'LICENSE.md'), join(site, LICENCES_FILE)];
  return {
    licences: texts.map((file) => withoutMargins(readFileSync(file, 'utf8').trim())),
    workerScript: await bundleWorker(site, join(ASSETS, worker)),
  };
}

/** Writes a file that no reader finds half written, also where two processes write it. */
function writeWhole(file: string, text: string): void {
  const aside = `${file}.${process.pid}.part`;
  writeFileSync(aside, text);
  renameSync(aside, file);
}

/** A text whose lines begin at the margin, with one blank line at most between two: a packed case is held to its size. */
const withoutMargins = (text: string) => text.replaceAll(/^[ \t]+/gm, '').replaceAll(/\n{3,}/g, '\n\n');

/** The kinds of exercise of a case, sorted. */
function kindsIn({ scenario }: PublicPart): string[] {
  const kinds = Object.values(scenario.states).flatMap((state) => (state.type === 'exercise' ? [state.kind] : []));
  return [...new Set(kinds)].sort();
}

/** The parts of a case by name, the answers among them. */
function partsOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json') && !ONLY_ON_THE_SITE.includes(name))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
