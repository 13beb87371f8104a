import type { Issue } from '#core/kernel/issue.ts';
import { type StudioCase, textAt } from '#core/studio/studio-case.ts';
import { sayIssue } from '#ui/checking/say-issue.ts';

/** Params of issues that name a scene by its id. */
const SCENES = ['state', 'target', 'suggestion', 'named', 'next'];

/** What is wrong and what to do about it, with titles where the checker names ids: authors never see an id. */
export function sayFinding(issue: Issue, { story }: StudioCase): string {
  const params = Object.fromEntries(
    Object.entries(issue.params).map(([name, value]) => {
      const scene = SCENES.includes(name) ? story.states[String(value)] : undefined;
      if (scene) return [name, textAt(scene, 'title') || String(value)];
      return [name, name === 'option' ? String(value).toUpperCase() : value];
    }),
  );
  return sayIssue({ ...issue, params });
}

/** The words of a text that a finding is about, as they are written. */
export const wordsOf = ({ params }: Issue): readonly string[] =>
  [params.text, params.words, params.word].filter(
    (words): words is string => typeof words === 'string' && words !== '',
  );
