import { crc32, deflateRawSync } from 'node:zlib';

/** What a file of an archive is, or pretends to be. */
export interface Zipped {
  readonly content: string | Uint8Array;
  /** The size that its header tells, if that is another one. */
  readonly size?: number;
}

/** A zip archive out of paths and contents, made in memory. The same input gives the same bytes. */
export function makeZip(files: Readonly<Record<string, string | Zipped>>): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, file] of Object.entries(files)) {
    const { content, size } = typeof file === 'string' ? { content: file, size: undefined } : file;
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path);
    const fields = fieldsOf(bytes, packed.length, size ?? bytes.length, name.length);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, place, name]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7: what both headers have in common.
function fieldsOf(bytes: Buffer, packed: number, size: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}
