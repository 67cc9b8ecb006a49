import { createHash } from 'node:crypto';
import type { Asked, Handler, Served } from './upstream.ts';

/** One version of an artifact. */
export interface MavenVersion {
  readonly version: string;
  /** Of its POM; absent where the repository gives no dates. */
  readonly modified?: string;
  /** The inside of `<project>`; null where the POM is not there. */
  readonly pom?: string | null;
}

export interface MavenArtifact {
  /** `com.acme:tool` */
  readonly name: string;
  readonly versions: readonly MavenVersion[];
  /** In place of the whole metadata. */
  readonly metadata?: string;
}

interface MavenOptions {
  /** How the listing of a folder looks, if there is one. */
  readonly listing?: 'central' | 'nginx' | 'apache' | 'nexus';
  readonly hasETags?: boolean;
  /** Where set, requests without this Authorization header are refused. */
  readonly authorization?: string;
}

/** A repository in Maven's layout. The list may be changed while it serves. */
export function mavenHandler(artifacts: readonly MavenArtifact[], options: MavenOptions = {}): Handler {
  return (asked) => {
    const { authorization } = options;
    if (authorization !== undefined && asked.headers['authorization'] !== authorization)
      return { status: 401 };
    for (const artifact of artifacts) {
      const folder = `/${artifact.name.split(':')[0]?.replaceAll('.', '/')}/${artifact.name.split(':')[1]}/`;
      if (!asked.path.startsWith(folder)) continue;
      const file = decodeURIComponent(asked.path.slice(folder.length));
      if (file === 'maven-metadata.xml') return metadata(asked, artifact, options);
      if (file === '') return listing(artifact, options);
      return pom(artifact, file);
    }
    return undefined;
  };
}

/** An artifact with these versions, a day apart from 2024-01-01 on. */
export function makeArtifact(name: string, versions: readonly string[], pom = POM): MavenArtifact {
  return {
    name,
    versions: versions.map((version, index) => ({
      version,
      modified: new Date(Date.UTC(2024, 0, 1 + index, 8, 30, 15)).toUTCString(),
      pom,
    })),
  };
}

const POM = `<name>Acme Tool</name><description>What it is</description><url>https://acme.example/</url>
  <licenses><license><name>Apache-2.0</name></license></licenses>
  <scm><url>https://github.com/acme/tool</url></scm>`;

function metadata({ headers }: Asked, artifact: MavenArtifact, { hasETags = true }: MavenOptions): Served {
  const [group, name] = artifact.name.split(':');
  const versions = artifact.versions.map(({ version }) => `      <version>${version}</version>`).join('\n');
  const body =
    artifact.metadata ??
    `<?xml version="1.0" encoding="UTF-8"?>
<metadata modelVersion="1.1.0">
  <groupId>${group}</groupId>
  <artifactId>${name}</artifactId>
  <versioning>
    <latest>0.0.1-wrong</latest>
    <release>0.0.1-wrong</release>
    <versions>
${versions}
    </versions>
    <lastUpdated>20240101000000</lastUpdated>
  </versioning>
</metadata>
`;
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  const modified = new Date(Date.UTC(2024, 0, 1) + body.length * 1000).toUTCString();
  const isSame = hasETags ? headers['if-none-match'] === etag : headers['if-modified-since'] === modified;
  if (isSame) return { status: 304 };
  const validator = hasETags ? { etag } : { 'last-modified': modified };
  return { status: 200, headers: { 'content-type': 'text/xml', ...validator }, body };
}

function pom(artifact: MavenArtifact, file: string): Served {
  const [, version = '', name] = /^([^/]+)\/(.+)\.pom$/.exec(file) ?? [];
  const found = artifact.versions.find((known) => known.version === version);
  const isHere = name === `${artifact.name.split(':')[1]}-${version}`;
  if (found === undefined || found.pom === null || !isHere) return { status: 404 };
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0">${found.pom ?? ''}</project>`;
  const modified: Record<string, string> =
    found.modified === undefined ? {} : { 'last-modified': found.modified };
  return { status: 200, headers: { 'content-type': 'application/xml', ...modified }, body };
}

const LINES = {
  central: (name: string, at: Date) =>
    `<a href="${name}/" title="${name}/">${name}/</a>      ${day(at)} ${time(at)}         -      `,
  nginx: (name: string, at: Date) =>
    `<a href="${name}/">${name}/</a>      ${named(at)} ${time(at)}                   -`,
  apache: (name: string, at: Date) =>
    `<tr><td><a href="${name}/">${name}/</a></td><td align="right">${day(at)} ${time(at)}  </td><td>-</td></tr>`,
  nexus: (name: string, at: Date) =>
    `<tr><td><a href="https://repo.example/x/${name}/">${name}/</a></td><td>${at.toUTCString().replace(/(\w+), (\d+) (\w+) (\d+) (\S+) GMT/, '$1 $3 $2 $5 UTC $4')}</td></tr>`,
};

function listing({ versions }: MavenArtifact, options: MavenOptions): Served {
  if (options.listing === undefined) return { status: 404 };
  const line = LINES[options.listing];
  const lines = versions.flatMap(({ version, modified, pom: text }) =>
    modified === undefined || text === null ? [] : [line(encodeURIComponent(version), new Date(modified))],
  );
  const body = `<html><body><h1>Index of it</h1><pre><a href="../">../</a>\n${lines.join('\n')}\n<a href="maven-metadata.xml">maven-metadata.xml</a> 2024-01-01 00:00  816\n</pre></body></html>`;
  return { status: 200, headers: { 'content-type': 'text/html' }, body };
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function named(at: Date): string {
  const [, date = '', month = '', year = ''] = at.toUTCString().split(' ');
  return `${date}-${month}-${year}`;
}

function time(at: Date): string {
  return at.toISOString().slice(11, 16);
}
