import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { INDEX, MANIFEST, type OciImage } from '../upstream/oci-image.ts';

/** Debian's registry on loopback, with skopeo beside it. */
export interface DockerRegistry {
  readonly host: string;
  readonly origin: string;
  /** Copies an image there under this name, as `owner/name:tag`. */
  readonly push: (image: OciImage, name: string) => Promise<void>;
  readonly skopeo: (command: string, name: string, ...rest: readonly string[]) => Promise<string>;
}

/** The one account of a registry that demands one. */
export const ACCOUNT = { user: 'robot', password: 'loopback' };
// Its password by bcrypt, which is all that the registry reads.
const HTPASSWD = 'robot:$2b$04$rx.y2vn3guxJMvzTwX/nXeOSIRQHKake2XRRlaZb0Rs2VF/Bxr4iG\n';

/** Starts a registry in a folder of its own, and stops it in the end. */
export async function withDockerRegistry(
  { isPrivate }: { readonly isPrivate: boolean },
  act: (registry: DockerRegistry) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-'));
  const host = `127.0.0.1:${await freePort()}`;
  await writeFile(join(folder, 'htpasswd'), HTPASSWD);
  await writeFile(join(folder, 'config.yml'), JSON.stringify(configuration(folder, host, isPrivate)));
  const server = spawn('docker-registry', ['serve', join(folder, 'config.yml')], { stdio: 'ignore' });
  const failed = new Promise<never>((_, reject) => server.once('error', reject));
  try {
    await Promise.race([failed, untilItAnswers(`http://${host}/v2/`)]);
    await act(toRegistry(folder, host, isPrivate));
  } finally {
    server.kill();
    await rm(folder, { recursive: true });
  }
}

function configuration(folder: string, addr: string, isPrivate: boolean): object {
  const htpasswd = { realm: 'loopback', path: join(folder, 'htpasswd') };
  return {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    http: { addr },
    ...(isPrivate && { auth: { htpasswd } }),
  };
}

function toRegistry(folder: string, host: string, isPrivate: boolean): DockerRegistry {
  const account = `${ACCOUNT.user}:${ACCOUNT.password}`;
  const run = async (...given: readonly string[]) => {
    const { stdout } = await promisify(execFile)('skopeo', ['--insecure-policy', ...given]);
    return stdout.trim();
  };
  return {
    host,
    origin: `http://${host}`,
    async push(image, name) {
      const layout = await writeLayout(folder, image);
      const credentials = isPrivate ? ['--dest-creds', account] : [];
      await run(
        'copy',
        '--all',
        '--dest-tls-verify=false',
        ...credentials,
        `oci:${layout}`,
        `docker://${host}/${name}`,
      );
    },
    skopeo(command, name, ...rest) {
      const credentials = isPrivate ? ['--creds', account] : [];
      return run(command, '--tls-verify=false', ...credentials, ...rest, `docker://${host}/${name}`);
    },
  };
}

/** Writes an image as a folder that tools can copy. https://github.com/opencontainers/image-spec/blob/main/image-layout.md */
async function writeLayout(folder: string, { digest, documents }: OciImage): Promise<string> {
  const layout = join(folder, digest.slice('sha256:'.length));
  await mkdir(join(layout, 'blobs', 'sha256'), { recursive: true });
  for (const [name, { bytes }] of documents) {
    await writeFile(join(layout, 'blobs', ...name.split(':')), bytes);
  }
  const { type, bytes } = documents.get(digest) ?? assert.fail(`${digest} is none of its own documents`);
  assert.ok(type === INDEX || type === MANIFEST);
  const manifests = [{ mediaType: type, digest, size: bytes.length }];
  await writeFile(join(layout, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }));
  await writeFile(join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  return layout;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : assert.fail('no port');
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await setTimeout(100);
  }
  throw new Error(`${url} does not answer`);
}
