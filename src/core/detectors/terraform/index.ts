import { emptyExtraction } from '../../model';
import { problemsAt } from '../facts';
import type { Detector } from '../detector';
import { plainVariables, terraformFacts, variableFacts } from './extract';
import { functionApplications } from './functions';
import { blocksOfJson } from './json';
import { relevantText } from './relevant';
import { environmentOfPath, resolveTerraform } from './resolve';

/** Terraform and OpenTofu: what exists, and what it sets for what it runs. */
export const terraform: Detector = {
  id: 'terraform',
  label: 'Terraform',
  files: [
    { match: /\.(?:tf|tofu)$/, example: 'infra/main.tf' },
    { match: /\.(?:tf|tofu)\.json$/, example: 'infra/main.tf.json' },
    { match: /\.tfvars$/, example: 'infra/prod.tfvars' },
  ],
  formats: (path) => (path.endsWith('.json') ? ['json'] : ['hcl', 'json']),
  extract(document, formats) {
    const { path, text } = document;
    if (!(path.endsWith('.tfvars') ? /=/ : telling).test(text)) return emptyExtraction;
    const stage = environmentOfPath(path);
    const isCode = !path.endsWith('.json') && !path.endsWith('.tfvars');
    const wanted = isCode ? relevantText(text) : text;
    if (isCode && !telling.test(wanted)) return emptyExtraction;
    if (isCode && !/^[ \t]*(?:resource|module|locals)\b/m.test(wanted)) return { facts: plainVariables(path, stage, wanted), problems: [] };
    const parsed = path.endsWith('.json') ? formats.json(text) : formats.hcl(wanted);
    const root = 'blocks' in parsed.value ? parsed.value : blocksOfJson(parsed.value);
    const facts = path.endsWith('.tfvars') ? variableFacts(path, stage, root) : terraformFacts(path, stage, root, formats);
    // A problem in what was cut is the cut's.
    return { facts, problems: wanted === text ? problemsAt(path, parsed.problems) : [] };
  },
  resolve: resolveTerraform,
  fallbackApplications: functionApplications,
};

/** Anything but outputs, providers and back ends. */
const telling = /^[ \t]*(?:resource|module|variable|locals)\b|"(?:resource|module|variable|locals)"/m;
