import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { ROOT } from '../src/platform/root.ts';

const SOURCE = join(ROOT, 'src/sources/acme.ts');
const TEST = join(ROOT, 'tests/sources/acme.test.ts');

/** The samples of CONTRIBUTING.md by absolute path: each begins with a comment that names its file. */
const samples = readSamples(await readFile(join(ROOT, '.github/CONTRIBUTING.md'), 'utf8'));

function readSamples(markdown: string): ReadonlyMap<string, string> {
  const blocks = markdown.matchAll(/^```ts\n\/\/ (\S+)\n(.*?)^```$/gms);
  return new Map([...blocks].map(([, path = '', text = '']) => [join(ROOT, path), text]));
}

/** Makes the samples importable as if they lay where they say. */
function pretend(): void {
  const texts = new Map([...samples].map(([path, text]) => [pathToFileURL(path).href, text]));
  registerHooks({
    resolve(specifier, context, next) {
      const url = URL.parse(specifier, context.parentURL)?.href;
      return url !== undefined && texts.has(url) ? { url, shortCircuit: true } : next(specifier, context);
    },
    load(url, context, next) {
      const source = texts.get(url);
      return source === undefined
        ? next(url, context)
        : { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}

function compile(): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { readFile: read, fileExists } = host;
  host.readFile = (path) => samples.get(path) ?? read(path);
  host.fileExists = (path) => samples.has(path) || fileExists(path);
  const program = ts.createProgram([...samples.keys()], options, host);
  const errors = [...samples.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });
  return errors.map(
    ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  );
}

test('CONTRIBUTING.md opens with a source in one file, and its test', () => {
  assert.deepEqual([...samples.keys()], [SOURCE, TEST]);
});

test('the samples compile', () => {
  assert.deepEqual(compile(), []);
});

// The sample's own test registers the contract suite here.
pretend();
await import(pathToFileURL(TEST).href);
