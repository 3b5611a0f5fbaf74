import type { Formats } from '../../formats';
import type { XmlElement } from '../../formats/registry';
import type { Extraction, Fact, SourceDocument } from '../../model';
import { folderOf, joinPath } from '../paths';

const where = { stage: 'default', origin: 'dotnet-project' } as const;

/** Properties of a project that say what it is. */
const properties = new Set(['OutputType', 'TargetFramework', 'TargetFrameworks', 'TargetFrameworkVersion', 'AssemblyName', 'IsTestProject', 'IsPackable', 'PackageId', 'PackageTags', 'PackageProjectUrl', 'GeneratePackageOnBuild', 'PackAsTool', 'UseMaui', 'UseWPF', 'UseWindowsForms', 'AzureFunctionsVersion', 'AWSProjectType', 'IsAspireHost', 'ProjectTypeGuids', 'SpaRoot', 'ContainerRepository', 'EnableSdkContainerSupport', 'PublishAsTool', 'OutputItemType']);

/** `*.csproj` and its relatives: kind and properties, packages, the projects that it is built from. */
export function extractProject(document: SourceDocument, formats: Formats): Extraction {
  const { path } = document;
  const { value: root } = formats.xml(document.text);
  if (root?.name !== 'Project') return { facts: [], problems: [] };
  const facts: Fact[] = [];
  const detail: Record<string, string> = {};
  const references: string[] = [];
  const sdks = [attribute(root, 'Sdk')];
  let sdkRange = root.attributes.find(({ name }) => name === 'Sdk')?.valueRange ?? root.nameRange;
  for (const group of root.children) {
    if (group.name === 'Sdk') {
      sdks.push(attribute(group, 'Name'));
      sdkRange = group.attributes[0]?.valueRange ?? sdkRange;
    }
    if (group.name === 'PropertyGroup') for (const property of group.children) if (properties.has(property.name) && property.text !== '') detail[property.name] = property.text;
    if (group.name !== 'ItemGroup') continue;
    for (const item of group.children) {
      const include = item.attributes.find(({ name }) => name === 'Include' || name === 'Update');
      if (include === undefined) continue;
      if (item.name === 'ProjectReference') references.push(joinPath(folderOf(path), include.value.replaceAll('\\', '/').replace(/^\$\(MSBuildThisFileDirectory\)\/?/, '')));
      if (item.name === 'FrameworkReference') detail[`FrameworkReference ${include.value}`] = 'true';
      if (item.name === 'PackageReference') facts.push(packageFact(path, include.value, attribute(item, 'Version') ?? '', include.valueRange));
    }
  }
  const [sdk] = sdks.filter((name) => name !== undefined && !/Aspire\.AppHost\.Sdk|Microsoft\.Build\./.test(name));
  const host = sdks.some((name) => name?.startsWith('Aspire.AppHost.Sdk') === true) || detail['IsAspireHost'] === 'true';
  facts.push({
    kind: 'config', name: path.endsWith('.props') ? 'dotnet.props' : 'dotnet.project', value: { kind: 'literal', text: host ? 'aspire-host' : sdk?.split('/')[0] ?? '' },
    at: { path, range: sdkRange }, ...where, detail: { ...detail, references: references.join('|') },
  });
  return { facts, problems: [] };
}

/** `packages.config` of projects before the SDK's format. */
export function extractPackages(document: SourceDocument, formats: Formats): Extraction {
  const { value: root } = formats.xml(document.text);
  if (root?.name !== 'packages') return { facts: [], problems: [] };
  const facts = root.children.flatMap((item) => {
    const id = item.attributes.find(({ name }) => name === 'id');
    return item.name !== 'package' || id === undefined ? [] : [packageFact(document.path, id.value, attribute(item, 'version') ?? '', id.valueRange)];
  });
  return { facts, problems: [] };
}

function packageFact(path: string, name: string, version: string, range: Fact['at']['range']): Fact {
  return { kind: 'dependency', name: `nuget:${name.toLowerCase()}`, value: { kind: 'literal', text: version }, at: { path, range }, keyRange: range, ...where };
}

function attribute(element: XmlElement, wanted: string): string | undefined {
  return element.attributes.find(({ name }) => name === wanted)?.value;
}
