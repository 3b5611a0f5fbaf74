/**
 * Files that ask for a pack of detectors: their patterns, here in one place so that a pack is loaded only when it has
 * something to read. Written by `test/unit/detectors/triggers.test.ts` with UPDATE=1.
 */
export const triggers = {
  cloud: [
    /(^|\/)[^/]*(?:cdk|infra|stacks?|constructs?|iac|deploy|backend|cloud|aws)[^/]*\/(?:[^/]+\/)*[^/]+(?<!\.d)\.(?:[cm]?ts|js|py)$/i,
    /(^|\/)(?:lib|bin)\/[^/]+(?<!\.d)\.ts$/,
    /(^|\/)[^/]*(?:stack|construct|cdk)[^/]*(?<!\.d)\.(?:[cm]?ts|js|py)$/i,
    /(^|\/)([\w.-]*(template|cloudformation|stack|cfn|sam)[\w.-]*|cloudformation\/.+|cfn\/.+)\.(ya?ml|json|template)$|(^|\/)cdk\.out\/[^/]+\.template\.json$/i,
    /(^|\/)[^/]*(?:k8s|kube|kustom|helm|chart|manifest|deploy|overlay|argo|gitops|flux|cluster|infra|ops|rancher|openshift|knative|base|templates)[^/]*\/(?:[^/]+\/)*[^/]+\.ya?ml$/i,
    /(^|\/)[^/]*(?:k8s|kube|deployment|statefulset|daemonset|cronjob|configmap|config-map|service|ingress|secret|job|pod|app|web|api|worker|redis|postgres|mysql|mongo|rabbit|kafka)[^/]*\.ya?ml$/i,
    /(^|\/)(values[\w.-]*|Chart)\.ya?ml$/,
    /(^|\/)templates\/[^/]+\.tpl$/,
    /(^|\/)(?:Pulumi|Main)\.ya?ml$/,
    /\.(?:tf|tofu)$/,
    /\.(?:tf|tofu)\.json$/,
    /\.tfvars$/,
  ],
  dotnet: [
    /\.(?:cs|fs|vb)proj$|(^|\/)Directory\.Build\.props$/,
    /(^|\/)packages\.config$/,
    /(^|\/)(?:appsettings(?:\.[\w-]+)*|logging(?:\.\w+)?|serilog(?:\.\w+)?|local\.settings|connectionstrings|dataSettings|config\/appsettings)\.json$/i,
    /(^|\/)(?:Program|AppHost)\.cs$/,
  ],
  elixir: [
    /(^|\/)mix\.exs$/,
  ],
  go: [
    /(^|\/)go\.mod$/,
    /^[\w.-]+\.go$|(^|\/)(?:main|app|server|httpd|http|serve|web|api)\.go$|(^|\/)cmd\/(?:[\w.-]+\/){0,3}[\w.-]+\.go$/,
  ],
  jvm: [
    /(^|\/)[\w.-]+\.gradle(?:\.kts)?$/,
    /(^|\/)gradle\/[\w.-]+\.versions\.toml$/,
    /(^|\/)(application|bootstrap|microprofile-config)(?:-([\w.-]+?))?\.(properties|ya?ml)(?:[._-](example|sample|template|dist|tpl))?$/i,
    /(^|\/)(?:src\/main\/resources\/(?:shared|config-repo|configs?|configurations?|cloud-config|properties)|config-repo|cloud-config|config-data)\/([a-z][\w-]*?)(?:-(dev|local|prod|production|test|docker|staging|default))?\.(properties|ya?ml)$/,
    /(^|\/)(?:(?:src\/(?:main|jvmMain)\/)?resources|conf)\/application(?:[.-](prod|production|dev|local|test|docker))?\.conf$/,
    /(^|\/)(?:src\/(?:main|jvmMain)\/(?:java|kotlin|groovy|scala)|src\/jvm|jvm\/src|src)\/(?:[^/]+\/)*\w*(?:App|Application|Main|main|Bootstrap|Starter|Server|Launcher|Boot|Run|Runner|Verticle)\w{0,4}\.(?:java|kt|groovy|scala)$/,
    /(^|\/)WEB-INF\/web\.xml$/,
    /(^|\/)(?:logback|log4j2?)(?:-spring|-prod|-production)?\.xml$/,
    /(^|\/)pom\.xml$/,
  ],
  node: [
    /(^|\/)schema\.prisma$|(^|\/)prisma\/(?:[^/]+\/)?[^/]+\.prisma$/,
    /(^|\/)deno\.jsonc?$/,
    /(^|\/)vercel\.json$/,
    /(^|\/)env-(?:example|sample)(?:-[\w-]+)?$/,
    /(^|\/)drizzle(\.\w+)?\.config\.[cm]?[jt]s$/,
    /(^|\/)knexfile\.[cm]?[jt]s$/,
    /(^|\/)(ormconfig(\.\w+)?\.([cm]?[jt]s|json)(\.(example|sample|dist))?|(typeorm|data-source|datasource)(\.config)?\.[cm]?[jt]s)$/,
    /(^|\/)mikro-orm(\.\w+)*\.config\.[cm]?[jt]s$|(^|\/)mikro-orm\.config\.[cm]?[jt]s$/,
    /(^|\/)(config|sequelize|db|database)\/config\.(json|js|cjs|ts)$/,
    /(^|\/)config\/database\.[jt]s$/,
    /(^|\/)config\/(env\/production\/)?(session|drive|mail|queue|cache|plugins|hash|limiter)\.[jt]s$/,
    /(^|\/)medusa-config\.[jt]s$/,
    /(^|\/)next\.config\.[cm]?[jt]s$/,
    /(^|\/)nuxt\.config\.[cm]?[jt]s$/,
    /(^|\/)package\.json$/,
  ],
  php: [
    /(^|\/)composer\.(json|lock)$/,
    /(^|\/)(?:config|app\/Config)\/(app|broadcasting|cache|database|filesystems|logging|mail|queue|reverb|scout|services|session|sentry)\.php$/,
    /^(?:[^/]+\/){0,4}(?:(?:config|app\/Config|application\/config|inc|includes?|protected\/config|app\/etc|src|lib|core|user|admin|sites\/[\w.-]+)\/)?(?:(?:app|app\.default|app_local|app_local\.example|db|database|main|main-local|common|common-local|web|console|env|local|global|settings[\w.]*|params|Database|Cache|Session|Email|email|index|config[\w.-]*|[\w-]*config|configuration|conexao|conectar?|conecta|connect(?:ion)?|conn|dbconn|db_connect(?:ion)?|dbconnect(?:ion)?|constants|bootstrap|init|autoload\.local))(?:\.inc)?\.php(?:\.(?:dist|example|sample))?$/,
    /^(?:[^/]+\/){0,5}(?:\w*(?:Database|Connection|Conexao|PDO)\w*|D[bB])(?:\.class)?\.php$/,
    /(^|\/)config\/(?:\w+\/)?packages\/(?:[\w-]+\/)?[\w-]+\.ya?ml$|(^|\/)app\/config\/(?:config|parameters)(?:_[a-z]+)?\.ya?ml(?:\.dist)?$/,
    /(^|\/)config\/(?:\w+\/)?packages\/(?:[\w-]+\/)?[\w-]+\.php$|(^|\/)app\/config\/config(?:_[a-z]+)?\.php$/,
    /(^|\/)config\/services\.(?:php|ya?ml)$/,
    /(^|\/)(wp-config[\w.-]*\.php|config\/application\.php|config\/environments\/\w+\.php)$/,
  ],
  python: [
    /(^|\/)(?:(?:\w*_)?settings(?:_\w+)?|configuration(?:_\w+)?|settings\/(?:[\w-]+\/)?[\w-]+(?:\.dist)?|(?:conf|config|docker)\/(?:settings\/)?[\w-]+)\.py(?:\.(?:example|sample|dist|tpl|template)|\.(?:prod|production|dev)\.(?:example|sample|dist))?$/,
    /(^|\/)(?:[\w.-]*requirements[\w.-]*|requirements\/[\w.-]+)\.(?:txt|in|pip)$/,
    /(^|\/)pyproject\.toml$/,
    /(^|\/)Pipfile$/,
    /(^|\/)log(?:ging|ger|s)?[_-]?conf(?:ig)?[\w.-]*\.(?:json|ya?ml|ini|conf)$|(^|\/)logging\.(?:json|ya?ml|ini|conf)(?:\.(?:sample|example|dist))?$/,
    /^(?!(?:.*\/)?(?:tests?|migrations|node_modules|docs?)\/)(?:(?:[\w.-]+\/){0,4}(?:main|app|apps|application|wsgi|asgi|server|run|api|api_v\d|factory|web|webapp|webserver|service|index|handler|lambda_function|registrar|bootstrap|startup|\w+_(?:app|api|server|service))\.py|(?:[\w.-]+\/){1,2}__init__\.py)$/,
    /(^|\/)alembic\.ini$/,
  ],
  ruby: [
    /(^|\/)(?:Gemfile|gems\.rb)$/,
    /(^|\/)(?:Gemfile|gems)\.(?:lock|locked)$/,
    /(^|\/)[\w.-]+\.gemspec$/,
    /(^|\/)config\.ru$/,
    /(^|\/)(?:app|main|server|web|application)\.rb$/,
    /(^|\/)config\/application\.rb$/,
  ],
  rust: [
    /(^|\/)Cargo\.toml$/,
  ],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;

export type PackId = keyof typeof triggers;
