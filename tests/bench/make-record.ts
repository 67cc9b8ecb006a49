import { createHash } from 'node:crypto';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { newestFirst, type Release } from '../../src/core/release.ts';
import { createRandom, makeNotes } from './make-notes.ts';

/** When all that is generated was seen. */
export const SEEN = '2026-11-20T10:00:00Z';

const FIRST = Date.UTC(2022, 0, 1);
const DAY = 86_400_000;

/** A package of npm with so many releases, a fortnight apart; always the same for the same name. */
export function makeRecord(name: string, releases: number): PackageRecord {
  const random = createRandom(Number.parseInt(hash(name).slice(0, 8), 16));
  const all = Array.from({ length: releases }, (_, index) => makeRelease(name, index, random));
  return {
    package: `pkg:npm/${name}`,
    upstream: {
      name,
      description: `What ${name} does`,
      license: 'MIT',
      repository: `https://github.com/bench/${name}`,
      tags: { latest: all.at(-1)?.version ?? '' },
    },
    importedAt: SEEN,
    releases: all.sort(newestFirst),
  };
}

function makeRelease(name: string, index: number, random: () => number): Release {
  const version = `${Math.floor(index / 20)}.${Math.floor(index / 4) % 5}.${index % 4}`;
  const notes = makeNotes(random);
  const digest = createHash('sha512').update(`${name} ${index}`).digest('base64');
  return {
    version,
    publishedAt: `${new Date(FIRST + index * 14 * DAY).toISOString().slice(0, 19)}Z`,
    seenAt: SEEN,
    provenance: 'https://slsa.dev/provenance/v1',
    author: `dev-${index % 7}`,
    assets: [{ name: `${name}-${version}.tgz`, size: 20_000 + index, digest: `sha512-${digest}` }],
    ...(notes !== '' && { notes: notes.split('\n'), notesFrom: 'changelog' }),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
