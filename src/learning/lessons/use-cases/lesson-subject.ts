import { z } from 'zod';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { lessonStatements } from '#learning/lessons/model/lesson-statements.ts';
import { WorksheetSchema } from '#learning/worksheets/model/schemas.ts';
import { lessonFile, textHashOfLesson } from '#library/content/use-cases/review-sets.ts';
import { CitationSchema } from '#market/signs/model/schemas.ts';

const text = z.string();
const WordingSchema = z.object({ ask: text, answers: z.array(z.object({ text, right: z.boolean(), why: text })) });
const FactsSchema = z.object({
  title: text,
  summary: text,
  sources: z.array(CitationSchema),
  questions: z.array(WordingSchema.extend({ again: WordingSchema.optional() })),
  worksheet: WorksheetSchema.optional(),
});

/** A lesson for its reviewers; undefined if it does not exist or its head cannot be read. */
export function lessonSubject(files: ProjectFiles, id: string): ReviewSubject | undefined {
  const written = files.read(lessonFile(id));
  const textHash = textHashOfLesson(files, id);
  const head = written && /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(written)?.[1];
  if (!head || textHash === undefined) return undefined;
  const yaml = readYaml(head, lessonFile(id));
  const facts = yaml.ok ? FactsSchema.safeParse(yaml.value.value) : undefined;
  if (!facts?.success) return undefined;
  const { title } = facts.data;
  const statements = lessonStatements(facts.data);
  return { schema: 'review-subject/1', of: 'lesson', id, title, textHash, statements, leftOut: [] };
}
