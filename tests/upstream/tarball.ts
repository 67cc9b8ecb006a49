import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

/** A file of an archive: its text, or a header of its own for what is no file. */
export type Packed = string | Uint8Array | (Partial<Header> & { readonly type: Header['type'] });
type Files = Readonly<Record<string, Packed>>;

/** A tar archive out of paths and contents, made in memory. The same input gives the same bytes. */
export async function makeTar(files: Files): Promise<Uint8Array> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) {
    const isContent = typeof content === 'string' || content instanceof Uint8Array;
    const header = { name, mtime: new Date(0) };
    if (isContent) archive.entry(header, typeof content === 'string' ? content : Buffer.from(content));
    else archive.entry({ ...header, ...content }).end(null);
  }
  archive.finalize();
  return buffer(archive);
}

/** A gzipped tar archive. */
export async function makeTarball(files: Files): Promise<Uint8Array> {
  return gzipSync(await makeTar(files), { level: 1 });
}

/** A gem with these files. https://github.com/rubygems/rubygems/blob/master/lib/rubygems/package.rb */
export async function makeGem(files: Files): Promise<Uint8Array> {
  const data = await makeTarball(files);
  return makeTar({
    'metadata.gz': gzipSync('--- !ruby/object'),
    'data.tar.gz': data,
    'checksums.yaml.gz': 'x',
  });
}
