import { z } from 'zod';
import { AdvisoryEvent, Affected } from '../../core/advisory.ts';
import { compareText } from '../../core/compare-text.ts';
import type { FindPackages } from './asked.ts';

const Event = z
  .object({
    introduced: z.string().optional(),
    fixed: z.string().optional(),
    last_affected: z.string().optional(),
    limit: z.string().optional(),
  })
  .pipe(AdvisoryEvent);
const Range = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['SEMVER', 'ECOSYSTEM']), events: z.array(Event) }),
  // Its commits say nothing without the repository.
  z.object({ type: z.literal('GIT') }),
]);
const Rating = z.object({ type: z.string(), score: z.string() });
const Named = z.object({ package: z.object({ ecosystem: z.string(), name: z.string() }).optional() });
const Element = z.object({
  ranges: z.array(Range).nullish(),
  versions: z.array(z.string()).nullish(),
  severity: z.unknown().optional(),
});

/** Ratings as given; what is none is left out. */
export function readRatings(given: unknown): z.infer<typeof Rating>[] | undefined {
  const ratings = z
    .array(z.unknown())
    .catch([])
    .parse(given)
    .flatMap((one) => Rating.safeParse(one).data ?? []);
  const short = ratings.filter(({ type, score }) => type !== '' && type.length <= 32 && isLine(score));
  return short.length === 0 ? undefined : short.slice(0, 8);
}

function isLine(text: string): boolean {
  return text !== '' && text.length <= 512;
}

/** What `affected` says of packages that we follow, and how many of its elements, which may be about them, cannot be read. */
export function readAffected(
  elements: readonly unknown[],
  find: FindPackages,
): { affected: Affected[]; dropped: number } {
  const affected: Affected[] = [];
  let dropped = 0;
  for (const json of elements) {
    const read = readElement(json, find);
    if (read === undefined) dropped += 1;
    else affected.push(...read);
  }
  return { affected: affected.sort(byPackage), dropped };
}

// A part of an element that is wrong makes all of it doubtful: without an event a range would mean something else.
function readElement(json: unknown, find: FindPackages): Affected[] | undefined {
  const named = Named.safeParse(json).data;
  if (named === undefined) return undefined;
  const ours = named.package === undefined ? [] : find(named.package.ecosystem, named.package.name);
  if (ours.length === 0) return [];
  const element = Element.safeParse(json).data;
  if (element === undefined) return undefined;
  const ranges = (element.ranges ?? []).filter((range) => range.type !== 'GIT');
  const listed = [...new Set(element.versions ?? [])].sort(compareText);
  const said = {
    ranges: ranges.length === 0 ? undefined : ranges,
    versions: listed.length === 0 ? undefined : listed,
    severity: readRatings(element.severity),
  };
  const all = ours.map((purl) => Affected.safeParse({ package: purl, ...said }).data);
  return all.every((one) => one !== undefined) ? all : undefined;
}

function byPackage(a: Affected, b: Affected): number {
  return compareText(a.package, b.package);
}
