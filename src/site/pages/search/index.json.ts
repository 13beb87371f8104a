import { type CollectionEntry, getCollection, render } from 'astro:content';
import type { APIRoute } from 'astro';
import { recommendationPath } from '#design/screens/links/recommendation-path.ts';
import { translator } from '#i18n/translator.ts';
import { KIND_WORDS } from '#learning/lessons/astro/indicator-words.ts';
import { siteProject } from '#site/astro/site-project.ts';
import { buildSearchIndex } from '#site/search/screens/build-search-index.ts';
import { FIXED_DOCUMENTS } from '#site/search/screens/fixed-documents.ts';
import { sectionsOf } from '#site/search/screens/plain-text.ts';
import type { SearchDocument } from '#site/search/screens/search-document.ts';
import messages from '#words/learning/glossary.json' with { type: 'json' };
import ofReport from '#words/learning/recommendations.json' with { type: 'json' };

const t = translator(messages);

/** A text page as one document per section, so that a search leads to the place and not only to the page. */
async function sectionDocuments(
  entry: CollectionEntry<'lessons'> | CollectionEntry<'facilitator'> | CollectionEntry<'pages'>,
  path: string,
  kind: string,
): Promise<SearchDocument[]> {
  const { title, summary } = entry.data;
  const { headings } = await render(entry);
  return sectionsOf(entry.body ?? '').map(({ heading, text }) => {
    if (heading === undefined) return { path, kind, title, text: `${summary} ${text}` };
    const slug = headings.find((known) => known.text === heading)?.slug;
    return { path: slug ? `${path}#${slug}` : path, kind, title: `${title}: ${heading}`, text };
  });
}

/** The questions of a lesson, without their answers. */
const questionsDocument = ({ id, data }: CollectionEntry<'lessons'>): SearchDocument => ({
  path: `learn/${id}/#questions`,
  kind: 'Lesson',
  title: `${data.title}: Five questions`,
  text: data.questions.map((question) => question.ask).join(' '),
});

export const GET: APIRoute = async () => {
  const lessons = await getCollection('lessons');
  const guides = await getCollection('facilitator');
  const pages = await getCollection('pages');
  const indicators = await getCollection('indicators');
  const terms = await getCollection('glossary');
  const sources = await getCollection('sources');
  const documents = [
    ...(await Promise.all(lessons.map((lesson) => sectionDocuments(lesson, `learn/${lesson.id}/`, 'Lesson')))).flat(),
    ...lessons.map(questionsDocument),
    ...(await Promise.all(guides.map((guide) => sectionDocuments(guide, 'facilitate/', 'Facilitate')))).flat(),
    ...(await Promise.all(pages.map((page) => sectionDocuments(page, `facilitate/${page.id}/`, 'Facilitate')))).flat(),
    ...indicators.map(({ data }) => ({
      path: `signs/${data.id}/`,
      kind: KIND_WORDS[data.kind],
      title: data.name,
      text: [data.shows, data.means, ...data.innocent, data.notWhere, data.strengthNote, data.evidenceNote].join(' '),
    })),
    ...siteProject().cases.map(({ source: { id, title, summary } }) => ({
      path: `cases/${id}/`,
      kind: 'Case',
      title,
      text: summary,
    })),
    ...terms.map(({ data: { id, term, says, names = {} } }) => ({
      path: `library/#term-${id}`,
      kind: t('kind.term'),
      title: term,
      text: [`${term}: ${says}`, ...Object.values(names)].join(' '),
    })),
    ...siteProject().recommendations.recommendations.map(({ id, name, says, trainedIn }) => ({
      path: recommendationPath(id),
      kind: ofReport.kind,
      title: `${id}: ${name}`,
      text: [id, says, ...trainedIn.map(({ how }) => how)].join(' '),
    })),
    ...sources.map(({ data: { code, title, publisher, read, law } }) => ({
      path: `${law ? 'library/law/' : 'sources/'}#${code.toLowerCase()}`,
      kind: t(law ? `kind.${law}` : 'kind.source'),
      title,
      text: `${code} ${publisher}. ${read}`,
    })),
    ...(await getCollection('tracks')).map(({ data: { id, title, lead, steps } }) => ({
      path: `judges/track/${id}/`,
      kind: t('kind.track'),
      title,
      text: [lead, ...steps.map(({ why }) => why)].join(' '),
    })),
    ...FIXED_DOCUMENTS,
  ];
  return new Response(JSON.stringify(buildSearchIndex(documents)), { headers: { 'content-type': 'application/json' } });
};
