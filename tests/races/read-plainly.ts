import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

// Reads data/ as a stranger would: without the code that wrote it.

const Line = z.looseObject({
  at: z.string(),
  kind: z.string(),
  package: z.string(),
  version: z.string().optional(),
  subject: z.string().optional(),
  severity: z.string(),
  before: z.union([z.string(), z.array(z.string())]).optional(),
  after: z.string().optional(),
  flap: z.literal(true).optional(),
});
export type Line = z.infer<typeof Line>;

const Release = z.looseObject({
  version: z.string(),
  publishedAt: z.string().optional(),
  seenAt: z.string(),
  title: z.string().optional(),
  notes: z.array(z.string()).default([]),
  commit: z.string().optional(),
  prerelease: z.boolean().default(false),
  yanked: z.string().optional(),
  deprecated: z.string().optional(),
  missingSince: z.string().optional(),
  withdrawnAt: z.string().optional(),
  assets: z.array(z.looseObject({ name: z.string(), digest: z.string().optional() })).default([]),
});
export type HeldRelease = z.infer<typeof Release>;

const File = z.looseObject({ package: z.string(), releases: z.array(Release) });
const Health = z.object({ failing: z.array(z.object({ package: z.string(), kind: z.string() })) });

/** The lines of the ledger as its files have them, day by day. */
export async function readLines(data: string): Promise<Line[]> {
  const texts = await readTexts(join(data, 'changes'));
  const lines = texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
  return lines.map((line) => Line.parse(JSON.parse(line)));
}

/** The releases of every package in the order of their files. */
export async function readReleases(data: string): Promise<Map<string, HeldRelease[]>> {
  const held = new Map<string, HeldRelease[]>();
  for (const text of await readTexts(join(data, 'releases'))) {
    const file = File.parse(JSON.parse(text));
    held.set(file.package, [...(held.get(file.package) ?? []), ...file.releases]);
  }
  return held;
}

/** Kinds of failure by package. */
export async function readFailing(data: string): Promise<Record<string, string>> {
  const { failing } = Health.parse(JSON.parse(await readFile(join(data, 'health.json'), 'utf8')));
  return Object.fromEntries(failing.map(({ package: purl, kind }) => [purl, kind]));
}

async function readTexts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  return Promise.all(paths.map((path) => readFile(path, 'utf8')));
}
