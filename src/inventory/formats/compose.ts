import { field, fieldsOf, textOf } from '../fields.ts';
import { createGathering } from '../gathering.ts';
import { addImage, BUILT_HERE } from '../image.ts';
import { interpolate } from '../interpolate.ts';
import { ALL_DIRECT, type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';

/** https://docs.docker.com/reference/compose-file/services/#image */
export const compose: InventoryFormat = {
  id: 'compose',
  title: 'Compose file',
  names: ['compose*.yml', 'compose*.yaml', 'docker-compose*.yml', 'docker-compose*.yaml'],
  tells: { direct: ALL_DIRECT, dev: NOT_TOLD },
  looksLike: (text) => /^services:/m.test(text) && /^[ \t]+["']?(?:image|build|extends)["']?:/m.test(text),
  read: async (text) => {
    const { parseYaml } = await import('../parse/yaml.ts');
    const gathering = createGathering();
    for (const [name, service] of parseYaml(text).flatMap((file) => fieldsOf(field(file, 'services')))) {
      const image = textOf(field(service, 'image'));
      // With both, the image is what the build will be called.
      if (field(service, 'build') !== undefined) gathering.skip(image ?? name, BUILT_HERE);
      else if (image !== undefined) addImage(gathering, interpolate(image), image);
    }
    return gathering.done();
  },
};
