import { replaceLiteral } from '../edits';
import { jvmValue } from '../jvmSettings';
import { references } from '../references';
import { defineRule } from '../rule';
import { springExample } from '../springExample';
import { dependency, literalOf } from '../support';

/** Endpoints that give away memory or configuration, or change the process (Spring Boot reference, read 2026-11). */
const telling = /^(?:\*|heapdump|env|configprops|threaddump|shutdown|jolokia|logfile|httpexchanges|loggers)$/;

const starters = springExample('spring-boot-starter-web', 'spring-boot-starter-actuator');

export const actuatorExposed = defineRule({
  id: 'net/actuator-exposed',
  domain: 'net',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'monitoring',
  service: 'cloudwatch',
  fix: 'suggestion',
  title: { en: 'Spring Boot’s actuator is open to visitors', 'pt-br': 'O actuator do Spring Boot está aberto aos visitantes' },
  messages: {
    open: {
      en: 'The actuator publishes “{endpoints}” on the port of the application, and nothing asks for a sign-in: anybody can download the memory of the process with its secrets, or read its configuration.',
      'pt-br': 'O actuator publica “{endpoints}” na porta da aplicação, e nada pede login: qualquer um pode baixar a memória do processo com os segredos, ou ler a configuração.',
    },
  },
  docs: {
    checks: {
      en: 'Spring Boot with its actuator publishes every endpoint over HTTP (`management.endpoints.web.exposure.include=*`), or one that gives away memory or configuration (`heapdump`, `env`, `configprops`, `loggers` …), on the port of the application (`management.server.port` is not set), and Spring Security is not installed. Where it is, its rules decide, and nothing is reported.',
      'pt-br': 'O Spring Boot com actuator publica todos os endpoints por HTTP (`management.endpoints.web.exposure.include=*`), ou um que entrega memória ou configuração (`heapdump`, `env`, `configprops`, `loggers` …), na porta da aplicação (`management.server.port` não está definida), e o Spring Security não está instalado. Onde está, as regras dele decidem, e nada é apontado.',
    },
    why: {
      en: '`/actuator/heapdump` is a file with everything that the process remembers: database passwords, AWS credentials, sessions of users. Scanners ask every address for it. A load balancer needs `health`, a collector needs `prometheus`; the rest belongs on a port that no listener forwards to.',
      'pt-br': '`/actuator/heapdump` é um arquivo com tudo o que o processo lembra: senhas do banco, credenciais da AWS, sessões de usuários. Scanners pedem isso a todo endereço. Um balanceador precisa de `health`, um coletor precisa de `prometheus`; o resto deve ficar em uma porta para a qual nenhum listener encaminha.',
    },
    bad: [{ files: { ...starters, 'src/main/resources/application.properties': 'management.endpoints.web.exposure.include=*\n' } }],
    good: [{ files: { ...starters, 'src/main/resources/application.properties': 'management.endpoints.web.exposure.include=health,info,prometheus\n' } }],
    aboutFix: {
      en: 'The edit publishes `health` and `info` alone; add `prometheus` if something collects it. For the others set `management.server.port` to a port that stays inside the VPC.',
      'pt-br': 'A edição publica só `health` e `info`; acrescente `prometheus` se algo o coleta. Para os demais, defina `management.server.port` com uma porta que fique dentro da VPC.',
    },
  },
  references: [{ label: 'Spring Boot: exposing endpoints', url: 'https://docs.spring.io/spring-boot/reference/actuator/endpoints.html#actuator.endpoints.exposing' }, references.securityGroups],
  check({ scope, report, textOf }) {
    if (dependency(scope, 'maven:org.springframework.boot:spring-boot-starter-actuator') === undefined) return 'not-applicable';
    const isGuarded = scope.find('dependency').some(({ name, stage }) => stage !== 'test' && /spring-boot-starter-(?:security|oauth2)|:spring-security-(?:config|web)|:spring-boot-admin-starter-server/.test(name));
    if (isGuarded || jvmValue(scope, 'management.server.port', 'MANAGEMENT_SERVER_PORT') !== undefined) return;
    const exposure = jvmValue(scope, 'management.endpoints.web.exposure.include', 'MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE');
    const open = exposure?.text.split(',').map((name) => name.trim().replace(/^["']|["']$/g, '')).filter((name) => telling.test(name)) ?? [];
    if (exposure === undefined || open.length === 0) return;
    const excluded = literalOf(scope.find('config', 'jvm:management.endpoints.web.exposure.exclude')[0]?.value) ?? '';
    if (/heapdump/.test(excluded) && /env/.test(excluded)) return;
    const { fact } = exposure;
    report({
      at: fact.at,
      stage: fact.stage,
      messageId: 'open',
      data: { endpoints: open.join(', ') },
      edits: [{ title: { en: 'Publish health and info only', 'pt-br': 'Publicar só health e info' }, edits: replaceLiteral(textOf(fact.at.path), fact.at, /^\*$/, 'health,info') }],
    });
  },
});
