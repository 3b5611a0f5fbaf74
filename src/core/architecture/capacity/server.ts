import { machineSize } from '../machines';
import { numberOf, textOf, usagesOf, type Model } from './limit';

/** Virtual CPUs of the machine (or machines) that serve today or in the first phases. */
export function serverVcpus(model: Model): number {
  const instances = usagesOf(model, 'ec2').filter((usage) => usage.serves.includes('compute'));
  const tasks = usagesOf(model, 'fargate').filter((usage) => usage.serves.includes('compute'));
  const ofInstances = instances.reduce((sum, usage) => sum + vcpusOf(textOf(usage, 'instance-type')) * (numberOf(usage, 'instances') ?? 1), 0);
  const ofTasks = tasks.reduce((sum, usage) => sum + (numberOf(usage, 'vcpu') ?? 0) * (numberOf(usage, 'tasks') ?? 0), 0);
  const known = ofInstances + ofTasks;
  return known > 0 ? known : model.coefficients.serverVcpus;
}

/** Of the ladder, else by the size word that all families share. */
function vcpusOf(machine: string | undefined): number {
  const known = machine === undefined ? null : machineSize(machine);
  if (known !== null) return known.vcpus;
  const size = machine?.slice(machine.indexOf('.') + 1) ?? '';
  const multiple = /^(\d+)xlarge$/.exec(size)?.[1];
  if (multiple !== undefined) return Number(multiple) * 4;
  return size === 'xlarge' ? 4 : 2;
}
