import type { Fact } from '../../model';
import { replaceLiteral } from '../edits';
import { references } from '../references';
import { defineRule } from '../rule';
import { effectiveEnv, literalOf } from '../support';

interface Mode {
  readonly key: string;
  /** Frameworks that read it; others carry it for nothing. */
  readonly frameworks: RegExp;
  readonly production: string;
}

/** Variables by which frameworks are told the mode they run in, and their word for production. */
const modes: readonly Mode[] = [
  { key: 'ASPNETCORE_ENVIRONMENT', frameworks: /^(?:aspnetcore|blazor)$/, production: 'Production' },
  { key: 'DOTNET_ENVIRONMENT', frameworks: /^(?:aspnetcore|blazor|dotnet-worker)$/, production: 'Production' },
  { key: 'NODE_ENV', frameworks: /^(?:express|nestjs|fastify|koa|hapi|next|nuxt|remix|react-router|sveltekit|adonis|strapi|medusa|directus|keystone|socket\.io|hono|sails|feathers|node)$/, production: 'production' },
  { key: 'RAILS_ENV', frameworks: /^rails$/, production: 'production' },
  { key: 'RACK_ENV', frameworks: /^(?:rails|sinatra|rack|hanami|grape)$/, production: 'production' },
  { key: 'APP_ENV', frameworks: /^(?:symfony|laravel|lumen)$/, production: 'production' },
  { key: 'FLASK_ENV', frameworks: /^flask$/, production: 'production' },
  { key: 'MIX_ENV', frameworks: /^(?:phoenix|plug)$/, production: 'prod' },
  { key: 'ADONIS_ENV', frameworks: /^adonis$/, production: 'production' },
];
const development = /^(?:development|dev|local)$/i;
/** What a deployment itself sets. A file of variables whose name says nothing is a developer's as often as not. */
const deploying: readonly string[] = ['dockerfile', 'compose', 'cloud', 'kubernetes', 'kubernetes-base', 'platform'];

export const wrongEnvMode = defineRule({
  id: 'config/wrong-env-mode',
  domain: 'config',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'compute',
  service: 'fargate',
  fix: 'suggestion',
  title: { en: 'Production runs in development mode', 'pt-br': 'A produção roda em modo de desenvolvimento' },
  messages: {
    mode: {
      en: '{key} is “{value}” in a deployment for production: errors show their stack traces, caches are off, and code is compiled or watched on every request.',
      'pt-br': '{key} é “{value}” em um deploy de produção: os erros mostram a pilha de chamadas, os caches ficam desligados e o código é compilado ou vigiado a cada requisição.',
    },
  },
  docs: {
    checks: {
      en: 'An image, a production compose file, a cluster, a platform’s file or infrastructure code sets the mode of its framework to development: `ASPNETCORE_ENVIRONMENT`, `DOTNET_ENVIRONMENT`, `NODE_ENV`, `RAILS_ENV`, `RACK_ENV`, `APP_ENV`, `FLASK_ENV` or `MIX_ENV`. Only the value that decides in production is judged.',
      'pt-br': 'Uma imagem, um compose de produção, um cluster, o arquivo de uma plataforma ou código de infraestrutura define o modo do framework como desenvolvimento: `ASPNETCORE_ENVIRONMENT`, `DOTNET_ENVIRONMENT`, `NODE_ENV`, `RAILS_ENV`, `RACK_ENV`, `APP_ENV`, `FLASK_ENV` ou `MIX_ENV`. Só é julgado o valor que decide em produção.',
    },
    why: {
      en: 'One variable switches everything that a framework does for developers: ASP.NET Core shows the developer exception page and reads user secrets, Express prints stack traces, Rails and Symfony reload code, skip caches and open a profiler. Visitors wait several times longer and see paths, queries and configuration.',
      'pt-br': 'Uma variável liga tudo o que o framework faz para desenvolvedores: o ASP.NET Core mostra a página de exceção e lê user secrets, o Express imprime pilhas de chamadas, o Rails e o Symfony recarregam código, ignoram caches e abrem um profiler. O visitante espera várias vezes mais e enxerga caminhos, consultas e configuração.',
    },
    bad: [
      {
        files: {
          'Clinic.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    <TargetFramework>net9.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n',
          'Program.cs': 'var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.MapGet("/", () => "ok");\napp.Run();\n',
          Dockerfile: 'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nWORKDIR /app\nCOPY out .\nENV ASPNETCORE_ENVIRONMENT=Development\nENTRYPOINT ["dotnet", "Clinic.dll"]\n',
        },
      },
    ],
    good: [
      {
        files: {
          'Clinic.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    <TargetFramework>net9.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n',
          'Program.cs': 'var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.MapGet("/", () => "ok");\napp.Run();\n',
          Dockerfile: 'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nWORKDIR /app\nCOPY out .\nENTRYPOINT ["dotnet", "Clinic.dll"]\n',
        },
      },
    ],
    aboutFix: {
      en: 'The edit sets the word for production. Settings that only the development file has (connection strings, seeds) must exist for production as well: try it in staging.',
      'pt-br': 'A edição define a palavra de produção. Configurações que só existem no arquivo de desenvolvimento (connection strings, seeds) precisam existir também em produção: teste em staging.',
    },
  },
  references: [references.twelveFactorConfig, { label: 'ASP.NET Core: environments', url: 'https://learn.microsoft.com/aspnet/core/fundamentals/environments' }, { label: 'Express: set NODE_ENV to production', url: 'https://expressjs.com/en/advanced/best-practice-performance.html#set-node_env-to-production' }],
  check({ scope, report, textOf }) {
    const own = modes.filter(({ frameworks }) => frameworks.test(scope.application.framework));
    if (own.length === 0) return 'not-applicable';
    for (const { key, production } of own) {
      const fact = effectiveEnv(scope, key);
      if (fact === undefined || !isDeployed(fact) || !development.test(literalOf(fact.value) ?? '')) continue;
      report({
        at: fact.at,
        stage: fact.stage,
        messageId: 'mode',
        data: { key, value: literalOf(fact.value) ?? '' },
        edits: [{ title: { en: 'Set it to production', 'pt-br': 'Definir como produção' }, edits: replaceLiteral(textOf(fact.at.path), fact.at, development, scope.application.framework === 'symfony' ? 'prod' : production) }],
      });
    }
  },
});

function isDeployed({ stage, origin }: Fact): boolean {
  return (stage === 'production' || stage === 'staging') && deploying.includes(origin);
}
