import ts from 'typescript';

const HOOKS = ['beforeAll', 'beforeEach', 'afterAll', 'afterEach'];
const TESTS = ['it', 'test', 'describe'];
/** Calls that set a limit, or that have one of a second where none is named. */
const OTHERS = /^(?:vi\.(?:waitFor|waitUntil|setConfig)|test\.(?:setTimeout|slow)|testInfo\.(?:setTimeout|slow))$/;

/** Limits of its own that a test file sets, each as `LINE: TEXT`. The configurations of the runners set one for all. */
export function ownLimits(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const note = (node: ts.Node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${line + 1}: ${node.getText().split('\n')[0]}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'timeout') note(node);
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === 'timeout') note(node);
    if (ts.isCallExpression(node)) noteCall(node);
    ts.forEachChild(node, visit);
  };
  const noteCall = ({ expression, arguments: given }: ts.CallExpression) => {
    const callee = expression.getText();
    if (OTHERS.test(callee)) note(expression);
    // Without a limit of its own, a page of a browser that a test starts itself stands under that of the test.
    if (callee.endsWith('.setDefaultTimeout') && given[0]?.getText() !== '0') note(expression);
    const root = rootOf(expression);
    if (HOOKS.includes(root) && given[1]) note(given[1]);
    if (!TESTS.includes(root)) return;
    const work = given.findIndex((one) => ts.isArrowFunction(one) || ts.isFunctionExpression(one));
    const after = work >= 0 ? given[work + 1] : undefined;
    if (after) note(after);
  };
  visit(file);
  return found;
}

/** The first name of a callee: `it` of `it.each(rows)('...')`. */
function rootOf(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression))
    return rootOf(expression.expression);
  return ts.isIdentifier(expression) ? expression.text : '';
}
