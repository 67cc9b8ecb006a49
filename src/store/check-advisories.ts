import { Advisory } from '../core/advisory.ts';
import type { Texts } from './check-data.ts';
import { checkShape } from './check-shape.ts';
import { advisoryPath } from './paths.ts';

/** What is wrong in data/advisories: each file is one record, under its own id. */
export function checkAdvisories(texts: Texts): string[] {
  return [...texts].flatMap(([path, text]) => {
    const checked = checkShape(Advisory, text);
    if ('problem' in checked) return [`${path}: ${checked.problem}`];
    const { id } = checked.value;
    return advisoryPath(id) === path ? [] : [`${path}: holds ${id}, which belongs elsewhere`];
  });
}
