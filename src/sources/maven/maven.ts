import type { Listing } from '../../core/listing.ts';
import { packageName } from '../../core/package.ts';
import { toUpstream } from '../../core/to-upstream.ts';
import { authorization } from '../../platform/credential.ts';
import { FormatError } from '../../platform/errors.ts';
import { REGISTRY_DOCUMENT_BYTES } from '../../platform/http/limits.ts';
import { maven as scheme } from '../../versions/maven.ts';
import { type Asking, packageByPackage, type Reading } from '../package-by-package.ts';
import { readDocument } from '../read-document.ts';
import { artifactUrl } from './coordinates.ts';
import { type DatedVersions, dateVersions, MOST_PROBES } from './date-versions.ts';
import { describeArtifact } from './describe-artifact.ts';
import { probePom } from './probe-pom.ts';
import { readMetadata } from './read-metadata.ts';

// Versions whose POM is awaited: what has not come in a while will not, and each costs a request.
const MOST_AWAITED = 5;

/**
 * Maven Central, and every repository of the same layout. Files are not listed: a repository names none of a version, and the
 * digest of each guessed one would cost a request.
 */
export const maven = packageByPackage({
  id: 'maven',
  title: 'Maven repositories',
  types: ['maven'],
  gives: {
    date: `the repository’s directory listing, else Last-Modified of the POMs (${MOST_PROBES} a run, newest first)`,
    notes: 'none; a forge channel adds them',
    digests: 'none',
    deletion: 'never at Central, visible elsewhere',
  },
  check: 'a conditional request for maven-metadata.xml',
  homes:
    'repo1.maven.org/maven2; `repository_url` names another repository: maven.google.com, plugins.gradle.org/m2, or your own',
  example: {
    address: 'https://central.sonatype.com/artifact/org.slf4j/slf4j-api',
    purl: 'pkg:maven/org.slf4j/slf4j-api',
  },
  environment: {},
  home: 'https://repo1.maven.org/maven2',
  atOnce: 4,
  read,
});

async function read(asking: Asking): Promise<Reading> {
  const { package: pkg, home, credential, memory } = asking;
  const url = `${artifactUrl(home, { group: pkg.namespace ?? '', artifact: pkg.name })}/maven-metadata.xml`;
  const request = {
    // Repositories give it many types, or none: what it holds is judged instead.
    accept: 'application/xml, text/xml, */*',
    authorization: authorization(credential),
    maxBytes: REGISTRY_DOCUMENT_BYTES,
  };
  const isUnfinished = memory !== undefined && memory['isFinished'] === undefined;
  let answer = await readDocument({ ...asking, fresh: asking.fresh || isUnfinished }, url, request);
  if (answer.status === 'unchanged' && (await hasArrived(asking))) {
    answer = await readDocument({ ...asking, fresh: true }, url, request);
  }
  if (answer.status !== 'changed') return answer;

  const { versions, dropped } = readMetadata(answer.reply.body, pkg.purl);
  const dated = await dateVersions(asking, versions);
  const missing = new Set(dated.missing);
  const there = versions.filter((version) => !missing.has(version));
  if (missing.size > 0 && there.length === 0) {
    throw new FormatError(`${pkg.purl}: none of the versions in the metadata has a POM`);
  }
  const newest = there.toSorted(scheme.compare).at(-1);
  const { upstream, isWhole } = await describe(asking, newest);
  const isFinished = isWhole && dated.isWhole && dated.again.length === 0 && dated.datedTo === undefined;
  return {
    status: 'listed',
    listings: {
      upstream,
      releases: there
        .filter((version) => !dated.leftOut.has(version))
        .map((version) => toListing(version, dated)),
      complete: true,
      dropped,
    },
    receipts: [answer.receipt],
    memory: {
      ...(isWhole && newest !== undefined && { described: newest }),
      ...(missing.size > 0 && { awaited: dated.missing.slice(0, MOST_AWAITED).join(' ') }),
      ...(dated.old.length > 0 && { old: dated.old.join(' ') }),
      ...(dated.again.length > 0 && { again: dated.again.join(' ') }),
      ...(dated.datedTo !== undefined && { datedTo: dated.datedTo }),
      ...(isFinished && { isFinished: 'true' }),
    },
  };
}

/** Whether a POM has come for a version that the metadata had before it. */
async function hasArrived(asking: Asking): Promise<boolean> {
  for (const version of asking.memory?.['awaited']?.split(' ') ?? []) {
    if ((await probePom(asking, version)).status === 'there') return true;
  }
  return false;
}

async function describe(asking: Asking, newest: string | undefined) {
  const { package: pkg, held, memory } = asking;
  if (newest === undefined || (held !== undefined && memory?.['described'] === newest)) {
    return { upstream: held?.upstream ?? toUpstream({ name: packageName(pkg) }), isWhole: true };
  }
  return describeArtifact(asking, newest);
}

// What is known of a held version is left unsaid.
function toListing(version: string, { days }: DatedVersions): Listing {
  const publishedAt = days.get(version);
  return { version, ...(publishedAt !== undefined && { publishedAt }) };
}
