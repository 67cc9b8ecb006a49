import type { Instant } from '../../core/instant.ts';
import type { AppliedAdvisories } from './apply-advisories.ts';

const MOST_LINES = 500;

/** The message of the commit that a run makes. Ids are the only text of others in it, and have a strict pattern. */
export function adviseMessage({ added, changed }: AppliedAdvisories, at: Instant): string {
  const counts = [
    ...(added.length > 0 ? [`${added.length} new`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
  ];
  const lines = [...added.map((id) => `+ ${id}`), ...changed.map((id) => `~ ${id}`)];
  const rest = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} more lines`] : [];
  const body = [...lines.slice(0, MOST_LINES), ...rest];
  return [`advisories: ${counts.join(', ')}`, '', ...body, '', `Run: ${at}`, 'Data-Op: advise', ''].join(
    '\n',
  );
}
