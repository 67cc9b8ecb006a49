import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findViolations } from './find-violations.ts';
import { RULES } from './rules.ts';

/** A made-up file, and a part of what must be said of it; nothing where it is right. */
type Case = readonly [path: string, text: string, violation?: string];

const FOLDERS: readonly Case[] = [
  ['src/core/a.ts', "import { b } from './b.ts';"],
  ['src/core/a.ts', "import { b } from '../store/b.ts';", 'core may import nothing of ours'],
  ['src/core/a.ts', "import type { B } from '../versions/b.ts';", 'imports src/versions/b.ts'],
  ['src/core/a.ts', "export * from '../platform/b.ts';", 'imports src/platform/b.ts'],
  ['src/core/a.ts', "const b = await import('../feeds/b.ts');", 'imports src/feeds/b.ts'],
  ['src/core/a.ts', "// import { b } from '../store/b.ts';"],
  ['src/platform/http/a.ts', "import { b } from '../errors.ts';"],
  ['src/platform/http/a.ts', "import { b } from '../../core/b.ts';", 'platform may import nothing of ours'],
  ['src/derive/a.ts', "import { b } from '../platform/b.ts';", 'derive may import core, versions'],
  ['src/render/a.ts', "new Worker(new URL('../store/b.ts', import.meta.url));", 'imports src/store/b.ts'],
  ['src/pipeline/a.ts', "import { b } from '../feeds/b.ts';"],
  ['src/pipeline/a.ts', "import { b } from '../site.ts';", 'imports src/site.ts'],
  ['src/store/a.ts', "import { b } from '../../tests/b.ts';", 'imports tests/b.ts'],
  ['src/gossip/a.ts', "import { b } from '../core/b.ts';", 'is in no layer (gossip)'],
  ['src/outputs.ts', "import { b } from './outputs/b.ts';"],
  ['src/outputs/a.ts', "import { b } from '../site.ts';"],
  ['src/outputs/a.ts', "import { b } from '../pipeline/b.ts';", 'imports src/pipeline/b.ts'],
  ['src/site.ts', "import { b } from './store/b.ts';"],
  ['src/site.ts', "import { b } from './outputs.ts';", 'imports src/outputs.ts'],
  ['scripts/a.ts', "import { b } from '../src/pipeline/b.ts';"],
  ['scripts/a.ts', "import { b } from '../src/store/b.ts';", 'scripts may import pipeline, platform'],
  ['astro.config.mjs', "import { outputs } from './src/outputs.ts';"],
  ['astro.config.mjs', "import { site } from './src/site.ts';", 'astro.config may import outputs'],
];

const PAGES: readonly Case[] = [
  ['src/pages/a.astro', "---\nimport { b } from '../site.ts';\n---\n<p>text</p>"],
  ['src/pages/a.astro', "---\nimport { b } from '../store/b.ts';\n---\n", 'imports src/store/b.ts'],
  ['src/pages/p/a.astro', "---\nimport B from '../../components/B.astro';\n---\n"],
  ['src/components/a.astro', "---\nimport B from '../pages/B.astro';\n---\n", 'imports src/pages/B.astro'],
  [
    'src/layouts/a.astro',
    "<script>\nimport { b } from '../platform/b.ts';\n</script>",
    'imports src/platform',
  ],
  ['src/layouts/a.astro', "<style>\n@import '../feeds/b.css';\n</style>", 'imports src/feeds/b.css'],
  ['src/layouts/a.astro', "---\nimport '../styles/a.css?inline';\n---\n"],
  ['src/pages/a.astro', '---\nconst now = Date.now();\n---\n', 'uses Date.now'],
  ['src/pages/a.astro', '---\n---\n<script>\nconst now = Date.now();\n</script>'],
  ['src/pages/a.astro', "<p>from '../store/b.ts'</p>"],
];

const SIBLINGS: readonly Case[] = [
  ['src/sources/npm/a.ts', "import { b } from './b.ts';"],
  ['src/sources/npm/deep/a.ts', "import { b } from '../b.ts';"],
  ['src/sources/npm/a.ts', "import { b } from '../source.ts';"],
  ['src/sources/npm/a.ts', "import { b } from '../github/b.ts';", 'never import one another'],
  ['src/sources/npm.ts', "import { b } from './pypi.ts';", 'never import one another'],
  ['src/sources/npm.ts', "import { b } from './sources.ts';", 'never import one another'],
  ['src/sources/source.ts', "import { b } from './npm.ts';", 'never import one another'],
  ['src/sources/sources.ts', "import { b } from './npm/npm.ts';"],
  ['src/versions/semver.ts', "import { b } from './scheme.ts';"],
  ['src/versions/semver.ts', "import { b } from './loose.ts';", 'never import one another'],
  ['src/versions/schemes.ts', "import { b } from './semver.ts';"],
];

const HOMES: readonly Case[] = [
  ['src/sources/github/a.ts', "import { b } from '@octokit/core';"],
  ['src/sources/npm/a.ts', "import { b } from '@octokit/core';", 'belongs in src/sources/github'],
  ['src/sources/npm/a.ts', "import b from '@npmcli/config/lib/definitions/index.js';"],
  ['src/store/a.ts', "import { b } from 'marked';", 'belongs in src/render'],
  ['src/core/a.ts', "import { z } from 'zod';"],
  ['src/feeds/a.ts', "import { b } from 'left-pad';", 'left-pad, which has no home'],
  ['src/feeds/a.ts', "import { b } from '@/core/b.ts';", '@/core/b.ts, which has no home'],
  ['src/pages/a.astro', "---\nimport { b } from 'astro:content';\n---\n"],
  ['src/core/a.ts', "import { b } from 'astro:content';", 'uses astro, which belongs in'],
  ['src/core/a.ts', "import { createHash } from 'node:crypto';"],
  ['src/store/a.ts', "import { readFile } from 'node:fs/promises';", 'uses node:fs'],
  ['src/platform/a.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/render/a.ts', "import { Worker } from 'node:worker_threads';"],
  ['src/feeds/a.ts', "import { Worker } from 'node:worker_threads';", 'uses node:worker_threads'],
  ['src/pipeline/a.ts', "import { spawn } from 'node:child_process';", 'uses node:child_process'],
];

const GLOBALS: readonly Case[] = [
  ['src/store/a.ts', 'const { env } = process.env;', 'uses process'],
  ['src/store/a.ts', "const env = process['env'];", 'uses process'],
  ['src/store/a.ts', 'const { process } = { process: 1 };'],
  ['src/store/a.ts', 'const at = Date.now();', 'uses Date.now'],
  ['src/store/a.ts', 'const at = new Date();', 'uses new Date()'],
  ['src/store/a.ts', 'const at = new Date(0);'],
  ['src/store/a.ts', "await fetch('https://example.com');", 'uses fetch()'],
  ['src/store/a.ts', "await globalThis.fetch('https://example.com');", 'uses fetch()'],
  ['src/store/a.ts', "await source.fetch('pkg:npm/axios');"],
  ['src/store/a.ts', 'const chance = Math.random();', 'uses Math.random'],
  ['src/store/a.ts', "const text = 'process.env and Date.now()';"],
  ['src/platform/a.ts', 'const at = Date.now();'],
  ['scripts/a.ts', 'process.exitCode = 1;'],
];

const TABLES = { FOLDERS, PAGES, SIBLINGS, HOMES, GLOBALS };

describe('the rules of the layers', () => {
  for (const [name, cases] of Object.entries(TABLES)) {
    for (const [path, text, violation] of cases) {
      test(`${name.toLowerCase()}: ${path}: ${text.replaceAll('\n', ' ')}`, () => {
        const violations = findViolations(new Map([[path, text]]), RULES);
        if (violation === undefined) return assert.deepEqual(violations, []);
        const [first = ''] = violations;
        assert.equal(violations.length, 1, violations.join('\n'));
        assert.ok(first.startsWith(`${path}: `) && first.includes(violation), first);
      });
    }
  }
});
