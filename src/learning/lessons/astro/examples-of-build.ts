import { rememberLast } from '#kernel/model/remember-last.ts';
import { type ExampleLibrary, type ExamplesOfSign, signExamples } from '#learning/lessons/model/sign-examples.ts';

const examplesOf = rememberLast<ReadonlyMap<string, ExamplesOfSign>>(1);

/** The examples of all signs, drawn once a build for all pages. */
export const examplesOfBuild = (library: ExampleLibrary): ReadonlyMap<string, ExamplesOfSign> =>
  examplesOf('examples', [library], () => signExamples(library));
