import { showHidden } from '../../core/show-hidden.ts';
import type { AdvisoriesBetween, OpenAdvisory } from '../../derive/compare/advisories-between.ts';
import type { ComparedAdvisory } from '../../derive/compare/compare-index.ts';
import { gravityInWords } from '../../derive/compare/compare-words.ts';
import { refOf } from '../../derive/compare/find-version.ts';
import { element } from '../element.ts';

/** What becomes of vulnerabilities on the way; nothing where there are none. */
export function showAdvisories({ closed, open, entered }: AdvisoriesBetween): HTMLElement | undefined {
  const groups = [
    group(
      'Fixed on the way',
      closed.map(({ advisory, since }) => item(advisory, `fixed in ${refOf(since)}`)),
    ),
    group('Still open', open.map(showOpen), 'alert'),
    group('New on the way', entered.map(showOpen), 'alert'),
  ].filter((one) => one !== undefined);
  if (groups.length === 0) return undefined;
  return element('section', { class: 'advisories' }, element('h2', {}, 'Advisories'), ...groups);
}

function showOpen({ advisory, fixedIn }: OpenAdvisory): HTMLElement {
  return item(advisory, fixedIn === undefined ? 'no fixed version is known' : `fixed in ${fixedIn}`);
}

function group(title: string, items: readonly HTMLElement[], kind?: 'alert'): HTMLElement | undefined {
  if (items.length === 0) return undefined;
  const head = element('h3', kind === undefined ? {} : { class: kind }, title);
  return element('div', {}, head, element('ul', {}, ...items));
}

function item(advisory: ComparedAdvisory, what: string): HTMLElement {
  const { id, url, summary } = advisory;
  const name = element('a', { href: url, rel: 'noreferrer' }, id);
  const says = summary && element('bdi', { class: 'soft' }, showHidden(summary));
  return element('li', {}, name, `, ${gravityInWords(advisory)}, ${showHidden(what)}. `, says || undefined);
}
