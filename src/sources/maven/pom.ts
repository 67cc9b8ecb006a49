import { z } from 'zod';
import { repositoryUrl } from '../../core/repository-url.ts';
import type { SaidOfPackage } from '../../core/to-upstream.ts';
import type { Coordinates } from './coordinates.ts';

// An element with attributes is an object. What is empty, or waits for Maven to fill it in (`${project.url}`), says nothing.
const Text = z
  .union([z.string(), z.object({ '#text': z.string() }).transform((element) => element['#text'])])
  .transform((text) => text.trim())
  .refine((text) => text !== '' && !text.includes('${'))
  .optional()
  .catch(undefined);

const Place = z.object({ groupId: Text, artifactId: Text, version: Text }).optional().catch(undefined);

const License = z.object({ name: Text }).catch({ name: undefined });

const Project = z.object({
  name: Text,
  description: Text,
  url: Text,
  licenses: z.object({ license: z.unknown() }).optional().catch(undefined),
  scm: z.object({ url: Text, connection: Text, developerConnection: Text }).optional().catch(undefined),
  parent: Place,
  distributionManagement: z.object({ relocation: Place }).optional().catch(undefined),
});

type Said = Pick<SaidOfPackage, 'description' | 'license' | 'homepage' | 'repository'>;

/** What a POM says of its artifact. https://maven.apache.org/pom.html */
export const Pom = z.object({ project: Project }).transform(({ project }) => ({
  description: project.description ?? project.name,
  license: licensesOf(project.licenses?.license),
  homepage: project.url,
  repository: repositoryOf(project.scm),
  parent: coordinatesOf(project.parent),
  relocation: project.distributionManagement?.relocation,
})) satisfies z.ZodType<Said>;
export type Pom = z.infer<typeof Pom>;

// Of several licences the user may choose one. https://maven.apache.org/pom.html#Licenses
function licensesOf(licenses: unknown): string | undefined {
  const names = [licenses].flat().map((license) => License.parse(license).name);
  return names.filter((name) => name !== undefined).join(' OR ') || undefined;
}

function repositoryOf(scm: z.infer<typeof Project>['scm']): string | undefined {
  return [scm?.url, scm?.connection, scm?.developerConnection]
    .map((address) => repositoryUrl((address ?? '').replace(/^scm:\w+:/, '').replace(/\/tree\/.*$/, '')))
    .find((address) => address !== undefined);
}

const PLAIN = /^(?!\.+$)[\w.+-]{1,255}$/;

function coordinatesOf(place: z.infer<typeof Place>): Coordinates | undefined {
  const { groupId: group = '', artifactId: artifact = '', version = '' } = place ?? {};
  return [group, artifact, version].every((part) => PLAIN.test(part))
    ? { group, artifact, version }
    : undefined;
}
