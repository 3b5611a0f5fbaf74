import type { ConfigNode } from '../../formats/node';
import { workloadFields, type NamedWorkload, type Workload } from '../../model';
import { defaultWorkload, deriveWorkload, findWorkloadPreset, workloadPresetNames } from '../workload';
import type { Reader } from './reader';

/**
 * `workload: growth`, or a map: `preset` (default `current`), and any field of a workload. `peakConcurrentUsers`
 * derives all others first; every other field then replaces its own value only.
 */
export function readWorkload(reader: Reader, node: ConfigNode | undefined): NamedWorkload | null {
  if (node === undefined) return null;
  if (node.kind === 'scalar') {
    const preset = reader.choice(node, workloadPresetNames);
    return preset === null ? null : (findWorkloadPreset(preset) ?? null);
  }
  const entries = reader.entries(node, ['preset', ...workloadFields]);
  if (entries.size === 0) return null;
  const preset = reader.choice(entries.get('preset')?.value, workloadPresetNames);
  const base = preset === null ? defaultWorkload : (findWorkloadPreset(preset) ?? defaultWorkload);
  const users = reader.number(entries.get('peakConcurrentUsers')?.value, 1);
  const own: Partial<Record<keyof Workload, number>> = {};
  for (const field of workloadFields) {
    if (field === 'peakConcurrentUsers') continue;
    const value = reader.number(entries.get(field)?.value);
    if (value !== null) own[field] = value;
  }
  const derived = users === null ? base.workload : deriveWorkload(users);
  const changed = users !== null || Object.keys(own).length > 0;
  return { name: changed ? 'custom' : base.name, workload: { ...derived, ...own } };
}
