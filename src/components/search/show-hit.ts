import type { Hit } from '../../derive/search/find.ts';
import type { SearchProject } from '../../derive/search/read-list.ts';
import { countInWords, dayInWords, stepInWords } from '../../derive/words.ts';
import { element } from '../element.ts';
import { link } from '../links.ts';
import type { NoteHit } from './open-notes.ts';

export function showProject({ id, name, package: purl, releases }: SearchProject): HTMLElement {
  const newest = releases[0];
  const says = [
    purl,
    countInWords(releases.length, 'release'),
    ...(newest === undefined ? [] : [`newest ${newest.version}, ${dayInWords(newest.day)}`]),
  ];
  return element('li', {}, hitLink(`projects/${id}/`, name), about(says.join(' · ')));
}

export function showRelease({ project, release }: Hit): HTMLElement {
  const { version, path, day, step, isBreaking, isSecurity, isGone } = release;
  const says = [
    stepInWords({ kind: step, breaking: false }),
    ...(isBreaking ? ['breaking'] : []),
    ...(isSecurity ? ['security'] : []),
    ...(isGone ? ['yanked or withdrawn'] : []),
    dayInWords(day),
  ];
  const phase = element('span', { class: `phase phase-${step}` });
  phase.ariaHidden = 'true';
  return element('li', {}, hitLink(path, `${project.name} ${version}`), about(phase, ` ${says.join(' · ')}`));
}

export function showNote({ hit, excerpt }: NoteHit): HTMLElement {
  const pieces = excerpt.map(({ text, isMatch }) => (isMatch ? element('mark', {}, text) : text));
  const item = showRelease(hit);
  const says = element('p', { class: 'hit-says' }, ...pieces);
  says.dir = 'auto';
  item.append(says);
  return item;
}

function hitLink(path: string, text: string): HTMLElement {
  return element('a', { href: link(path), class: 'hit' }, element('bdi', {}, text));
}

function about(...children: readonly (Node | string)[]): HTMLElement {
  return element('span', { class: 'hit-about' }, ...children);
}
