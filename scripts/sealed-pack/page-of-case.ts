import type { LoadedCase } from '#app/library/load-case.ts';
import { briefingOf } from '#components/briefing-of.ts';
import { translator } from '#i18n/translator.ts';
import packed from '#words/packed.json' with { type: 'json' };
import sealed from '#words/sealed.json' with { type: 'json' };
import { blockOf, escaped } from '../astro/pack/pack-page.ts';

const t = translator(packed);

/** Blocks of a packed page that belong to the program, and not to its case. */
const KEPT_BLOCK = /<script type="text\/plain" data-file="[^"]+\.worker\.js">[^<]*<\/script>/g;
/** Props of an island; there is no `<` inside. */
const PROPS = /<script type="application\/json" data-props="(\d+)">([^<]*)<\/script>/g;
const BLOCK = /<script type="text\/plain" data-file="[^"]*">[^<]*<\/script>/g;

interface OwnPage {
  readonly loaded: LoadedCase;
  /** Files of the case by name, and what opens them. */
  readonly files: ReadonlyMap<string, string>;
  /** Licences of program code that the page did not have before. */
  readonly licences: string;
}

/**
 * The page of an author's case, made of the packed page of a shipped one: program, style and frame are the same. The
 * briefing is drawn when the page opens.
 *
 * @param page the packed page of a shipped case
 */
export function pageOfCase(page: string, { loaded, files, licences }: OwnPage): string {
  const { source, scenario, market } = loaded;
  const { title } = source;
  const props = { ...briefingOf(loaded), title, base: '' };
  const kept = page.match(KEPT_BLOCK) ?? [];
  const blocks = [...[...files].map(blockOf), ...kept].join('');
  return [
    [/data-packed="[^"]*"/, `data-packed="${escaped(source.id)}"`],
    [/<title>[^<]*<\/title>/, `<title>${escaped(t('title', { title }))} – Checkathon</title>`],
    [/(<meta name="description" content=")[^"]*/, `$1${escaped(t('description', { title })).replaceAll('$', '$$$$')}`],
    [/(<p class="running-head__case"[^>]*>)[^<]*/, `$1${escaped(title).replaceAll('$', '$$$$')}`],
    [packed.head, sealed.note],
    [packed.answers, sealed['note.text']],
    [/(<dd[^>]*><code[^>]*>)[^<]*/, `$1${scenario.hash.slice(0, 16)}`],
    [new RegExp(t('generator.value', { version: '\\d+' })), t('generator.value', { version: market.generatorVersion })],
    [/(<pre\b[^>]*\bdata-licences\b[^>]*>[^<]*)/, `$1\n\n${escaped(licences).replaceAll('$', '$$$$')}`],
  ]
    .reduce((text, [what, by]) => replaced(text, what as string | RegExp, by as string), withBriefing(page, props))
    .replaceAll(BLOCK, '')
    .replace(/(?=<script>)/, () => blocks);
}

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
