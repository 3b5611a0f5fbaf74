import { entryOf, scalarText, valueAt } from '../../formats/node';
import type { Fact } from '../../model';
import { emptyExtraction } from '../../model';
import type { Detector } from '../detector';
import { nodeFacts } from '../terraform/environment';
import { environmentOfPath } from '../terraform/resolve';

/** Task definitions of ECS that a pipeline registers (`aws ecs register-task-definition`): containers, what is set for them, sizes. */
export const taskDefinition: Detector = {
  id: 'task-definition',
  label: 'ECS task definition',
  files: [{ match: /(^|\/)[\w.-]*task[-_.]?def(?:inition)?s?[\w.-]*\.json$/i, example: '.aws/task-definition.json' }],
  formats: (_path, text) => (text.includes('ontainerDefinitions"') ? ['json'] : []),
  extract({ path, text }, formats) {
    if (!text.includes('ontainerDefinitions"')) return emptyExtraction;
    const root = formats.json(text).value;
    const definition = entryOf(root, 'taskDefinition')?.value ?? root;
    const containers = entryOf(definition, 'containerDefinitions') ?? entryOf(definition, 'ContainerDefinitions');
    if (containers?.value.kind !== 'list') return emptyExtraction;
    const stage = environmentOfPath(path);
    const family = scalarText(entryOf(definition, 'family')?.value) ?? '';
    const runs = [family, ...containers.value.items.flatMap((item) => scalarText(entryOf(item, 'name')?.value) ?? [])].filter((name) => name !== '' && !/\s/.test(name)).join(' ');
    const detail = runs === '' ? {} : { runs };
    const sizes: Record<string, string> = {};
    for (const attribute of ['cpu', 'memory']) {
      const size = scalarText(valueAt(definition, attribute));
      if (size !== undefined) sizes[attribute] = size;
    }
    const resource = (name: string, more: Readonly<Record<string, string>>): Fact => ({ kind: 'resource', name, value: { kind: 'literal', text: family === '' ? 'task' : family }, at: { path, range: containers.keyRange }, stage, origin: 'cloud', detail: { ...detail, ...more } });
    return { facts: [resource('aws_ecs_task_definition', sizes), resource('aws_ecs_service', {}), ...nodeFacts({ path, stage, detail }, containers.value, 0)], problems: [] };
  },
};
