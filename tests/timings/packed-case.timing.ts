import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { packedPlace } from '#design/screens/links/packed-place.ts';
import messages from '#words/case/case.json' with { type: 'json' };
import type { TimingRow } from '../../scripts/gate/timing-row.ts';
import { findBrowser } from '../../scripts/site/find-browser.mjs';
import { pairedRatios, summarize } from './harness.ts';
import { serveBuiltSite } from './serve-built-site.ts';
import { LAPTOP, type Visit, visitOn } from './slow-phone.ts';

const SITE = join(import.meta.dirname, '..', '..', 'dist');
const ROUNDS = 5;

/** A case with few ads, and the heaviest one. */
const CASES = ['quiet-number', 'who-owns-the-sites'] as const;
type Case = (typeof CASES)[number];

interface Rounds {
  readonly packed: readonly Visit[];
  readonly site: readonly Visit[];
}
const measured = new Map<string, Promise<Rounds>>();

/**
 * A packed case, opened from a disk, beside the same case on the site, over the slow line of a room, both on a laptop:
 * until the next scene is on the screen, and until it can be used, when somebody presses the button as soon as it can be
 * pressed. All that the site fetches in parts, the packed case has to read at once.
 */
export const rows: readonly TimingRow[] = CASES.flatMap((id) => [
  row(`controls-of-the-first-scene-of-packed-${id}-over-site`, 1, id, ({ packed, site }) =>
    pairedRatios(
      packed.map(({ awake }) => awake),
      site.map(({ awake }) => awake),
    ),
  ),
  // The site shows this scene before its scripts are here.
  row(`first-scene-of-packed-${id}-over-site`, null, id, ({ packed, site }) =>
    pairedRatios(
      packed.map(({ nextScene }) => nextScene),
      site.map(({ nextScene }) => nextScene),
    ),
  ),
  row(`milliseconds-until-the-first-scene-of-packed-${id}`, null, id, ({ packed }) =>
    packed.map(({ nextScene }) => nextScene),
  ),
]);

function row(name: string, goal: number | null, id: Case, figures: (rounds: Rounds) => number[]): TimingRow {
  const measure = async () => {
    const rounds = measured.get(id) ?? measureCase(id);
    measured.set(id, rounds);
    return summarize(figures(await rounds));
  };
  return { name, goal, atMost: true, measure };
}

/** Title of the scene to which the first act of a case leads. */
function secondScene(id: Case): string {
  const { scenario, scenes } = JSON.parse(readFileSync(join(SITE, 'cases', id, PUBLIC_PART), 'utf8')) as PublicPart;
  const first = scenario.states[scenario.initial];
  const next = first?.type === 'narrative' ? first.next[0]?.next : undefined;
  return scenes[next ?? '']?.title ?? '';
}

async function measureCase(id: Case): Promise<Rounds> {
  const file = join(SITE, packedPlace(id));
  if (!existsSync(file)) throw new Error(`There is no packed ${id}. Run npm run build first.`);
  const title = secondScene(id);
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const server = await serveBuiltSite();
  const visit = (address: string) => visitOn(LAPTOP, browser, address, { press: messages.begin, title });
  try {
    const rounds = { packed: [] as Visit[], site: [] as Visit[] };
    // The first round fills the caches of the server and of the disk.
    for (let round = -1; round < ROUNDS; round++) {
      const packed = await visit(pathToFileURL(file).href);
      const site = await visit(`${server.address}cases/${id}/`);
      if (round < 0) continue;
      rounds.packed.push(packed);
      rounds.site.push(site);
    }
    return rounds;
  } finally {
    await browser.close();
    await server.close();
  }
}
