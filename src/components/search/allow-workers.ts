interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown;
}

declare global {
  // Not in every browser. https://www.w3.org/TR/trusted-types/
  var trustedTypes: TrustedTypes | undefined;
}

/**
 * Pagefind starts its workers by an address that is plain text. A page that has to trust such texts one by one trusts these, and
 * no other. May be called once.
 */
export function allowWorkers(addresses: readonly string[]): void {
  globalThis.trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (addresses.includes(url)) return url;
      throw new TypeError(`${url} is no script of this page`);
    },
  });
}
