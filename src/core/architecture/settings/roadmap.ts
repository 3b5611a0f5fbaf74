import type { ConfigNode } from '../../formats/node';
import type { Reader } from './reader';
import { nearest } from './reader';

/** `roadmap: { done: [aws-account, iam] }`: steps that the repository cannot prove. */
export function readRoadmap(reader: Reader, node: ConfigNode | undefined, stepIds: readonly string[]): readonly string[] {
  const done = reader.entries(node, ['done']).get('done');
  const steps: string[] = [];
  for (const item of reader.list(done?.value)) {
    const id = reader.text(item);
    if (id === null) continue;
    if (stepIds.includes(id)) {
      if (!steps.includes(id)) steps.push(id);
      continue;
    }
    const near = nearest(id, stepIds);
    if (near === null) reader.report(item, { en: 'The roadmap has no step “{id}”.', 'pt-br': 'O roteiro não tem o passo “{id}”.' }, { id });
    else reader.report(item, { en: 'The roadmap has no step “{id}”. Did you mean “{near}”?', 'pt-br': 'O roteiro não tem o passo “{id}”. Você quis dizer “{near}”?' }, { id, near });
  }
  return steps;
}
