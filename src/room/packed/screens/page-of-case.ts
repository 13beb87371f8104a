import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { type BriefedCase, briefingOf } from '#case/play/screens/briefing-of.ts';
import { UNSEAL_WORKER } from '#case/sealed/model/sealed-releases.ts';
import { translator } from '#i18n/translator.ts';
import { escaped } from '#kernel/model/escaped.ts';
import type { Market } from '#market/ads/model/market.ts';
import sealed from '#words/case/sealed.json' with { type: 'json' };
import packed from '#words/room/packed.json' with { type: 'json' };

const t = translator(packed);

/** Names of the workers of a packed page: its program, and not its case. */
const WORKER = /^[^"]+\.worker\.js$/;
/** Props of an island; there is no `<` inside. */
const PROPS = /<script type="application\/json" data-props="(\d+)">([^<]*)<\/script>/g;
const BLOCK = /<script type="text\/plain" data-file="([^"]*)">[^<]*<\/script>/g;

/** A text of the program, and what stands in its place. */
type Change = readonly [what: string | RegExp, by: string];

/** What a page says of its case before it is played. */
export type PagedCase = BriefedCase &
  Pick<LoadedCase, 'scenario'> & { readonly market: Pick<Market, 'generatorVersion'> };

interface OwnPage {
  readonly loaded: PagedCase;
  /** Files of the case, as blocks of data. */
  readonly blocks: string;
  readonly isSealed: boolean;
  /** What the briefing says of the kinds. */
  readonly kinds: Pick<Kinds, 'aboutWords'>;
}

/**
 * The page of an author's case, made of the program of packed pages. The briefing is drawn when the page opens.
 *
 * @param program the page that the build writes as `PACKED_PROGRAM`
 */
export function pageOfCase(program: string, { loaded, blocks, isSealed, kinds }: OwnPage): string {
  const { source, scenario, market } = loaded;
  const { title } = source;
  const props = { ...briefingOf(loaded, kinds), title, base: '', ...(isSealed && { answers: sealed['facts.key'] }) };
  const sealedNotes: readonly Change[] = [
    [packed.head, sealed.note],
    [packed.answers, sealed['note.text']],
  ];
  const changes: readonly Change[] = [
    [/data-packed="[^"]*"/, `data-packed="${escaped(source.id)}"`],
    [/(<title>)[^<]*/, `$1${asIs(t('title', { title }))} – Checkathon`],
    [/(<meta name="description" content=")[^"]*/, `$1${asIs(t('description', { title }))}`],
    [/(<p class="running-head__case"[^>]*>)[^<]*/, `$1${asIs(title)}`],
    ...(isSealed ? sealedNotes : []),
    [/(<dd[^>]*><code[^>]*>)[^<]*/, `$1${scenario.hash.slice(0, 16)}`],
    [new RegExp(t('generator.value', { version: '\\d+' })), t('generator.value', { version: market.generatorVersion })],
  ];
  // The words of the case come last, so that nothing is replaced in them.
  return withBriefing(
    changes.reduce((text, [what, by]) => replaced(text, what, by), program),
    props,
  )
    .replaceAll(BLOCK, (block, name: string) =>
      WORKER.test(name) && (isSealed || name !== UNSEAL_WORKER) ? block : '',
    )
    .replace(/(?=<script>)/, () => blocks);
}

/** A text in HTML, in which no `$` means a part of what is replaced. */
const asIs = (text: string) => escaped(text).replaceAll('$', '$$$$');

/** The page with another briefing in the island of the case, drawn when the page opens. */
function withBriefing(page: string, props: object): string {
  const briefing = [...page.matchAll(PROPS)].find(([, , json = '']) => json.includes('"stages":'));
  const start = page.indexOf(`<div data-island="${briefing?.[1]}" ssr>`);
  if (!briefing || start < 0) throw new Error('The packed page has no island of a case.');
  const [script, n] = briefing;
  const json = JSON.stringify(props).replaceAll('<', '\\u003c');
  const island = `<div data-island="${n}" ssr></div><script type="application/json" data-props="${n}">${json}</script>`;
  return page.slice(0, start) + island + page.slice(briefing.index + script.length);
}

function replaced(text: string, what: string | RegExp, by: string): string {
  const found = typeof what === 'string' ? text.includes(what) : what.test(text);
  if (!found) throw new Error(`A packed page has no ${what}.`);
  return typeof what === 'string' ? text.replaceAll(what, () => by) : text.replace(what, by);
}
