import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { projectPlace, sharedPlaces } from '../../src/outputs/feed-places.ts';
import { aProject, aRelease } from '../build-release.ts';
import { aChange } from '../derive/build-change.ts';
import { aSite, aView } from './build-site.ts';

const TARGET = { folder: '', url: 'https://team.example/tidings/', base: '/tidings/' };

test('the places that have feeds are the site, its lists, tags, sources and projects, each with its own', () => {
  const tool = aView([aRelease({ version: '1.0.0' })], aProject({ tags: ['infra'] }));
  const other = aView(
    [aRelease({ version: '3.0.0' })],
    aProject({ id: 'other', name: 'Other', package: parsePackage('pkg:npm/other') }),
  );
  const changes = [
    aChange('yanked', { package: 'pkg:npm/tool' }),
    aChange('yanked', { package: 'pkg:npm/other' }),
  ];
  const site = aSite([tool, other], {
    changes,
    lists: [{ list: 'main', title: 'Ours', views: [other] }],
    tags: [{ tag: 'infra', views: [tool] }],
    sources: [{ type: 'npm', views: [other] }],
  });
  const shown = new Set(site.entries);
  const ofProjects = site.projects.map((view) => projectPlace(view, shown, site));
  const places = [...sharedPlaces(site, TARGET), ...ofProjects].map(({ entries, items, ...place }) => ({
    ...place,
    entries: entries.map(({ version }) => version).join(' '),
    items: items.map(({ first }) => first.package).join(' '),
  }));
  const url = TARGET.url;
  assert.deepEqual(places, [
    {
      id: url,
      joint: '',
      name: 'Tidings',
      title: 'Tidings',
      description: 'Every release of the software we depend on',
      about: 'releases',
      path: '',
      hasFilterPages: true,
      changesPage: 'changes/',
      entries: '1.0.0 3.0.0',
      items: 'pkg:npm/tool pkg:npm/other',
    },
    {
      id: `${url}lists/main/`,
      joint: '',
      list: 'main',
      name: 'Ours',
      title: 'Ours releases',
      description: 'Releases of what the list “Ours” follows',
      about: 'releases of what the list “Ours” follows',
      path: 'lists/main/',
      changesPage: 'lists/main/',
      entries: '3.0.0',
      items: 'pkg:npm/other',
    },
    {
      id: `${url}tags/infra/`,
      joint: '',
      name: 'infra',
      title: 'infra releases',
      description: 'Releases of projects with the tag “infra”',
      about: 'releases of projects with the tag “infra”',
      path: 'tags/infra/',
      changesPage: 'tags/infra/',
      entries: '1.0.0',
      items: 'pkg:npm/tool',
    },
    {
      id: `${url}sources/npm/`,
      joint: '',
      name: 'npm',
      title: 'npm releases',
      description: 'Releases of projects whose source is npm',
      about: 'releases of projects whose source is npm',
      path: 'sources/npm/',
      changesPage: 'sources/npm/',
      entries: '3.0.0',
      items: 'pkg:npm/other',
    },
    {
      id: 'pkg:npm/tool',
      joint: '#',
      name: 'Tool',
      title: 'Tool releases',
      description: 'Releases of Tool (npm: tool)',
      about: 'releases of Tool',
      path: 'projects/tool/',
      changesPage: 'projects/tool/changes/',
      entries: '1.0.0',
      items: 'pkg:npm/tool',
    },
    {
      id: 'pkg:npm/other',
      joint: '#',
      name: 'Other',
      title: 'Other releases',
      description: 'Releases of Other (npm: other)',
      about: 'releases of Other',
      path: 'projects/other/',
      changesPage: 'projects/other/changes/',
      entries: '3.0.0',
      items: 'pkg:npm/other',
    },
  ]);
});
