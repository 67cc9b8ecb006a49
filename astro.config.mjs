import { defineConfig, passthroughImageService } from 'astro/config';
import { outputs, siteAddress } from './src/outputs.ts';

const { site, base } = siteAddress();

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  build: { concurrency: 16, inlineStylesheets: 'never' },
  // Astro's own image code never sees a third-party picture.
  image: { service: passthroughImageService() },
  // Shiki colours by inline styles, which the policy below forbids.
  markdown: { syntaxHighlight: false },
  integrations: [outputs()],
  security: {
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-src 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        // No text becomes a script, but for the addresses of Pagefind's workers: src/components/search/allow-workers.ts.
        "require-trusted-types-for 'script'",
        'trusted-types default',
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: { build: { assetsInlineLimit: 0 } },
});
