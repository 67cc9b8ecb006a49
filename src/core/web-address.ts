import { z } from 'zod';

/** An address that a page may lead to: of the web, and of no scheme that a browser runs. */
export const WebAddress = z
  .url({ protocol: /^https?$/ })
  .regex(/^https?:\/\//i, { error: 'expected an address of the web' });
