import { defineConfig, passthroughImageService } from 'astro/config';
import { outputs, siteAddress } from './src/outputs.ts';

const { site, base } = siteAddress();

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  // Astro's own image code never sees a third-party picture.
  image: { service: passthroughImageService() },
  // Shiki colours by inline styles, which the policy of our pages forbids.
  markdown: { syntaxHighlight: false },
  integrations: [outputs()],
  vite: { build: { assetsInlineLimit: 0 } },
});
