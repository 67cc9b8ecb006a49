import { createHash } from 'node:crypto';

// The truth that the tests of this folder compare with. Nothing here is shared with what is tested.

/** One release as its upstream has it. What is absent is not part of the model. */
export interface TrueRelease {
  readonly version: string;
  readonly publishedAt?: string | undefined;
  readonly title?: string;
  readonly notes?: string;
  readonly commit?: string;
  readonly isPrerelease?: boolean;
  readonly yanked?: string;
  readonly deprecated?: string;
  /** Digests by the names of files. */
  readonly digests?: Readonly<Record<string, string>>;
}

/** One line that the ledger ought to hold. */
export interface ExpectedLine {
  readonly kind: string;
  readonly package: string;
  readonly version?: string;
  readonly subject?: string;
  readonly before?: string | readonly string[];
  readonly after?: string;
  readonly flap?: true;
}

/** What can be done to a release that is out, with the value that it gets. */
type Edit = Pick<ExpectedLine, 'subject' | 'before' | 'after'> & { readonly release: TrueRelease };

const EDITS = {
  'notes-edited': (release, notes) => ({
    release: { ...release, notes },
    before: (release.notes ?? '').split('\n'),
    after: `sha256:${createHash('sha256').update(notes).digest('hex')}`,
  }),
  retitled: (release, title) => ({
    release: { ...release, title },
    before: release.title ?? '',
    after: title,
  }),
  redated: (release, publishedAt) => ({
    release: { ...release, publishedAt },
    before: release.publishedAt ?? '',
    after: publishedAt,
  }),
  'tag-moved': (release, commit) => ({
    release: { ...release, commit },
    subject: release.version,
    before: release.commit ?? '',
    after: commit,
  }),
  'asset-replaced': (release, digest) => {
    const [[name, before] = ['', '']] = Object.entries(release.digests ?? {});
    const digests = { ...release.digests, [name]: digest };
    return { release: { ...release, digests }, subject: name, before, after: digest };
  },
  promoted: (release) => ({ release: { ...release, isPrerelease: false } }),
  yanked: (release, yanked) => ({ release: { ...release, yanked }, after: yanked }),
  unyanked: ({ yanked = '', ...release }) => ({ release, before: yanked }),
  deprecated: (release, deprecated) => ({ release: { ...release, deprecated }, after: deprecated }),
} as const satisfies Record<string, (release: TrueRelease, value: string) => Edit>;

export type EditKind = keyof typeof EDITS;

/** An upstream: what it lists now, and the lines that all that was done to it ought to become. */
export interface Model {
  readonly packages: ReadonlyMap<string, ReadonlyMap<string, TrueRelease>>;
  readonly lines: ExpectedLine[];
  /** What is there before anybody looks is no line. */
  readonly found: (purl: string, releases: readonly TrueRelease[]) => void;
  readonly publish: (purl: string, release: TrueRelease) => void;
  readonly edit: (purl: string, version: string, kind: EditKind, value?: string, mark?: Mark) => void;
  /** Takes a release off the list for long enough to be called withdrawn. */
  readonly withdraw: (purl: string, version: string) => TrueRelease;
  /** Puts back what was withdrawn in the last seven days. */
  readonly restore: (purl: string, release: TrueRelease) => void;
  readonly listOf: (purl: string) => ReadonlyMap<string, TrueRelease>;
}

type Mark = { readonly flap?: true };

export function createModel(): Model {
  const packages = new Map<string, Map<string, TrueRelease>>();
  const lines: ExpectedLine[] = [];
  const listOf = (purl: string) => packages.get(purl) ?? fail(purl);
  const releaseOf = (purl: string, version: string) => listOf(purl).get(version) ?? fail(version);
  return {
    packages,
    lines,
    found(purl, releases) {
      packages.set(purl, new Map(releases.map((release) => [release.version, release])));
    },
    publish(purl, release) {
      listOf(purl).set(release.version, release);
      lines.push({ kind: 'published', package: purl, version: release.version });
    },
    edit(purl, version, kind, value = '', mark = {}) {
      const edit: (release: TrueRelease, value: string) => Edit = EDITS[kind];
      const { release, ...line } = edit(releaseOf(purl, version), value);
      listOf(purl).set(version, release);
      lines.push({ kind, package: purl, version, ...line, ...mark });
    },
    withdraw(purl, version) {
      const release = releaseOf(purl, version);
      listOf(purl).delete(version);
      lines.push({ kind: 'withdrawn', package: purl, version });
      return release;
    },
    restore(purl, release) {
      listOf(purl).set(release.version, release);
      lines.push({ kind: 'restored', package: purl, version: release.version, flap: true });
    },
    listOf,
  };
}

function fail(name: string): never {
  throw new Error(`the model has no ${name}`);
}
