import type { Handler } from './upstream.ts';

/** The same upstream below a path, so that one server can play many. */
export function mount(prefix: string, handler: Handler): Handler {
  return (asked, origin) => {
    if (!asked.path.startsWith(`${prefix}/`)) return undefined;
    return handler({ ...asked, path: asked.path.slice(prefix.length) }, origin + prefix);
  };
}
