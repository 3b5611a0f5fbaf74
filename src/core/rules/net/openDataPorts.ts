import type { SourceLocation } from '../../model';
import { publishedPortsOf, type PublishedPort } from '../composePorts';
import { deploysServers } from '../composeDeployment';
import { containersOf, keepsData } from '../containers';
import { references } from '../references';
import { defineRule } from '../rule';
import { byDocument } from '../support';

export const openDataPorts = defineRule({
  id: 'net/open-data-ports',
  domain: 'net',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: null,
  service: 'vpc',
  fix: 'suggestion',
  title: { en: 'A data store is published to every network', 'pt-br': 'Um banco ou cache é publicado em todas as redes' },
  messages: {
    published: {
      en: '{technology} is published on port {port} of every network interface, past the firewall of the host: on a server with a public address the internet reaches it.',
      'pt-br': 'O {technology} é publicado na porta {port} de todas as interfaces de rede, passando por cima do firewall da máquina: em um servidor com endereço público, a internet o alcança.',
    },
  },
  docs: {
    checks: {
      en: 'A compose file for production publishes the port of a database, cache, queue or search engine without an address, or on `0.0.0.0`, beside an application that it keeps running. Development files are ignored, and so are ports bound to `127.0.0.1` or a private address, a host side that only a variable knows, and `expose:`.',
      'pt-br': 'Um compose de produção publica a porta de um banco, cache, fila ou busca sem endereço, ou em `0.0.0.0`, ao lado de uma aplicação que ele mantém no ar. Arquivos de desenvolvimento são ignorados, assim como portas presas a `127.0.0.1` ou a um endereço privado, um lado da máquina que só uma variável conhece, e `expose:`.',
    },
    why: {
      en: 'Docker writes its own firewall rules, so `ufw` does not stop a published port. Scanners find open databases within minutes; a Redis without a password lets anybody run code. Containers of the same compose network reach each other by service name and need no published port. On AWS the store stands in a private subnet, and its security group admits the application only.',
      'pt-br': 'O Docker escreve as próprias regras de firewall, portanto o `ufw` não barra uma porta publicada. Scanners encontram bancos abertos em minutos; um Redis sem senha permite executar código. Contêineres da mesma rede do compose se alcançam pelo nome do serviço e não precisam de porta publicada. Na AWS, o banco fica em uma sub-rede privada, e o security group dele só admite a aplicação.',
    },
    bad: [{ files: { 'compose.prod.yaml': 'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n  db:\n    image: postgres:17\n    ports:\n      - "5432:5432"\n' } }],
    good: [{ files: { 'compose.prod.yaml': 'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n  db:\n    image: postgres:17\n    ports:\n      - "127.0.0.1:5432:5432"\n' } }],
    aboutFix: {
      en: 'The edit binds the port to `127.0.0.1`, so that an administrator can still reach it through an SSH or Session Manager tunnel. If nobody does, remove the entry.',
      'pt-br': 'A edição prende a porta a `127.0.0.1`, de modo que um administrador ainda a alcança por um túnel SSH ou do Session Manager. Se ninguém usa, remova a entrada.',
    },
  },
  references: [references.dockerPorts, references.securityGroups],
  check(context) {
    const stores = containersOf(context.scope.find('container')).filter((container) => keepsData(container));
    if (stores.length === 0) return 'not-applicable';
    const files = byDocument(context.scope.find('container').filter(({ origin }) => origin === 'compose'));
    for (const { fact, technology } of stores) {
      if (fact.stage !== 'production' && fact.stage !== 'staging') continue;
      if (!deploysServers(context.scope, fact.at.path, files.get(fact.at.path) ?? [])) continue;
      const text = context.textOf(fact.at.path);
      for (const port of publishedPortsOf(fact, text)) {
        if (!port.everywhere) continue;
        context.report({
          at: placeOf(fact.at, port),
          stage: fact.stage,
          messageId: 'published',
          data: { technology: technology ?? fact.name, port: port.published },
          edits: [{ title: { en: 'Publish on 127.0.0.1 only', 'pt-br': 'Publicar só em 127.0.0.1' }, edits: editOf(fact.at.path, port) }],
        });
      }
    }
  },
});

function placeOf(container: SourceLocation, port: PublishedPort): SourceLocation {
  return port.range === null ? container : { path: container.path, range: port.range };
}

function editOf(path: string, { range, addressRange }: PublishedPort): readonly { path: string; range: { start: number; end: number }; newText: string }[] {
  if (range === null) return [];
  if (addressRange !== null) return [{ path, range: addressRange, newText: '127.0.0.1' }];
  return [{ path, range: { start: range.start, end: range.start }, newText: '127.0.0.1:' }];
}
