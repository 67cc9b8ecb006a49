import { releaseUrl } from '../core/address.ts';
import { notesHash } from '../core/notes.ts';
import { releasePurl } from '../core/package.ts';
import { releasePath } from '../core/site-path.ts';
import type { Entry } from '../derive/entry.ts';
import { shipmentsOf } from '../derive/shipments.ts';
import { addressOf } from './address-of.ts';
import type { HeldProject, MeaningOf } from './held.ts';
import type { ApiRelease } from './shapes/release.ts';
import { toMarks } from './to-marks.ts';

/** A release as the API tells of it. */
export function toRelease(
  entry: Entry,
  { advisories }: Pick<HeldProject, 'advisories'>,
  meaningOf: MeaningOf,
): ApiRelease {
  const { project, release, version, at, step, prerelease } = entry;
  const { fixes, affectedBy } = advisories.of(entry);
  const upstream = releaseUrl(project.package, release.version, release.url);
  return {
    id: releasePurl(project.package, release.version),
    version,
    ...(release.version !== version && { tag: release.version }),
    at,
    seenAt: release.seenAt,
    step: step.kind,
    ...(prerelease && { prerelease }),
    ...toMarks(entry, fixes.length > 0, meaningOf),
    ...stateOf(entry),
    ...(fixes.length > 0 && { fixes: fixes.map(({ id }) => id) }),
    ...(affectedBy.length > 0 && { affectedBy: affectedBy.map(toAffliction) }),
    ...notesOf(entry),
    ...channelsOf(entry),
    page: addressOf(releasePath(project.id, release.version)),
    ...(upstream && { upstream }),
  };
}

type Affliction = ReturnType<HeldProject['advisories']['of']>['affectedBy'][number];

function toAffliction({ vulnerability: { id }, fixedIn }: Affliction) {
  return { id, ...(fixedIn && { fixedIn }) };
}

function stateOf({ release }: Entry) {
  const { yanked, deprecated, missingSince, withdrawnAt, commit, immutable, provenance } = release;
  return {
    ...(yanked && { yanked }),
    ...(deprecated && { deprecated }),
    ...(missingSince && { missingSince }),
    ...(withdrawnAt && { withdrawnAt }),
    ...(commit && { commit }),
    ...(immutable && { immutable }),
    ...(provenance && { provenance }),
  };
}

function notesOf({ notes }: Entry): Pick<ApiRelease, 'notes'> {
  if (notes === undefined) return {};
  return { notes: { hash: notesHash(notes.text), from: notes.from, package: notes.package.purl } };
}

function channelsOf(entry: Entry): Pick<ApiRelease, 'channels'> {
  const [, ...others] = shipmentsOf(entry);
  if (others.length === 0) return {};
  const channels = others.map(({ package: { purl }, release, at }) => ({
    package: purl,
    version: release.version,
    ...(at && { at }),
  }));
  return { channels };
}
