import { z } from 'zod';
import { toUpstream } from '../../core/to-upstream.ts';
import type { Upstream } from '../../core/upstream.ts';

const Text = z.string().transform((text) => text.trim());

// Before npm 3 a license was an object, or a list of them under either name:
// https://docs.npmjs.com/cli/v11/configuring-npm/package-json#license
const OneLicense = z.union([Text, z.object({ type: Text }).transform(({ type }) => type)]);
const License = z.union([
  OneLicense,
  z.array(OneLicense).transform((all) => (all.length > 1 ? `(${all.join(' OR ')})` : (all[0] ?? ''))),
]);
const Homepage = firstOf(Text);
const Repository = firstOf(z.union([Text, z.object({ url: Text }).transform(({ url }) => url)]));

// Some documents have a list where one value belongs: https://github.com/renovatebot/renovate/pull/45358
function firstOf<Value>(schema: z.ZodType<Value>) {
  return z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);
}

/** Fields of package.json as a registry repeats them; one that is malformed is left out. */
const About = z
  .object({
    description: Text.optional().catch(undefined),
    license: License.optional().catch(undefined),
    licenses: License.optional().catch(undefined),
    homepage: Homepage.optional().catch(undefined),
    repository: Repository.optional().catch(undefined),
  })
  .catch({});

/**
 * What a registry says of the package itself.
 * @param document the whole document
 * @param latest its latest version, whose word counts where a registry does not repeat it for the package
 */
export function describePackage(
  name: string,
  tags: ReadonlyMap<string, string>,
  document: unknown,
  latest: unknown,
): Upstream {
  const about = About.parse(document);
  const own = About.parse(latest);
  return toUpstream({
    name,
    description: about.description || own.description,
    license: about.license || about.licenses || own.license || own.licenses,
    homepage: about.homepage || own.homepage,
    repository: about.repository || own.repository,
    tags,
  });
}
