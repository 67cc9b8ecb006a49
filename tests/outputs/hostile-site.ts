import { parsePackage } from '../../src/core/package.ts';
import type { Site } from '../../src/site.ts';
import { toChange } from '../../src/store/classify.ts';
import { aProject, aRelease } from '../build-release.ts';
import { HOSTILE_TEXTS } from '../feeds/hostile-texts.ts';
import { aSite, aView } from './build-site.ts';

const [MANY, FEW] = [120, 3];

/** How many releases it has. */
export const RELEASES_OF_SITE = MANY + FEW * (HOSTILE_TEXTS.length - 1);

/** A site with hostile text wherever upstream or a watchlist can write it, and enough releases for archives. */
export function aHostileSite(): Site {
  const views = HOSTILE_TEXTS.map((name, index) => {
    const releases = Array.from({ length: index === 0 ? MANY : FEW }, (_, number) => {
      const notes = HOSTILE_TEXTS[number % HOSTILE_TEXTS.length] ?? '';
      return aRelease({
        version: number === 1 ? `1.1.0-${name.toWellFormed()}` : `1.${number}.0`,
        publishedAt: `2026-0${1 + (number % 9)}-0${1 + (index % 9)}T00:00:00Z`,
        notes: notes.toWellFormed().split('\n'),
        notesFrom: 'release',
      });
    });
    const project = { id: `p${index}`, name, package: parsePackage(`pkg:npm/p${index}`), tags: ['infra'] };
    return aView(releases, aProject(project));
  });
  const changes = HOSTILE_TEXTS.map((reason, index) =>
    toChange(
      { kind: 'yanked', after: reason.toWellFormed() },
      `pkg:npm/p${index}`,
      '1.0.0',
      '2026-11-05T00:00:00Z',
    ),
  );
  return aSite(views, {
    changes,
    lists: [{ list: 'main', title: HOSTILE_TEXTS.join(' '), views }],
    tags: [{ tag: 'infra', views }],
  });
}
