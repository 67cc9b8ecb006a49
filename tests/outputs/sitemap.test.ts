import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { writeSitemap } from '../../src/outputs/sitemap.ts';
import { aFolder } from '../build-release.ts';

const URL_OF_SITE = 'https://team.example/tidings/';

describe('the sitemap', () => {
  test('lists pages by absolute address, sorted, but for those that are no reading', async (t) => {
    const folder = await aFolder(t);
    const paths = [
      'status/',
      '',
      'projects/a&b/%40x%2f1.0.0/',
      '404/',
      '404',
      'release-shell/',
      'compare-shell/',
      'projects/404/',
    ];
    writeSitemap({ folder, url: URL_OF_SITE, base: '/tidings/' }, paths);
    assert.equal(
      await readFile(join(folder, 'sitemap.xml'), 'utf8'),
      `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${URL_OF_SITE}</loc></url>
<url><loc>${URL_OF_SITE}projects/404/</loc></url>
<url><loc>${URL_OF_SITE}projects/a&amp;b/%2540x%252f1.0.0/</loc></url>
<url><loc>${URL_OF_SITE}status/</loc></url>
</urlset>
`,
    );
  });

  test('is named in robots.txt', async (t) => {
    const folder = await aFolder(t);
    writeSitemap({ folder, url: URL_OF_SITE, base: '/tidings/' }, []);
    assert.equal(
      await readFile(join(folder, 'robots.txt'), 'utf8'),
      `User-agent: *\nAllow: /\nSitemap: ${URL_OF_SITE}sitemap.xml\n`,
    );
  });
});
