import { message } from '../../l10n/localized';
import { drawPart, onWeb } from '../parts';
import { flows } from '../labels';
import { ids } from '../plan';
import { placeMediaServers } from '../placers/media';
import { isMediaServer } from '../stacks';
import { decide, decideOnServer, decideOutside, isOutside, keepOnAws, linkConsumers, type NeedMapping } from './mapping';

export const video: NeedMapping = {
  need: 'video',
  place(plan, need, phase) {
    const kept = plan.choices.video === 'ec2' ? null : keepOnAws(plan, need);
    if (kept !== null) {
      linkConsumers(plan, need, kept, flows.api);
      plan.graph.edge(ids.users, kept, 'request', flows.media);
      return;
    }
    if (isOutside(need) && plan.choices.video !== 'ec2') {
      drawPart(plan, need);
      decideOutside(plan, need, ['chime-sdk', 'ec2']);
      return;
    }
    if (phase === 'lift-and-shift') {
      drawPart(plan, need);
      decideOnServer(plan, need, ['chime-sdk', 'kinesis-video-streams']);
      return;
    }
    const forwards = isMediaServer(need.technology);
    const servers = placeMediaServers(plan, need, forwards ? 'sfu' : 'turn');
    plan.graph.edge(ids.users, servers, 'request', flows.media);
    if (forwards) plan.graph.edge(ids.web(need.application), servers, 'event', { en: 'signalling', 'pt-br': 'sinalização' });
    else onWeb(plan, need);
    decide(
      plan,
      need,
      'ec2',
      forwards
        ? {
            en: 'Media is UDP on many ports with steady processor use: instances with public addresses near the users carry it; functions, API Gateway and application load balancers do not.',
            'pt-br': 'Mídia é UDP em muitas portas com uso constante de processador: instâncias com endereço público perto dos usuários dão conta; funções, API Gateway e balanceadores de aplicação não.',
          }
        : {
            en: 'Calls go from browser to browser; only those behind strict firewalls need a relay (TURN), which is UDP on instances with public addresses.',
            'pt-br': 'As chamadas vão de navegador a navegador; só as que estão atrás de firewalls restritivos precisam de retransmissão (TURN), que é UDP em instâncias com endereço público.',
          },
      ['chime-sdk', 'kinesis-video-streams'],
    );
    plan.graph.note(
      message({
        en: 'Signalling may go through the load balancer or API Gateway; the media itself never does. Latency and where the streams may travel decide the Region.',
        'pt-br': 'A sinalização pode passar pelo balanceador ou pelo API Gateway; a mídia em si, nunca. A latência e por onde os fluxos podem trafegar decidem a Região.',
      }),
    );
  },
};
