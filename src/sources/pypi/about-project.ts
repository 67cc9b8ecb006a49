import { z } from 'zod';

// Nearly all may be null: https://github.com/renovatebot/renovate/pull/43814
const Text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((text) => text?.trim() || undefined);

const Info = z.object({
  summary: Text,
  license: Text,
  license_expression: Text,
  classifiers: z.array(z.string()).catch([]),
  home_page: Text,
  project_urls: z.record(z.string(), z.string()).nullish().catch(undefined),
});

const FORGE = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[^/]+\/[^/]+/i;
const LICENSE = 'License :: OSI Approved :: ';
// A license field may hold the whole text of one.
const LONGEST_LICENSE = 100;

/** The reply of the JSON API about a project: https://docs.pypi.org/api/json/ */
export const AboutProject = z.object({ info: Info }).transform(({ info }) => {
  const { summary, license, license_expression, classifiers, home_page, project_urls } = info;
  const urls = new Map(Object.entries(project_urls ?? {}).map(([label, url]) => [fold(label), url.trim()]));
  const homepage = urls.get('homepage') ?? home_page ?? urls.get('documentation');
  const source = ['source', 'repository', 'sourcecode', 'github', 'code'].flatMap(
    (label) => urls.get(label) ?? [],
  );
  const isShort = license !== undefined && license.length <= LONGEST_LICENSE && !license.includes('\n');
  const classified = classifiers.find((text) => text.startsWith(LICENSE))?.slice(LICENSE.length);
  return {
    description: summary,
    license: license_expression ?? (isShort ? license : classified),
    homepage,
    repository: source[0] ?? [homepage, ...urls.values()].find((url) => FORGE.test(url ?? '')),
  };
});

// https://packaging.python.org/en/latest/specifications/well-known-project-urls/#label-normalization
function fold(label: string): string {
  return label.replace(/[\p{P}\p{S}\s]/gu, '').toLowerCase();
}
export type AboutProject = z.infer<typeof AboutProject>;
