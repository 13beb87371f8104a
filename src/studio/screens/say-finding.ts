import type { Kinds } from '#case/exercise/model/kinds.ts';
import { wordsOfAll } from '#case/exercise/model/registry.ts';
import { sayIssue } from '#design/screens/say-issue.ts';
import { translator } from '#i18n/translator.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { variablesOf } from '#studio/model/condition.ts';
import { optionLetter, type StudioCase } from '#studio/model/studio-case.ts';
import messages from '#words/studio/scene.json' with { type: 'json' };
import { titleOfScene } from './shown-title.ts';

const t = translator(messages);

/** Params of issues that name a scene by its id. */
const SCENES = ['state', 'otherState', 'target', 'suggestion', 'named', 'next'];

/**
 * What is wrong and what to do about it, with titles and letters where the checker names ids: authors never see an id. Where
 * the checker speaks of fields of a file, the studio has words of its own, which name its labels. A
 * field that is still empty says so in a few words, since what belongs there stands in it.
 */
export function sayFinding(issue: Issue, edited: StudioCase, { aboutWords }: Pick<Kinds, 'aboutWords'>): string {
  if (issue.code === 'scenario.to-write') return t('to-write');
  const { story } = edited;
  const scene = story.states[String(issue.params.state)] ?? { type: '' };
  const params = Object.fromEntries(
    Object.entries(issue.params).map(([name, value]) => {
      const id = String(value);
      if (SCENES.includes(name) && story.states[id]) return [name, titleOfScene(story, id)];
      return [name, OPTIONS.includes(name) ? (optionLetter(scene, id) ?? id) : value];
    }),
  );
  if (issue.code === 'schema.too-small' && issue.path.at(-1) === 'sources') return t('says.no-source');
  const key = `says.${issue.code}`;
  if (!Object.hasOwn(messages, key)) return sayIssue({ ...issue, params }, wordsOfAll(aboutWords));
  return t(key as 'says.scenario.act-in-words', { ...params, ...namesIn(issue, story) });
}

/** What the fields of the studio call a fact and an act. */
function namesIn({ params }: Issue, story: StudioCase['story']): Readonly<Record<string, string>> {
  const fact = variablesOf(story).find(({ name }) => name === params.variable);
  const act = `act.${params.act}`;
  return {
    ...(fact && { variable: fact.says || fact.name }),
    ...(Object.hasOwn(messages, act) && { act: t(act as 'act.contact') }),
  };
}

/** Params of issues that name an option by its id. */
const OPTIONS = ['option', 'other'];

/** The words of a text that a finding is about, as they are written. */
export function wordsOf({ params, span }: Issue, text: string): readonly string[] {
  const spanned = span ? [text.slice(span.from, span.to)] : [];
  return [...spanned, params.text, params.words, params.word].filter(
    (words): words is string => typeof words === 'string' && words !== '',
  );
}
