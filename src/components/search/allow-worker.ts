interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown;
}

declare global {
  // Not in every browser. https://www.w3.org/TR/trusted-types/
  var trustedTypes: TrustedTypes | undefined;
}

/**
 * Pagefind starts its worker by an address that is plain text. A page that has to trust such texts one by one trusts this one, and
 * no other. May be called once.
 */
export function allowWorker(address: string): void {
  globalThis.trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (url === address) return url;
      throw new TypeError(`${url} is no script of this page`);
    },
  });
}
