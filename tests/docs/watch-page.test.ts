import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ROOT } from '../../src/platform/root.ts';
import { readMarkdown } from './read-markdown.ts';
import { assertKnown, runsOf } from './read-runs.ts';

const { blocks } = readMarkdown(await readFile(join(ROOT, 'docs/watch.md'), 'utf8'));

function block(language: string): string {
  const [found, ...others] = blocks.filter((one) => one.language === language);
  assert.ok(found !== undefined && others.length === 0, language);
  return found.text;
}

function assertRuns(line: string, names: readonly string[]): void {
  const runs = runsOf(line);
  assert.deepEqual(
    runs.map(({ name }) => name),
    names,
  );
  assertKnown(runs);
}

describe('the unit of systemd', () => {
  const settings = new Map(
    [...block('ini').matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
  );

  test('runs a script that there is, with options that it has', () => {
    assertRuns(settings.get('ExecStart') ?? '', ['watch']);
    assert.match(settings.get('ExecStart') ?? '', /^\//, 'systemd wants an absolute path');
  });

  test('writes where it works, and nowhere else', () => {
    assert.equal(settings.get('ProtectSystem'), 'strict');
    assert.equal(settings.get('ReadWritePaths'), settings.get('WorkingDirectory'));
  });

  test('leaves the time that a stop takes, and starts again except after 2', () => {
    assert.ok(Number(settings.get('TimeoutStopSec')) > 5);
    assert.deepEqual([settings.get('KillSignal'), settings.get('Restart')], ['SIGTERM', 'on-failure']);
    assert.equal(settings.get('RestartPreventExitStatus'), '2');
  });

  test('has each setting once, in one of three sections', () => {
    const keys = [...block('ini').matchAll(/^(\w+)=/gm)].map(([, key]) => key);
    assert.deepEqual(keys.toSorted(), [...settings.keys()].toSorted());
    const sections = [...block('ini').matchAll(/^\[(\w+)\]$/gm)].map(([, name]) => name);
    assert.deepEqual(sections, ['Unit', 'Service', 'Install']);
  });
});

test('the line of cron has a time, and runs scripts that there are', () => {
  const line = block('cron').trim().split('\n').at(-1) ?? '';
  assert.match(line, /^\d{1,2} \* \* \* \* cd "\$HOME\/\w+" && /);
  assertRuns(line, ['fetch', 'build']);
});
