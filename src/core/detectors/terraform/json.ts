import type { ConfigNode, MapEntry } from '../../formats/node';
import type { HclBlock } from '../../formats/registry';

/** Terraform's JSON as the blocks that it stands for. What would be an inner block stays an attribute. */
export function blocksOfJson(root: ConfigNode): HclBlock {
  const blocks = entriesOf(root).flatMap((entry) => {
    switch (entry.key) {
      case 'resource':
        return entriesOf(entry.value).flatMap((type) => entriesOf(type.value).map((name) => block('resource', entry, [type, name], name.value)));
      case 'module':
      case 'variable':
        return entriesOf(entry.value).map((name) => block(entry.key, entry, [name], name.value));
      case 'locals':
        return [block('locals', entry, [], entry.value)];
      default:
        return [];
    }
  });
  return { type: '', typeRange: { start: 0, end: 0 }, labels: [], attributes: entriesOf(root), blocks, range: root.range };
}

function block(type: string, at: MapEntry, labels: readonly MapEntry[], body: ConfigNode): HclBlock {
  return { type, typeRange: at.keyRange, labels: labels.map(({ key, keyRange }) => ({ text: key, range: keyRange })), attributes: entriesOf(body), blocks: [], range: body.range };
}

/** A block that can be repeated may be written as a list of objects. */
function entriesOf(node: ConfigNode): readonly MapEntry[] {
  if (node.kind === 'map') return node.entries;
  return node.kind === 'list' ? node.items.flatMap((item) => entriesOf(item)) : [];
}
