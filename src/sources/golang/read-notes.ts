import { authorization } from '../../platform/credential.ts';
import { collect } from '../../platform/http/read-body.ts';
import { splitChangelog } from '../../versions/changelog/split-changelog.ts';
import { toMarkdown } from '../../versions/changelog/to-markdown.ts';
import { findInZip, ZIP_LIMITS } from '../archive/find-in-zip.ts';
import { failureOf } from '../failure-of.ts';
import type { Asking } from '../package-by-package.ts';
import type { Part } from './part.ts';
import { type File, fileUrl, type VersionAt } from './read-files.ts';

/** Notes by version as changelogs write them, without `v`. */
type Sections = ReadonlyMap<string, string>;

/** Notes that were read this time. */
export interface Notes extends Part {
  readonly of: (version: string) => string | undefined;
}

// Notes are not worth the quarter of an hour that a stream may take.
const DEADLINE_MS = 120_000;

/** The notes of all versions, out of the changelog in the archive of the newest one, if that is another than the last time. */
export async function readNotes(asking: Asking, newest: VersionAt | undefined): Promise<Notes> {
  if (newest === undefined) return { of: () => undefined, failed: 0, isFinished: true, memory: {} };
  const remembered = { notes: newest.version };
  if (asking.memory?.['notes'] === newest.version) {
    return { of: () => undefined, failed: 0, isFinished: true, memory: remembered };
  }
  const file = await readArchive(asking, newest);
  const isFinished = file.status !== 'passing';
  const sections: Sections = file.status === 'read' ? file.value : new Map();
  return {
    of: (version) => sections.get(version.replace(/^v/, '').replace(/\+incompatible$/, '')),
    failed: file.status === 'read' ? 0 : 1,
    isFinished,
    memory: isFinished ? remembered : {},
  };
}

async function readArchive(asking: Asking, newest: VersionAt): Promise<File<Sections>> {
  const { package: pkg, world, credential } = asking;
  const request = {
    authorization: authorization(credential),
    maxBytes: ZIP_LIMITS.packedBytes,
    deadlineMs: DEADLINE_MS,
  };
  const folder = `${newest.module.path}@${newest.version}`;
  try {
    const found = await world.http.stream(fileUrl(asking, newest, 'zip'), request, async (bytes) =>
      findInZip(await collect(bytes), folder),
    );
    const markdown = found === undefined ? '' : toMarkdown(found.text, found.name);
    return { status: 'read', value: splitChangelog(markdown, pkg.name) };
  } catch (error) {
    return { status: failureOf(error) };
  }
}
