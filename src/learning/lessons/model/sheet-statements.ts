import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { SheetOption, SheetRow, Worksheet } from '#learning/worksheets/model/worksheet.ts';

/**
 * The authors' answers in the work of a lesson: each measure of a plan; each right or accepted answer of a matrix; each
 * way to keep or to replace a part of a draft.
 */
export function sheetStatements(sheet: Worksheet): ReviewStatement[] {
  const base = { kind: 'work' as const, sources: [] };
  if (sheet.form === 'plan')
    return sheet.measures.map(({ text, use, why }, n) => ({
      ...base,
      id: `work-${n + 1}`,
      about: sheet.title,
      text,
      rating: use,
      reason: why,
    }));
  const shown = ({ standing }: SheetOption) => sheet.form === 'repair' || standing !== 'fails';
  return sheet.rows.flatMap((row, n) =>
    row.options.flatMap((option, at): ReviewStatement[] => {
      if (!shown(option)) return [];
      const reason = option.why ?? row.why;
      return [
        {
          ...base,
          id: `work-${n + 1}.${at + 1}`,
          about: row.name ?? sheet.title,
          text: textOf(sheet.form, row, option),
          rating: option.standing,
          ...(reason !== undefined && { reason }),
        },
      ];
    }),
  );
}

/** A row of a matrix with its answer; a part of a draft as it stands, or what could stand in its place. */
function textOf(form: 'matrix' | 'repair', row: SheetRow, { text }: SheetOption): string {
  if (text === undefined) return row.text;
  return form === 'matrix' ? `${row.text} → ${text}` : text;
}
