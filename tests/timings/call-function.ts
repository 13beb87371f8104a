/** Calls one exported function of a module with numbers, and prints what it returns: `MODULE FUNCTION [NUMBER ...]`. */
const [moduleUrl = '', name = '', ...input] = process.argv.slice(2);
const exported = (await import(moduleUrl)) as Readonly<Record<string, (...input: number[]) => number>>;
const called = exported[name];
if (!called) throw new Error(`${moduleUrl} exports no function named ${name}.`);
process.stdout.write(String(await called(...input.map(Number))));

export {};
