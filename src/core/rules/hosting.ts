import type { Fact } from '../model';
import type { ApplicationScope } from '../detectors/scope';
import type { RuleContext } from './rule';
import { literalOf } from './support';

/** Resources that run an application or stand in front of it, by their canonical type. */
const hosts = /^(?:aws_(?:ecs_service|instance|autoscaling_group|apprunner_service|elastic_beanstalk_environment|lightsail_container_service|lb)|google_cloud_run\w*|azurerm_\w*(?:web_app|app_service|container_app)|heroku_app|digitalocean_app)$/;

/** Statements by which somebody deploys, rather than offers an image for others to deploy. */
const deployingOrigins: readonly string[] = ['kubernetes', 'procfile', 'platform', 'cloud'];

/**
 * What proves that the application is deployed for users from this repository: a host in infrastructure code, the
 * web process on a platform or a cluster, the mode in a production env file. Where the default deployment is evaluated as production, an image counts too.
 */
export function deploymentProof({ scope, evaluation }: RuleContext): Fact | null {
  const isLive = ({ stage }: Fact): boolean => stage === 'production' || stage === 'staging';
  // Of several applications nobody knows whose a shared host is.
  const host = scope.find('resource').find((fact) => isLive(fact) && hosts.test(fact.name) && fact.detail?.['shared'] !== 'true');
  if (host !== undefined) return host;
  const started = scope.find('process', 'web').filter((fact) => isLive(fact) && (fact.origin !== 'procfile' || fact.at.path === scope.path('Procfile')));
  const imaged = evaluation === 'production' ? started.find(({ origin }) => origin === 'dockerfile' || origin === 'compose') : undefined;
  return started.find(({ origin }) => deployingOrigins.includes(origin)) ?? imaged ?? productionMode(scope) ?? null;
}

/** The line of a production env file by which a server learns that it is in production. Bundlers have files of that name, too, without it. */
function productionMode(scope: ApplicationScope): Fact | undefined {
  return scope.find('env').find((fact) => fact.origin === 'dotenv' && fact.stage === 'production' && /^(?:APP|RAILS|RACK|FLASK|DJANGO)_ENV$/.test(fact.name) && /^prod/i.test(literalOf(fact.value) ?? ''));
}

/** Files of hosts that deliver from the edge by themselves. */
const edgeFiles: readonly string[] = ['vercel.json', 'netlify.toml', 'wrangler.toml', 'wrangler.json', 'wrangler.jsonc', 'firebase.json', 'amplify.yml', 'staticwebapp.config.json', 'open-next.config.ts', 'sst.config.ts'];
/** Code of the application's own that speaks to a CDN: nobody purges one that is not there. */
const edgePath = /(?:^|[/_.-])(?:fastly|cloudfront|cloudflare|bunnycdn)(?:[/_.-]|$)/i;
const edgePackages = /^npm:(?:@vercel\/|@astrojs\/(?:vercel|netlify|cloudflare)$|@sveltejs\/adapter-(?:vercel|netlify|cloudflare)|@opennextjs\/|@netlify\/|@cloudflare\/|@react-router\/cloudflare|@remix-run\/(?:cloudflare|netlify|vercel)|wrangler$|sst$)|fastly|cloudfront|cloudflare|bunny-?cdn/i;
const edgeKeys = /(?:^|_)CDN(?:_|$)|CLOUDFRONT|FASTLY|BUNNY(?:CDN)?_|CLOUDFLARE_(?:ZONE|CDN|CACHE|API|PURGE|EMAIL)|(?:^|_)ASSETS?_(?:HOST|PREFIX|URL|DOMAIN)$/i;
const edgeValue = /cloudfront|fastlycache|cloudflare_|bunnycdn|^https?:\/\/cdn\./i;

/** What says that a CDN stands in front of the application already, though nothing here sets it up. */
export function edgeProof(scope: ApplicationScope): boolean {
  if (edgeFiles.some((file) => scope.hasFile(file)) || scope.files.some(({ path }) => edgePath.test(path))) return true;
  return scope.facts.some((fact) => {
    if (fact.stage === 'test') return false;
    if (fact.kind === 'resource') return /cloudfront|cloudflare|fastly|cdn|amplify_app|static_site|vercel|netlify/i.test(fact.name);
    if (fact.kind === 'dependency') return edgePackages.test(fact.name);
    if (fact.kind === 'env') return (edgeKeys.test(fact.name) && isGiven(fact)) || edgeValue.test(literalOf(fact.value) ?? '');
    return fact.kind === 'config' && ((fact.value.kind === 'env' && edgeKeys.test(fact.value.key)) || edgeValue.test(fact.name));
  });
}

function isGiven({ value }: Fact): boolean {
  if (value.kind === 'secret') return value.state === 'set';
  if (value.kind === 'env') return true;
  return !/^(?:|null|none|false|https?:\/\/localhost.*|https?:\/\/127\..*)$/i.test(literalOf(value)?.trim() ?? '');
}

/** A part that its own people use and the public does not. */
export function isInternal({ application }: ApplicationScope): boolean {
  return /(?:^|[-_/.])(?:admin(?:istration)?|back-?office|internal)(?:[-_/.]|$)/i.test(application.root);
}
