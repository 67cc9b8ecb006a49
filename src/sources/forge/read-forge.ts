import { credentialVariable } from '../../platform/credential.ts';
import { FormatError } from '../../platform/errors.ts';
import { parseJson } from '../../platform/http/parse-json.ts';
import { addChangelogNotes } from '../changelog-at-tag.ts';
import type { Asking, Reading } from '../package-by-package.ts';
import { readDocument } from '../read-document.ts';
import type { Forge, Project } from './forge.ts';
import { checkFirstPage, readFirstPage } from './read-first-page.ts';
import { type Probed, readLists } from './read-lists.ts';

type Gone = Extract<Reading, { status: 'gone' }>;

/**
 * Reads a project at a forge: one request where nothing changed, else the project itself, all of its releases or tags, and at
 * most one changelog.
 * @throws HostError, FormatError
 */
export async function readForge(asking: Asking, forge: Forge): Promise<Reading> {
  const probed = await probe(asking, forge);
  if (probed === 'unchanged') return { status: 'unchanged' };
  // The number of the project is read each time: without it another one of the same name would be taken for this one.
  const project = await readProject(asking, forge);
  if ('status' in project) return project;

  const lists = await readLists(asking, forge, project.hasReleases, probed);
  const noted = await addChangelogNotes(lists.listings, asking, forge.files);
  return {
    status: 'listed',
    listings: {
      upstream: project.upstream,
      releases: noted.listings,
      complete: lists.isWhole,
      dropped: lists.dropped,
    },
    receipts: [],
    memory: { ...noted.memory, ...(noted.isFinal && lists.memory) },
  };
}

async function probe({ memory, world: { http } }: Asking, forge: Forge): Promise<Probed | 'unchanged'> {
  const kind = memory?.['kind'] === 'tags' ? 'tags' : 'releases';
  if (memory === undefined || (kind === 'tags' && !forge.tagsTellReleases)) {
    const first = await readFirstPage(http, forge, 'releases');
    const isEmpty = first.status === 'refused' || first.page.items.length === 0;
    if (memory === undefined || !isEmpty) return { kind: 'releases', first };
  }
  const first = await checkFirstPage(http, forge, kind, memory);
  return first.status === 'unchanged' ? 'unchanged' : { kind, first };
}

async function readProject(asking: Asking, { project, request }: Forge): Promise<Project | Gone> {
  const answer = await readDocument({ ...asking, fresh: true }, project.url, request);
  if (answer.status === 'gone') return withRemedy(answer, asking);
  const { purl } = asking.package;
  const read = answer.status === 'changed' ? project.read(parseJson(answer.reply.body, purl)) : undefined;
  if (read === undefined) throw new FormatError(`${purl}: the reply does not describe a project`);
  return read;
}

// A private project is a 404 to whom it is not shown.
function withRemedy(gone: Gone, { credential, home }: Asking): Gone {
  if (credential !== undefined) return gone;
  const variable = credentialVariable(new URL(home).host);
  return { ...gone, reason: `${gone.reason}: if it is private, set ${variable} to a token that may read it` };
}
