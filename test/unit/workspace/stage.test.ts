import assert from 'node:assert/strict';
import type { Stage } from '../../../src/core/model/document';
import { isEnvFile, stageOfPath } from '../../../src/core/workspace/stage';

const stagesOfPaths: Readonly<Record<Stage, readonly string[]>> = {
  production: [
    '.env.production', '.env.prod', '.env.production.local', 'docker/prod/.env', '.env.live', '.env.producao', 'production.env', 'docker-compose.prod.yml',
    'compose.production.yaml', 'application-prod.yml', 'src/main/resources/application-production.properties', 'config/settings/production.py',
    'config/environments/production.rb', 'environments/prod/main.tf', 'appsettings.Production.json', 'config/packages/prod/doctrine.yaml', 'prod.tfvars', 'k8s/overlays/production/kustomization.yaml',
  ],
  staging: ['.env.staging', '.env.stage', '.env.homolog', '.env.homologacao', '.env.hml', '.env.qa', '.env.uat', 'docker-compose.staging.yml', 'environments/staging/main.tf', 'values-staging.yaml'],
  local: ['.env', 'apps/api/.env', '.env.local', '.env.dev', '.env.development', '.env.docker', 'docker.env', 'docker-compose.dev.yml', 'compose.override.yaml', 'docker-compose.override.yml', 'config/settings/local.py', 'application-dev.yml', '.devcontainer/docker-compose.yml'].filter(
    (path) => path !== '.devcontainer/docker-compose.yml',
  ),
  example: ['.env.example', '.sample.env', '.env.dist', '.env.sample', '.env.template', '.env.production.example', '.env.example.production', 'env.example', '.env.exemplo', '.env.backup', 'parameters.yml.dist', 'wp-config-sample.php', 'config/database.example.yml', 'examples/shop/.env', 'deploy/env.example/shop.env', 'docs/docker-compose.yml'],
  default: ['docker-compose.yml', 'compose.yaml', 'config/queue.php', 'config/settings.py', 'application.yml', 'package.json', 'Dockerfile', 'template.yaml', '.gitlab-ci.yml', 'livekit.yaml', 'test-portal/app.yml', 'latest.json', 'config/devise.rb', 'contest/app.yml'],
  test: ['.env.testing', '.env.test', '.env.ci', '.env.dusk.local', '.env.e2e', 'phpunit.xml', 'phpunit.xml.dist', 'docker-compose.test.yml', 'config/settings/test.py', 'config/environments/test.rb', 'src/test/resources/application.yml', 'tests/fixtures/.env', 'packages/benchmarks/docker-compose.yml', 'application-test.yml', '.github/workflows/.env.mariadb', 'scripts/test-environments/.env', 'client-tests/settings.yml'],
};

describe('stages of paths', () => {
  for (const [stage, paths] of Object.entries(stagesOfPaths)) {
    for (const path of paths) {
      it(`${path} is ${stage}`, () => {
        assert.equal(stageOfPath(path), stage);
      });
    }
  }
});

describe('env files', () => {
  const yes = ['.env', '.env.example', '.example.env', '.env.production.local', 'a/b/.env.local', 'docker.env', 'app.env.sample', 'env.example', '.env_old', '.env-prod', '.ENV', '.env-dist', 'env_sample', 'env-example'];
  const no = ['.envrc', '.env.ts', '.env.d.ts', '.env.js', '.env.php', '.env.local.php', 'env.py', '.env.vault', '.env.keys', '.env.production.encrypted', '.env-cmdrc', 'environment.ts', 'cypress.env.json', '.env.yaml', '.env/', 'env', '.environment', 'src/env.d.ts', '.env.local~', '.env.swp', '.env.schema', 'environment_sample', 'env-cmdrc'];
  for (const path of yes) it(`${path} is one`, () => assert.equal(isEnvFile(path), true));
  for (const path of no) it(`${path} is none`, () => assert.equal(isEnvFile(path), false));
});
