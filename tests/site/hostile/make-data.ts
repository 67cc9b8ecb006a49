import type { Change } from '../../../src/core/change.ts';
import { compareText } from '../../../src/core/compare-text.ts';
import { notesHash } from '../../../src/core/notes.ts';
import { parsePackage } from '../../../src/core/package.ts';
import type { PackageRecord } from '../../../src/core/package-record.ts';
import { newestFirst, type Release } from '../../../src/core/release.ts';
import { serialize } from '../../../src/store/canonical-json.ts';
import { growLayout, layOut, WHOLE } from '../../../src/store/layout.ts';
import { changeLine } from '../../../src/store/ledger.ts';
import { advisoryPath, ledgerPath, packagePath, summariesPath } from '../../../src/store/paths.ts';
import { CONTEXTS } from './contexts.ts';
import { type Draft, draftOf } from './draft.ts';
import { channelPurl } from './record-contexts.ts';

const A_LIST = 12;
const LONGEST_TITLE = 100;

/** A folder of data/ whose every text is a vector. */
export interface HostileData {
  /** By their paths below data/. */
  readonly files: Readonly<Record<string, string>>;
  /** How many vectors data/ takes in each context, and how many its schemas refuse. */
  readonly taken: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
  /** What lies on disk of each vector, in their order. */
  readonly drafts: readonly Draft[];
}

/** Puts each vector into every context that takes it: a project for each, a list for some. */
export function makeHostileData(vectors: readonly string[]): HostileData {
  const taken = new Map<string, number>();
  const refused = new Map<string, number>();
  const drafts = vectors.map((vector, number) => {
    const draft = draftOf(number);
    for (const [name, { shape, put }] of Object.entries(CONTEXTS)) {
      const fits = shape.safeParse(vector).success;
      const counted = fits ? taken : refused;
      counted.set(name, (counted.get(name) ?? 0) + 1);
      if (fits) put(draft, vector);
    }
    draft.latest.notes.push('- Reads tides from five harbours', '', ...vector.split('\n'));
    draft.summary.notes = notesHash(draft.latest.notes.join('\n'));
    return draft;
  });
  const ledger = ledgerOf(drafts.flatMap(({ changes }) => changes));
  const files = Object.assign({}, listsOf(drafts), ...drafts.map(filesOf), ledger);
  return { files, taken, refused, drafts };
}

function filesOf({ purl, channel, upstream, advisory, summary, ...draft }: Draft): Record<string, string> {
  const plain: Release = { ...draft.latest, version: '1.0.0', notes: ['Plain.'], title: 'Plain' };
  const releases = [{ ...draft.release, assets: [draft.asset] }, draft.latest, plain];
  return {
    ...recordFiles(purl, upstream, releases),
    ...recordFiles(channelPurl(channel), { name: channel }, [plain]),
    [advisoryPath(advisory.id)]: serialize(advisory),
    [summariesPath(parsePackage(purl))]: serialize({ format: 1, package: purl, summaries: [summary] }),
  };
}

/** Lists of some projects each, called by as many of their vectors as a title has room for. */
function listsOf(drafts: readonly Draft[]): Record<string, string> {
  const lists: Record<string, string> = {};
  for (let first = 0; first < drafts.length; first += A_LIST) {
    const own = drafts.slice(first, first + A_LIST);
    let title = `List ${first}`;
    for (const { listed = '' } of own)
      if (title.length + listed.length < LONGEST_TITLE) title += ` ${listed}`;
    const projects = own.map(({ watched, channel }) => ({ ...watched, channels: [channelPurl(channel)] }));
    // JSON is YAML, and JSON.stringify escapes what YAML cannot hold.
    lists[`watchlists/l${first}.yml`] = JSON.stringify({ title, projects });
  }
  return lists;
}

function recordFiles(
  purl: string,
  upstream: PackageRecord['upstream'],
  releases: Release[],
): Record<string, string> {
  const pkg = parsePackage(purl);
  const record: PackageRecord = {
    package: pkg.purl,
    upstream,
    importedAt: '2023-12-01T00:00:00Z',
    releases: releases.toSorted(newestFirst),
  };
  const files = layOut(record, growLayout(record, WHOLE));
  return Object.fromEntries([...files].map(([part, text]) => [`${packagePath(pkg)}${part}.json`, text]));
}

function ledgerOf(changes: readonly Change[]): Record<string, string> {
  const sorted = changes.toSorted((a, b) => compareText(a.at, b.at));
  const days = Map.groupBy(sorted, ({ at }) => ledgerPath(at));
  return Object.fromEntries([...days].map(([path, ofDay]) => [path, ofDay.map(changeLine).join('')]));
}
