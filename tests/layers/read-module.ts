import ts from 'typescript';

/** What the rules ask of a source file. */
export interface Module {
  /** What it imports, as written: static, re-exported, dynamic, types too. */
  readonly imports: readonly string[];
  /** Global names that reach outside, by the keys of the rules. */
  readonly globals: readonly string[];
}

/** Reads a .ts, .mjs or .astro file. Scripts of a page run in the reader's browser: only their imports count. */
export function readModule(path: string, text: string): Module {
  if (!path.endsWith('.astro')) return { imports: importsOf(text), globals: globalsOf(text) };
  const frontmatter = /^\s*---\r?\n(.*?)\r?\n---/s.exec(text)?.[1] ?? '';
  const blocks = [...text.matchAll(/<(?:script|style)\b[^>]*>(.*?)<\/(?:script|style)>/gs)].map(
    ([, code]) => code,
  );
  return {
    imports: [frontmatter, ...blocks].flatMap((code) => importsOf(code ?? '')),
    globals: globalsOf(frontmatter),
  };
}

function importsOf(text: string): string[] {
  const modules = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const styles = [...text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)/g)].map(([, name]) => name ?? '');
  // A worker is an import by another name: new Worker(new URL('./worker.ts', import.meta.url)).
  const workers = [...text.matchAll(/new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g)].map(
    ([, name]) => name ?? '',
  );
  return [...new Set([...modules, ...styles, ...workers])];
}

function globalsOf(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = globalOf(node);
    if (name !== undefined) found.push(name);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest));
  return found;
}

const MEMBERS = ['Date.now', 'Math.random', 'performance.now'];

function globalOf(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && isNamed(node.expression, 'fetch')) return 'fetch()';
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length)
    return 'new Date()';
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  if (isNamed(node.expression, 'process')) return 'process';
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const { expression, name } = node;
  if (isNamed(expression, 'globalThis')) return { fetch: 'fetch()', process: 'process' }[name.text];
  return MEMBERS.find(
    (member) => ts.isIdentifier(expression) && `${expression.text}.${name.text}` === member,
  );
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
