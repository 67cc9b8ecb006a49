import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS } from '../../src/pipeline/commands.ts';
import { ROOT } from '../../src/platform/root.ts';

const scripts = Object(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))).scripts;

interface NamedRun {
  readonly name: string;
  readonly options: readonly string[];
}

/** The scripts of ours that lines of a shell run, each with the options that they give it. */
export function runsOf(text: string): NamedRun[] {
  return text.split(/\n|&&|\|/).flatMap((command) => {
    const [, name = '', rest = ''] = /\bnpm (?:run )?(?:-s )?([a-z:]+)(?: -- (.*))?/.exec(command) ?? [];
    if (!command.includes('npm run') && !(name in scripts)) return [];
    return [{ name, options: [...rest.matchAll(/(?<= |^)--([a-z-]+)/g)].map(([, option]) => option ?? '') }];
  });
}

/** Every script is one of package.json, and knows the options. */
export function assertKnown(runs: readonly NamedRun[]): void {
  for (const { name, options } of runs) {
    assert.ok(name in scripts, `npm run ${name}`);
    const command = Object.values(COMMANDS).find((one) => one.name === name);
    for (const option of options) assert.ok(option in (command?.options ?? {}), `${name} --${option}`);
  }
}
