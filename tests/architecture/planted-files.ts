/** Files of an invented tree, by path. The first one is the violation; it needs the others. */
export type Files = Readonly<Record<string, string>>;

export interface PlantedViolation {
  /** The rule that has to refuse the first file, and the only one that may. */
  readonly rule: string;
  readonly files: Files;
}

export const row = (rule: string, files: Files): PlantedViolation => ({ rule, files });
export const THING = 'export const thing = 1;\n';
export const use = (from: string) => `import { thing } from '${from}';\nexport const used = thing;\n`;
export const svelte = (from: string) =>
  `<script lang="ts">\n${use(from).replace('export ', '')}</script>\n<p>{used}</p>\n`;
export const astro = (line: string) => `---\n${line}\n---\n<p>text</p>\n`;
