/** Draws a result line as a code. What draws it is loaded where somebody looks at the line. */
export const drawLine = async (groups: readonly string[]) => {
  const { lineCode } = await import('#room/use-cases/line-code.ts');
  return lineCode(groups);
};
