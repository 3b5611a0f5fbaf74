import { entryOf, scalarText, valueAt, type ConfigNode } from '../../formats/node';
import type { Formats } from '../../formats';
import type { Extraction, Fact, SourceDocument } from '../../model';
import { emptyExtraction } from '../../model';
import type { Detector } from '../detector';
import { kubernetesBindings } from './bindings';
import { listedVariables, mappedVariables, secretKeys } from './environment';
import { controlledResources, kubeDbKinds, operatedServers, serverKinds } from './operators';
import { placeOf } from './stage';
import { conditionalRanges, isConditional, isRendered, neutralise } from './template';
import { chartFacts, valuesFacts } from './values';
import { workloadFacts, type Manifest } from './workloads';

const folder = '[^/]*(?:k8s|kube|kustom|helm|chart|manifest|deploy|overlay|argo|gitops|flux|cluster|infra|ops|rancher|openshift|knative|base|templates)[^/]*';
const name = '[^/]*(?:k8s|kube|deployment|statefulset|daemonset|cronjob|configmap|config-map|service|ingress|secret|job|pod|app|web|api|worker|redis|postgres|mysql|mongo|rabbit|kafka)[^/]*';

/** Kubernetes manifests, kustomize bases and overlays, Helm charts. */
export const kubernetes: Detector = {
  id: 'kubernetes',
  label: 'Kubernetes',
  files: [
    { match: new RegExp(`(^|/)${folder}/(?:[^/]+/)*[^/]+\\.ya?ml$`, 'i'), example: 'k8s/overlays/prod/web.yaml' },
    { match: new RegExp(`(^|/)${name}\\.ya?ml$`, 'i'), example: 'web-deployment.yaml' },
    { match: /(^|\/)(values[\w.-]*|Chart)\.ya?ml$/, example: 'charts/shop/values-production.yaml' },
    { match: /(^|\/)templates\/[^/]+\.tpl$/, example: 'charts/shop/templates/_env.tpl' },
  ],
  formats: () => ['yaml'],
  extract(document, formats) {
    const file = document.path.slice(document.path.lastIndexOf('/') + 1);
    if (/^values[\w.-]*\.ya?ml$/.test(file)) return fromValues(document, formats);
    if (/^Chart\.ya?ml$/.test(file)) return /^dependencies:/m.test(document.text) ? { facts: chartFacts(document.path, placeOf(document.path), formats.yaml(document.text).value[0]), problems: [] } : emptyExtraction;
    if (file.endsWith('.tpl')) return fromPartial(document, formats);
    if (!telling.test(document.text) || !/^[ \t]*apiVersion:/m.test(document.text)) return emptyExtraction;
    return fromManifests(document, formats);
  },
  bindings: kubernetesBindings,
};

const telling = /^[ \t]*(?:- )?kind:\s*["']?(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Rollout|Job|CronJob|ConfigMap|Secret|List|ExternalSecret|SecretStore|ClusterSecretStore|SecretProviderClass|SealedSecret|\w*(?:Cluster|DB|postgresql|Redis\w*|Kafka|Elasticsearch|SolrCloud|Tenant|Redpanda|Dragonfly|Table|Queue|Topic|Bucket|Broker|Domain|DBInstance|ReplicationGroup))\b|serving\.knative\.dev/m;

function fromValues(document: SourceDocument, formats: Formats): Extraction {
  if (document.text.includes('{{')) return emptyExtraction;
  const facts = valuesFacts(document.path, placeOf(document.path), formats.yaml(document.text).value[0]);
  return facts.length === 0 ? emptyExtraction : { facts, problems: [] };
}

/** A named template that is the environment of several containers. */
function fromPartial(document: SourceDocument, formats: Formats): Extraction {
  if (!/^[ \t]*env:\s*$/m.test(document.text) || !/^[ \t]*- name: /m.test(document.text)) return emptyExtraction;
  const [root] = formats.yaml(neutralise(document.text)).value;
  const facts = listedVariables({ path: document.path, where: placeOf(document.path), detail: {} }, entryOf(root, 'env')?.value, new Map());
  return unconditional(document.text, facts);
}

/** A value behind a switch of the chart may not be the one that runs; that a secret exists is said all the same. */
function unconditional(text: string, facts: readonly Fact[]): Extraction {
  const ranges = text.includes('{{') ? conditionalRanges(text) : [];
  const certain = facts.filter((fact) => fact.kind !== 'env' || fact.detail?.['reference'] !== undefined || !ranges.some(({ start, end }) => fact.at.range.start > start && fact.at.range.start < end));
  return certain.length === 0 ? emptyExtraction : { facts: certain, problems: [] };
}

function fromManifests(document: SourceDocument, formats: Formats): Extraction {
  const isTemplate = document.text.includes('{{');
  const roots = formats.yaml(neutralise(withoutOthers(document.text))).value.flatMap((root) => listed(root));
  const maps = new Map<string, ConfigNode>();
  for (const root of roots) {
    const data = scalarText(entryOf(root, 'kind')?.value) === 'ConfigMap' ? entryOf(root, 'data')?.value : undefined;
    const name = scalarText(valueAt(root, 'metadata', 'name'));
    if (data !== undefined && name !== undefined && !isRendered(name)) maps.set(name, data);
  }
  const manifest: Manifest = { path: document.path, where: placeOf(document.path), conditional: isTemplate && isConditional(document.text), maps };
  const facts = roots.flatMap((root) => objectFacts(manifest, root));
  // A template's problems are the chart's expressions, not mistakes.
  return unconditional(document.text, facts);
}

/** The text with documents of other kinds blank: of a hundred objects that a tool wrote into one file, a few say something. */
function withoutOthers(text: string): string {
  return text.split(/^(?=---)/m).map((part) => (telling.test(part) || part.length < 200 ? part : part.replace(/[^\r\n]/g, ' '))).join('');
}

function listed(root: ConfigNode): readonly ConfigNode[] {
  const items = scalarText(entryOf(root, 'kind')?.value) === 'List' ? entryOf(root, 'items')?.value : undefined;
  return items?.kind === 'list' ? items.items : [root];
}

function objectFacts(manifest: Manifest, object: ConfigNode): readonly Fact[] {
  const kindNode = entryOf(object, 'kind')?.value;
  const kind = scalarText(kindNode);
  if (kindNode === undefined || kind === undefined) return [];
  const written = scalarText(valueAt(object, 'metadata', 'name')) ?? '';
  const name = isRendered(written) ? '' : written;
  const place = { path: manifest.path, where: manifest.where, detail: name === '' ? {} : { runs: name } };
  if (kind === 'ConfigMap') {
    if (isOfServer(name)) return [];
    return mappedVariables(place, entryOf(object, 'data')?.value, 'conventional');
  }
  if (kind === 'Secret') return isOfServer(name) ? [] : [...secretKeys(place, entryOf(object, 'stringData')?.value), ...secretKeys(place, entryOf(object, 'data')?.value)];
  const group = (scalarText(entryOf(object, 'apiVersion')?.value) ?? '').split('/')[0] ?? '';
  const found = serverFact(manifest, group, kind, kindNode, name) ?? resourceFact(manifest, group, kind, kindNode, object, name) ?? storeFact(manifest, kind, kindNode, object);
  return found === undefined ? workloadFacts(manifest, object, kind) : [found];
}

/** What configures the database itself is no setting of the application. */
function isOfServer(name: string): boolean {
  return /(^|[-_])(postgres(ql)?|mysql|mariadb|mongo(db)?|redis|rabbitmq|kafka|elasticsearch|grafana|prometheus|keycloak)([-_](config(map)?|secrets?|env|init|credentials?))*$/i.test(name);
}

function serverFact(manifest: Manifest, group: string, kind: string, kindNode: ConfigNode, name: string): Fact | undefined {
  if (!Object.hasOwn(operatedServers, group) || !serverKinds.test(kind) || manifest.conditional) return undefined;
  const image = operatedServers[group] === '' ? kubeDbKinds[kind] : operatedServers[group];
  if (image === undefined) return undefined;
  return { kind: 'container', name: name === '' ? kind : name, value: { kind: 'literal', text: image }, at: { path: manifest.path, range: kindNode.range }, ...manifest.where, detail: { service: name === '' ? kind : name, application: 'false' } };
}

function resourceFact(manifest: Manifest, group: string, kind: string, kindNode: ConfigNode, object: ConfigNode, name: string): Fact | undefined {
  const type = controlledResources[`${group} ${kind}`];
  if (type === undefined) return undefined;
  const spec = entryOf(object, 'spec')?.value;
  const detail: Record<string, string> = { runs: name };
  for (const [attribute, property] of [['engine', 'engine'], ['instance_class', 'dbInstanceClass'], ['allocated_storage', 'allocatedStorage'], ['engine_type', 'engineType'], ['node_type', 'cacheNodeType']] as const) {
    const value = scalarText(entryOf(spec, property)?.value);
    if (value !== undefined && !isRendered(value)) detail[attribute] = value;
  }
  return { kind: 'resource', name: type, value: { kind: 'literal', text: name }, at: { path: manifest.path, range: kindNode.range }, stage: manifest.where.stage, origin: 'cloud', detail };
}

/** Where secrets are fetched from, or how they are kept in the repository. */
function storeFact(manifest: Manifest, kind: string, kindNode: ConfigNode, object: ConfigNode): Fact | undefined {
  const technology = storeOf(kind, object);
  if (technology === undefined) return undefined;
  return { kind: 'config', name: 'kubernetes.secrets', value: { kind: 'literal', text: technology }, at: { path: manifest.path, range: kindNode.range }, ...manifest.where };
}

function storeOf(kind: string, object: ConfigNode): string | undefined {
  if (kind === 'SealedSecret') return 'encrypted';
  if (kind === 'SecretProviderClass') return { aws: 'secretsmanager', vault: 'vault' }[scalarText(valueAt(object, 'spec', 'provider')) ?? ''];
  if (kind !== 'SecretStore' && kind !== 'ClusterSecretStore') return undefined;
  const provider = valueAt(object, 'spec', 'provider');
  if (entryOf(provider, 'vault') !== undefined) return 'vault';
  const service = scalarText(valueAt(provider, 'aws', 'service'));
  return service === 'ParameterStore' ? 'ssm' : entryOf(provider, 'aws') === undefined ? undefined : 'secretsmanager';
}
