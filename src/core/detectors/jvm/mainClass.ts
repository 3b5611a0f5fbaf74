import type { Extraction, SourceDocument } from '../../model';
import { code, firstInCode } from './code';

/** Files whose name is that of a class that starts an application, by custom. */
export const mainClassFile = /(^|\/)(?:src\/(?:main|jvmMain)\/(?:java|kotlin|groovy|scala)|src\/jvm|jvm\/src|src)\/(?:[^/]+\/)*\w*(?:App|Application|Main|main|Bootstrap|Starter|Server|Launcher|Boot|Run|Runner|Verticle)\w{0,4}\.(?:java|kt|groovy|scala)$/;

const mains: readonly (readonly [string, RegExp])[] = [
  ['spring', /@SpringBootApplication\b|@EnableAutoConfiguration\b|\bSpringApplication\.run\s*\(|\bnew\s+SpringApplication(?:Builder)?\s*\(|\brunApplication\s*</],
  ['quarkus', /@QuarkusMain\b|\bQuarkus\.run\s*\(/],
  ['micronaut', /\bMicronaut\.(?:run|build)\s*\(|\brun\s*<\w+>\s*\(\s*\*?args|\bMicronautLambdaHandler\b|\bbuild\s*\(\s*\*?args\s*\)/],
  // A server that is one command of a program.
  ['micronaut-command', /\bnew\s+MicronautFactory\s*\(/],
  ['ktor', /\bembeddedServer\s*\(|\bEngineMain\.main\b|\bEngineMain\b|\bfun\s+Application\.\w*[mM]odule\b/],
  ['dropwizard', /\bextends\s+Application<|:\s*Application<\w+>\s*\(\)/],
  ['javalin', /\bJavalin\.(?:create|start)\s*\(/],
  ['vertx', /(?<!abstract )\bclass\s+\w+\s+extends\s+\w*Verticle(?:Base)?\b|\bVertx\.vertx\s*\(|\bclass\s+\w+\s*(?:\([^)\n]{0,200}\)\s*)?:\s*\w*Verticle\s*\(/],
  ['http4k', /\.asServer\s*\(/],
  ['plain', /\bstatic\s+void\s+main\s*\(|\bfun\s+main\s*\(|\bdef\s+main\s*\(|\bextends\s+(?:App|IOApp(?:\.Simple)?|ZIOAppDefault)\b/],
];

const hint = /SpringBootApplication|EnableAutoConfiguration|SpringApplication|runApplication|Quarkus|Micronaut|embeddedServer|EngineMain|fun Application\.|Application<|Javalin\.|Vert|asServer|\bmain\s*\(|extends (?:App|IOApp|ZIOAppDefault)\b/;

/** The class that starts an application, by what it calls. */
export function extractMainClass({ path, text }: SourceDocument): Extraction {
  if (/(^|\/)src\/\w*[tT]est\w*\//.test(path) || !hint.test(text)) return { facts: [], problems: [] };
  const facts = mains.flatMap(([name, pattern]) => {
    const found = firstInCode(pattern, text);
    return found === null ? [] : [code(path, `jvm.main.${name}`, found)];
  });
  return { facts, problems: [] };
}
