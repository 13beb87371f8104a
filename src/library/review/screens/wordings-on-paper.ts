import type { ReviewStatement, ReviewSubject } from '#case/plug/model/review-statement.ts';
import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import { askedOf } from '#library/review/model/asked-of.ts';
import type { Half } from '#market/posts/model/genre-schemas.ts';
import { ASPECTS } from '#safety/content/model/is-reviewed.ts';
import messages from '#words/library/review.json' with { type: 'json' };

const t = translator(messages);
const BOX = '[ ]';

/** The form of the wordings of a family in one half as Markdown, to be printed and filled in by hand. */
export function wordingsOnPaper({ title, textHash, statements, leftOut }: ReviewSubject, half: Half): string {
  const parts = [
    `# ${t('title', { title: plain(title) })}`,
    t('sub.wordings'),
    t('hard.text.paper'),
    t(`paper.half.${half}`),
    t('paper.leftOut', { parts: sayList(leftOut) }),
    t('hash.text', { hash: textHash }),
    t('aspect'),
    ASPECTS.map((aspect) => `- ${BOX} ${t(`aspect.${aspect}`)}`).join('\n'),
    ...statements.flatMap((statement, n) => onPaper(statement, n + 1)),
    t('paper.sign').replaceAll('_', '\\_'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function onPaper(statement: ReviewStatement, n: number): string[] {
  const { kind, topic, about, text, sources } = statement;
  const of = askedOf(statement);
  const name = t('no', { n, kind: topic === 'wordings' ? t('topic.wordings') : t(`kind.${kind}`) });
  const answers = of
    ? [t('verdict.yes'), t('verdict.no'), t('verdict.cannot-say')]
    : [t('verdict.agree'), t('verdict.dispute'), t('verdict.cannot-say')];
  return [
    `## ${name} ${plain(about)}`,
    inMarkdown(text),
    ...sources.map(({ code, says }) => t('paper.source', { code, says: plain(says) })),
    `${of ? t(`verdict.of.${of}`) : t('verdict')} ${answers.map((answer) => `${BOX} ${answer}`).join(' ')}`,
    of ? t(`paper.why.${of}`) : t('paper.why'),
  ];
}

/** Lines as paragraphs, and those that begin with a dash as a list. */
const inMarkdown = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.startsWith('– ') ? `- ${plain(line.slice(2))}` : `\n${plain(line)}\n`))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** A text without anything that Markdown would take for a mark. */
const plain = (text: string): string => text.replaceAll(/[\\`*_<>#]/g, '\\$&');
