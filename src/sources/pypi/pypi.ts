import { toUpstream } from '../../core/to-upstream.ts';
import type { Upstream } from '../../core/upstream.ts';
import { authorization } from '../../platform/credential.ts';
import { withNotes } from '../archive/with-notes.ts';
import { fingerprint } from '../memory.ts';
import { type Asking, packageByPackage, type Reading } from '../package-by-package.ts';
import { type Detail, readDetail } from '../read-detail.ts';
import { AboutProject } from './about-project.ts';
import { newestArchive } from './newest-archive.ts';
import type { Project } from './project.ts';
import { askIndex, readIndex } from './read-index.ts';
import { toListing, toReleases } from './to-releases.ts';

/** Indexes of Python packages: PyPI, or any other one in either form of the simple API. */
export const pypi = packageByPackage({
  id: 'pypi',
  title: 'PyPI',
  types: ['pypi'],
  gives: {
    date: 'upload of the first file',
    notes: 'changelog in the source distribution',
    digests: 'sha256',
    deletion: 'visible',
  },
  check: 'a conditional request for the project’s page of the index',
  homes: 'pypi.org/simple; `repository_url` names another index as pip’s `--index-url` does',
  example: { address: 'https://pypi.org/project/requests/', purl: 'pkg:pypi/requests' },
  environment: {},
  home: 'https://pypi.org/simple',
  atOnce: 4,
  read,
});

async function read(asking: Asking): Promise<Reading> {
  const { package: pkg, memory } = asking;
  const { answer, isPlain } = await askIndex(asking);
  if (answer.status !== 'changed') return answer;
  const project = readIndex(answer.reply, pkg.purl);
  const { marker, reason } = project.status;
  // Its files are withheld: what an index then lists would look as if all had been withdrawn.
  if (marker === 'quarantined') {
    return { status: 'gone', reason: `the index holds it in quarantine. ${reason}`.trim(), code: 403 };
  }
  const serial = serialOf(project);
  if (serial !== undefined && serial === memory?.['serial']) return { status: 'unchanged' };

  const { releases, strays } = toReleases(project, pkg.name);
  const known = new Map(asking.held?.releases.map((release) => [release.version, release]));
  const about = await readAbout(asking);
  // As npm has it, a project that is deprecated is one of which every version is.
  const deprecated = marker === 'deprecated' && (reason || 'the project is deprecated');
  const isWhole = project.dropped === 0;
  // A version without files was once deleted, down to its name. It has no date either, and would look like a new one.
  const mayBeNews = !isWhole || strays > 0 || (asking.held === undefined && asking.since === undefined);
  return withNotes(asking, {
    listings: {
      upstream: upstreamOf(asking, about, marker === 'archived'),
      releases: releases
        .filter(({ version, files }) => files.length > 0 || known.has(version) || mayBeNews)
        .map((release) => toListing(release, { deprecated, isWhole, held: known.get(release.version) })),
      complete: true,
      // Where all versions are listed, none gets lost with a file.
      dropped: project.dropped + (project.versions === undefined ? strays : 0),
    },
    receipts: [answer.receipt],
    archive: newestArchive(asking, releases, answer.reply.url),
    memory: { ...(isPlain && { accept: 'any' }), ...(serial !== undefined && { serial }) },
    isFinal: about.status !== 'passing',
  });
}

// Whether a change of the status counts as a change of the project is not documented.
function serialOf({ serial, status, files, versions }: Project): string | undefined {
  return serial === undefined ? undefined : fingerprint([serial, status, files.length, versions?.length]);
}

// PyPI, and mirrors that are laid out like it, have a second API beside the index.
function readAbout({
  package: pkg,
  home,
  world,
  credential,
}: Asking): Promise<Detail<AboutProject>> | Detail<AboutProject> {
  if (!home.endsWith('/simple')) return { status: 'none' };
  const url = `${home.slice(0, -'/simple'.length)}/pypi/${encodeURIComponent(pkg.name)}/json`;
  return readDetail(world.http, url, { authorization: authorization(credential) }, AboutProject);
}

// What was known of the project stays, if the second API does not tell it now.
function upstreamOf(
  { package: pkg, held }: Asking,
  about: Detail<AboutProject>,
  archived: boolean,
): Upstream {
  if (about.status === 'read') return toUpstream({ ...about.value, name: pkg.name, archived });
  const { archived: _, ...known } = held?.upstream ?? {};
  return { ...known, name: pkg.name, ...(archived && { archived }) };
}
