// The package brings no types. Only what npm-registries.ts uses is declared.
declare module '@npmcli/config' {
  export default class Config {
    constructor(options: {
      readonly definitions: object;
      readonly shorthands: object;
      readonly flatten: (settings: object, flat: object) => object;
      readonly nerfDarts: readonly string[];
      readonly npmPath: string;
      readonly cwd: string;
      readonly argv: readonly string[];
      readonly warn: boolean;
    });
    setEnvs(): void;
    load(): Promise<void>;
    getCredentialsByURI(uri: string): { readonly token?: string; readonly auth?: string };
    readonly flat: Readonly<Record<string, unknown>>;
    readonly defaults: Readonly<Record<string, unknown>>;
  }
}

declare module '@npmcli/config/lib/definitions/index.js' {
  const npm: {
    readonly definitions: object;
    readonly shorthands: object;
    readonly flatten: (settings: object, flat: object) => object;
    readonly nerfDarts: readonly string[];
  };
  export default npm;
}
