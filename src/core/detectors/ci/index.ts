import type { Fact, SourceDocument } from '../../model';
import type { Detector } from '../detector';

/** Runners of tests by their commands, and task runners that are told to test. */
const tests = [
  /\b(?:npm|yarn|pnpm|bun)(?: run)? (?:test|check)\b/,
  /\b(?:phpunit|paratest|pest|pytest|tox|nox|rspec|vitest|jest|ctest)\b|\bartisan test\b|\brails test\b|\bmanage\.py test\b/,
  /\b(?:go|dotnet|mix|cargo|deno|swift|sbt|lein|bazel|playwright) (?:test|nextest)\b|\bcargo nextest\b|\bcypress run\b|\bcypress-io\/github-action\b/,
  /\bmvnw?\b[^\n]{0,200}\b(?:test|verify|package|install)\b|\bgradlew?\b[^\n]{0,200}\b(?:test|check|build)\b/,
  /\b(?:make|just|task|rake|earthly|nx|turbo|lerna|composer|bundle exec)\b[^\n]{0,120}\b(?:tests?|check|ci|verify)\b|\bbin\/ci\b/,
] as const;

/** What brings a build to where it runs: images that are pushed, and the deployments of each platform. */
const deployments = [
  /\bdocker push\b|\bdocker(?: buildx)? build\b[^\n]{0,400}--push\b|\bdocker\/build-push-action\b|\bkaniko\b|\bbuildah push\b/,
  /\baws-actions\/amazon-ecs-deploy-task-definition\b|\baws (?:ecs update-service|s3 sync|lambda update-function-code|deploy create-deployment|cloudformation deploy|apprunner start-deployment)\b|\bbeanstalk-deploy\b/,
  /\b(?:eb|sam|cdk|sst|serverless|sls|copilot|vapor|kamal|dep|fly|flyctl|netlify|firebase|wrangler|railway|cap \w+|mina \w*)\s+(?:\w+\s+)?(?:deploy|up)\b|\bvercel\b[^\n]{0,80}--prod\b/,
  /\bterraform apply\b|\btofu apply\b|\bpulumi up\b|\bkubectl (?:apply|set image|rollout)\b|\bhelm upgrade\b|\bargocd app (?:sync|set)\b|\bansible-playbook\b/,
  /\bsuperfly\/flyctl-actions\b|\bamondnet\/vercel-action\b|\bcloudflare\/(?:wrangler|pages)-action\b|\bazure\/(?:webapps-deploy|k8s-deploy|container-apps-deploy-action)\b|\bgoogle-github-actions\/deploy-|\bheroku-deploy\b|\bgit push (?:heroku|dokku)\b/i,
  /\bgcloud (?:run|app|functions) deploy\b|\baz (?:webapp|containerapp|functionapp)\b[^\n]{0,80}\b(?:deploy|up|update)\b/,
  /\bappleboy\/(?:ssh|scp)-action\b|\bssh-deploy\b|\bFTP-Deploy-Action\b|\bforge\.laravel\.com\/servers\b|\benvoyer\.io\/deploy\b|\bploi\.io\b|\brsync\b[^\n]{0,200}\w@|\bssh\b[^\n]{0,120}\w@[^\n]{0,200}\b(?:pull|restart|up|deploy)\b/,
] as const;

/** Continuous integration: which pipelines test and which deploy. They say nothing of what the application needs. */
export const ci: Detector = {
  id: 'ci',
  label: 'CI pipelines',
  files: [
    { match: /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/, example: '.github/workflows/deploy.yml' },
    { match: /^(?:\.gitlab-ci|bitbucket-pipelines|azure-pipelines|buildspec|\.travis|\.drone|\.woodpecker|cloudbuild|appveyor)\.ya?ml$/, example: '.gitlab-ci.yml' },
    { match: /^(?:\.circleci\/config|\.woodpecker\/[^/]+|\.buildkite\/[^/]+|\.semaphore\/[^/]+)\.ya?ml$/, example: '.circleci/config.yml' },
    { match: /^Jenkinsfile$/, example: 'Jenkinsfile' },
  ],
  formats: () => [],
  extract(document) {
    return { facts: [...first(document, 'ci.tests', tests), ...first(document, 'ci.deploys', deployments)], problems: [] };
  },
};

/** The first line of the pipeline, comments aside, that one of the patterns is about. */
function first({ path, text }: SourceDocument, name: string, patterns: readonly RegExp[]): readonly Fact[] {
  let offset = 0;
  for (const line of text.split('\n')) {
    const found = /^\s*(?:#|\/\/)/.test(line) ? undefined : patterns.map((pattern) => pattern.exec(line)).find((match) => match !== null);
    if (found !== undefined && found !== null) {
      const start = offset + found.index;
      return [{ kind: 'code', name, value: { kind: 'none' }, at: { path, range: { start, end: start + found[0].length } }, stage: 'default', origin: 'ci' }];
    }
    offset += line.length + 1;
  }
  return [];
}
