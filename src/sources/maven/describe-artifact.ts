import { packageName } from '../../core/package.ts';
import { toUpstream } from '../../core/to-upstream.ts';
import type { Upstream } from '../../core/upstream.ts';
import { authorization } from '../../platform/credential.ts';
import { failureOf } from '../failure-of.ts';
import type { Asking } from '../package-by-package.ts';
import { parseXml } from '../parse-xml.ts';
import { type Coordinates, pomUrl } from './coordinates.ts';
import { Pom } from './pom.ts';

/** What the newest POM says; `isWhole` is false where a POM could not be read now, and may be readable the next time. */
interface Described {
  readonly upstream: Upstream;
  readonly isWhole: boolean;
}

const MOST_PARENTS = 5;

/**
 * Reads the POM of a version, and its parents as far as it leaves something unsaid. An artifact that has moved has the name of
 * its new place. Failures are told, not thrown: the versions do not hang on them.
 */
export async function describeArtifact(asking: Asking, version: string): Promise<Described> {
  const { package: pkg } = asking;
  const own = { group: pkg.namespace ?? '', artifact: pkg.name, version };
  const pom = await readPom(asking, own);
  if (typeof pom === 'string') {
    const upstream = asking.held?.upstream ?? toUpstream({ name: packageName(pkg) });
    return { upstream, isWhole: pom === 'lasting' };
  }
  const { relocation } = pom;
  const name = `${relocation?.groupId ?? own.group}:${relocation?.artifactId ?? own.artifact}`;
  const { said, isWhole } = await askParents(asking, pom);
  return { upstream: toUpstream({ ...said, name }), isWhole };
}

async function askParents(asking: Asking, pom: Pom): Promise<{ said: Pom; isWhole: boolean }> {
  let said = pom;
  for (let level = 0; level < MOST_PARENTS && said.parent !== undefined && isWanting(said); level += 1) {
    const parent = await readPom(asking, said.parent);
    if (typeof parent === 'string') return { said, isWhole: parent === 'lasting' };
    said = {
      // A parent describes a family, not this member of it.
      description: said.description,
      license: said.license ?? parent.license,
      homepage: said.homepage ?? parent.homepage,
      repository: said.repository ?? parent.repository,
      parent: parent.parent,
      relocation: said.relocation,
    };
  }
  return { said, isWhole: true };
}

function isWanting({ license, homepage, repository }: Pom): boolean {
  return license === undefined || homepage === undefined || repository === undefined;
}

async function readPom(
  { world, home, credential }: Asking,
  coordinates: Coordinates,
): Promise<Pom | 'lasting' | 'passing'> {
  const request = { accept: 'application/xml, text/xml, */*', authorization: authorization(credential) };
  try {
    const { body } = await world.http.request(pomUrl(home, coordinates), request);
    return Pom.safeParse(parseXml(body, coordinates.artifact)).data ?? 'lasting';
  } catch (error) {
    return failureOf(error);
  }
}
